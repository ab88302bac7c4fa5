import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { type AnimalRecord, type AnimalRoleRow, roleFields } from '../../../../core/areas/animals/animals.model.ts'
import { animalRoles, canHoldRole } from '../../../../core/areas/animals/animals.roles.ts'
import { calendarDate } from '../../../../core/kernel/procedure.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { todayHere } from '../../../lib/list/where-from-filter.ts'
import { recordQuery } from '../../../lib/live/live-queries.ts'
import { useMay } from '../../../lib/session/session.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'
import { Rows, Section } from '../../../ui/inspector.tsx'
import { DateText } from '../../../ui/relative-time.tsx'
import { Tag } from '../../../ui/status.tsx'
import { useAnimalWords, withWords } from '../animal-words.ts'
import styles from '../animals.module.css'
import { clearable } from '../form/animal-form-handle.ts'
import { latestDate } from '../form/animal-form-schema.ts'
import { FormDialog } from '../form-dialog.tsx'

/** What the animal is for the laboratory, from when to when. */
export function RolesSection({ animal }: { animal: AnimalRecord }): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const may = useMay()
  const words = useAnimalWords()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<AnimalRoleRow | null>(null)
  const roles = useQuery(
    recordQuery({
      entity: 'animal',
      id: animal.id,
      rest: ['roles'],
      also: ['animalRole'],
      read: (signal) => api.animals.roles({ id: animal.id }, { signal }),
    }),
  )
  const items = roles.data?.items ?? animal.currentRoles
  const mayWrite = may('animals.write', animal.siteId)
  return (
    <Section
      title={t('columns.roles')}
      action={mayWrite && <LinkButton onClick={() => setAdding(true)}>{t('roles.add')}</LinkButton>}
    >
      {items.length === 0 && <p className={styles.dim}>{t('roles.none')}</p>}
      <Rows>
        {items.map((row) => (
          <li key={row.id}>
            {row.current ? (
              <Tag>{words.role(row.role)}</Tag>
            ) : (
              <span className={styles.dim}>{words.role(row.role)}</span>
            )}
            <span className={styles.dim}>
              <DateText date={row.startDate} />
              {' – '}
              {row.endDate === null ? t('roles.open') : <DateText date={row.endDate} />}
            </span>
            {row.note !== null && <span className={styles.dim}>{row.note}</span>}
            <span className={styles.grow} />
            {mayWrite && row.current && <LinkButton onClick={() => setEnding(row)}>{t('roles.end')}</LinkButton>}
          </li>
        ))}
      </Rows>
      {adding && <RoleDialog animal={animal} onClose={() => setAdding(false)} />}
      {ending !== null && <EndRoleDialog animal={animal} row={ending} onClose={() => setEnding(null)} />}
    </Section>
  )
}

function RoleDialog({ animal, onClose }: { animal: AnimalRecord; onClose: () => void }): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const words = useAnimalWords()
  const failureOf = useSubmitFailure()
  const form = useZodForm({
    schema: roleFields,
    initial: { startDate: todayHere() },
    failureOf: (reason) => failureOf(withWords(reason, words)),
    onSubmit: async (values) => {
      await api.animals.assignRole({ id: animal.id, ...values })
      onClose()
    },
  })
  return (
    <FormDialog title={t('roles.add')} form={form} onClose={onClose}>
      <SelectField
        {...form.field('role')}
        label={t('fields.role')}
        required
        autoFocus
        options={animalRoles
          .filter((role) => canHoldRole(role, animal.sex))
          .map((role) => ({ value: role, label: words.role(role) }))}
      />
      <DateField {...form.field('startDate')} label={t('roles.start')} max={latestDate()} />
      <DateField {...clearable(form.field('endDate'))} label={t('roles.endDate')} />
      <TextField {...form.field('note')} label={t('note')} />
    </FormDialog>
  )
}

const roleEnd = z.object({ endDate: calendarDate })

function EndRoleDialog({
  animal,
  row,
  onClose,
}: {
  animal: AnimalRecord
  row: AnimalRoleRow
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const words = useAnimalWords()
  const failureOf = useSubmitFailure()
  const form = useZodForm({
    schema: roleEnd,
    initial: { endDate: todayHere() },
    failureOf: (reason) => failureOf(withWords(reason, words)),
    onSubmit: async ({ endDate }) => {
      await api.animals.endRole({ id: animal.id, role: row.role, endDate })
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('roles.endTitle', { role: words.role(row.role) })}
      form={form}
      submitLabel={t('roles.end')}
      onClose={onClose}
    >
      <DateField {...form.field('endDate')} label={t('roles.endDate')} required autoFocus max={latestDate()} />
    </FormDialog>
  )
}
