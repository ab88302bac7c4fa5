import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import {
  type AnimalIdentifier,
  type AnimalRecord,
  identifierFields,
} from '../../../../core/areas/animals/animals.model.ts'
import { calendarDate } from '../../../../core/kernel/procedure.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useCommand } from '../../../lib/api/use-command.ts'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { todayHere } from '../../../lib/list/where-from-filter.ts'
import { useMay } from '../../../lib/session/session.tsx'
import { IconButton, LinkButton } from '../../../ui/button.tsx'
import { CheckboxField } from '../../../ui/form/choice-fields.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'
import { IdChip } from '../../../ui/id-chip.tsx'
import { Rows, Section } from '../../../ui/inspector.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { DateText } from '../../../ui/relative-time.tsx'
import { useAnimalWords, withWords } from '../animal-words.ts'
import styles from '../animals.module.css'
import { clearable } from '../form/animal-form-handle.ts'
import { latestDate } from '../form/animal-form-schema.ts'
import { judgeIdentifier, schemeOptions, useSchemeProposal } from '../form/identifier-fields.tsx'
import { FormDialog } from '../form-dialog.tsx'

type Editing = { kind: 'add' } | { kind: 'edit'; row: AnimalIdentifier } | { kind: 'remove'; row: AnimalIdentifier }

/** The numbers the animal carries, in the order they are shown everywhere; those taken off are kept below. */
export function IdentifiersSection({ animal }: { animal: AnimalRecord }): ReactElement {
  const { t } = useTranslation('animals')
  const may = useMay()
  const [editing, setEditing] = useState<Editing | null>(null)
  const order = useCommand((api, input: { id: string; order: string[] }) => api.animals.orderIdentifiers(input))
  const mayWrite = may('animals.write', animal.siteId)
  const carried = animal.allIdentifiers.filter(({ removedOn }) => removedOn === null)
  const removed = animal.allIdentifiers.filter(({ removedOn }) => removedOn !== null)
  function move(at: number, by: number): void {
    const ids = carried.map(({ id }) => id)
    const [moved] = ids.splice(at, 1)
    if (moved === undefined) return
    ids.splice(at + by, 0, moved)
    void order.run({ id: animal.id, order: ids })
  }
  return (
    <Section
      title={t('form.identifiers')}
      action={
        mayWrite && <LinkButton onClick={() => setEditing({ kind: 'add' })}>{t('form.addIdentifier')}</LinkButton>
      }
    >
      {animal.allIdentifiers.length === 0 && <p className={styles.dim}>{t('record.noIdentifiers')}</p>}
      <Rows>
        {carried.map((row, at) => (
          <IdentifierRow key={row.id} row={row}>
            {mayWrite && (
              <Menu
                trigger={<IconButton small icon="more" label={t('record.identifierMenu', { value: row.printed })} />}
                items={[
                  { id: 'edit', label: t('edit'), icon: 'edit', onSelect: () => setEditing({ kind: 'edit', row }) },
                  {
                    id: 'up',
                    label: t('record.up'),
                    icon: 'arrow-up',
                    disabled: at === 0,
                    onSelect: () => move(at, -1),
                  },
                  {
                    id: 'down',
                    label: t('record.down'),
                    icon: 'arrow-down',
                    disabled: at === carried.length - 1,
                    onSelect: () => move(at, 1),
                  },
                  'divider',
                  {
                    id: 'remove',
                    label: t('record.removeIdentifier'),
                    icon: 'trash',
                    onSelect: () => setEditing({ kind: 'remove', row }),
                  },
                ]}
              />
            )}
          </IdentifierRow>
        ))}
        {removed.map((row) => (
          <IdentifierRow key={row.id} row={row} />
        ))}
      </Rows>
      {editing !== null && editing.kind !== 'remove' && (
        <IdentifierDialog
          animal={animal}
          row={editing.kind === 'edit' ? editing.row : null}
          onClose={() => setEditing(null)}
        />
      )}
      {editing?.kind === 'remove' && (
        <RemoveIdentifierDialog animal={animal} row={editing.row} onClose={() => setEditing(null)} />
      )}
    </Section>
  )
}

function IdentifierRow({ row, children }: { row: AnimalIdentifier; children?: ReactElement | false }): ReactElement {
  const { t } = useTranslation('animals')
  const words = useAnimalWords()
  const facts = [...row.marks.map((mark) => words.value('mark', mark)), ...(row.note === null ? [] : [row.note])]
  return (
    <li>
      <span className={styles.label}>{words.scheme(row.scheme)}</span>
      <IdChip id={row.printed} value={row.value} />
      {facts.length > 0 && <span className={styles.dim}>{facts.join(t('separator'))}</span>}
      {row.removedOn !== null && (
        <span className={styles.dim}>
          {t('record.removedOn')} <DateText date={row.removedOn} />
        </span>
      )}
      <span className={styles.grow} />
      {children}
    </li>
  )
}

interface RowDialogProps<Row> {
  readonly animal: AnimalRecord
  readonly row: Row
  onClose(): void
}

function IdentifierDialog({ animal, row, onClose }: RowDialogProps<AnimalIdentifier | null>): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const propose = useSchemeProposal()
  const words = useAnimalWords()
  const failureOf = useSubmitFailure()
  const form = useZodForm({
    schema: identifierFields,
    initial: row === null ? {} : { scheme: row.scheme, value: row.printed, issuedOn: row.issuedOn, note: row.note },
    emptyAs: 'null',
    failureOf: (reason) => failureOf(withWords(reason, words)),
    onSubmit: async (values) => {
      if (row === null) await api.animals.addIdentifier({ id: animal.id, ...values })
      else await api.animals.updateIdentifier({ id: animal.id, identifierId: row.id, ...values })
      onClose()
    },
  })
  const { scheme, value, allowUnlistedBreed } = form.values
  const about = { species: animal.species, sex: animal.sex }
  const judged = judgeIdentifier(words, scheme, value, {
    ...about,
    ...(allowUnlistedBreed === true ? { allowUnlistedBreed: true } : {}),
  })
  const field = form.field('value')
  return (
    <FormDialog
      title={row === null ? t('form.addIdentifier') : t('record.editIdentifier')}
      form={form}
      onClose={onClose}
    >
      <TextField
        {...field}
        label={t('form.identifierValue')}
        mono
        required
        autoFocus
        error={judged.error ?? field.error}
        hint={judged.hint}
        onChange={(next) => {
          field.onChange(next)
          const proposed = propose(0, next, scheme, about)
          if (proposed !== null) form.set('scheme', proposed)
        }}
      />
      <SelectField
        {...form.field('scheme')}
        label={t('form.scheme')}
        required
        options={schemeOptions(words, animal.species)}
      />
      {judged.mayAllow && <CheckboxField {...form.field('allowUnlistedBreed')} label={t('form.allowUnlistedBreed')} />}
      <DateField {...clearable(form.field('issuedOn'))} label={t('record.issuedOn')} max={latestDate()} />
      <TextField {...form.field('note')} label={t('note')} />
    </FormDialog>
  )
}

const removal = z.object({ removedOn: calendarDate, mistake: z.boolean() })

function RemoveIdentifierDialog({ animal, row, onClose }: RowDialogProps<AnimalIdentifier>): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const words = useAnimalWords()
  const failureOf = useSubmitFailure()
  const form = useZodForm({
    schema: removal,
    initial: { removedOn: todayHere(), mistake: false },
    failureOf: (reason) => failureOf(withWords(reason, words)),
    onSubmit: async (values) => {
      await api.animals.removeIdentifier({ id: animal.id, identifierId: row.id, ...values })
      onClose()
    },
  })
  return (
    <FormDialog title={t('record.removeIdentifier')} form={form} submitLabel={t('remove')} onClose={onClose}>
      <p>
        {words.scheme(row.scheme)} <IdChip id={row.printed} />
      </p>
      <DateField
        {...form.field('removedOn')}
        label={t('record.removedOn')}
        required
        max={latestDate()}
        disabled={form.values.mistake === true}
      />
      <CheckboxField
        {...form.field('mistake')}
        label={t('record.identifierMistake')}
        hint={t('record.identifierMistakeHint')}
      />
    </FormDialog>
  )
}
