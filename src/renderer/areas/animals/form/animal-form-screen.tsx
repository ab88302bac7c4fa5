/** A new animal, or the own fields of one that exists: the same form. */
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnimalFields, AnimalRecord } from '../../../../core/areas/animals/animals.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { InInspector } from '../../../lib/route/shell-slots.tsx'
import { useGo, useParam } from '../../../lib/route/use-go.ts'
import { useUser } from '../../../lib/session/session.tsx'
import { useSite } from '../../../lib/session/site-choice.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { DraftNote } from '../../../ui/form/draft-note.tsx'
import { Form, FormActions } from '../../../ui/form/form.tsx'
import { useDraft } from '../../../ui/form/use-draft.ts'
import { type Draft, useZodForm } from '../../../ui/form/use-zod-form.ts'
import { Screen } from '../../../ui/frame/screen.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAnimalWords, withWords } from '../animal-words.ts'
import styles from '../animals.module.css'
import { animalQuery } from '../animals.queries.ts'
import { nameable } from '../register/register-columns.tsx'
import { AnimalFormFields } from './animal-form-fields.tsx'
import { type AnimalFormInput, animalFormSchema, changesOf, ruleIssue, valuesOf } from './animal-form-schema.ts'
import { CheckPanel } from './check-panel.tsx'
import { localDrafts } from './local-drafts.ts'

/** `/animals/new` */
export function NewAnimalScreen(): ReactElement {
  const { t } = useTranslation('animals')
  const { siteForNew } = useSite()
  const initial: Draft<AnimalFormInput> = {
    status: 'active',
    isReference: false,
    identifiers: [],
    roles: [],
    ...(siteForNew === null ? {} : { siteId: siteForNew }),
  }
  // A saved animal leaves an empty form behind, for the next one of the batch.
  const [round, setRound] = useState(0)
  return (
    <AnimalForm
      key={round}
      title={t('form.new')}
      initial={initial}
      record={null}
      onAnother={() => setRound(round + 1)}
    />
  )
}

/** `/animals/$id/edit` */
export function EditAnimalScreen(): ReactElement {
  const api = useApi()
  const errors = useWords()
  const words = useAnimalWords()
  const id = useParam('id')
  const animal = useQuery(animalQuery(api, id))
  const [first, setFirst] = useState<AnimalRecord | null>(null)
  // What others change while the form is open must not change under the person's hands.
  if (first === null && animal.data !== undefined) setFirst(animal.data)
  if (animal.isError && first === null)
    return <ErrorState {...errors.errorState(animal.error)} onRetry={() => void animal.refetch()} />
  if (first === null) return <Skeleton lines={12} />
  return (
    <AnimalForm
      title={words.title(nameable(first))}
      initial={valuesOf(first) as Draft<AnimalFormInput>}
      record={first}
    />
  )
}

interface AnimalFormProps {
  readonly title: string
  readonly initial: Draft<AnimalFormInput>
  readonly record: AnimalRecord | null
  onAnother?(): void
}

function AnimalForm({ title, initial, record, onAnother }: AnimalFormProps): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const go = useGo()
  const toast = useToast()
  const words = useAnimalWords()
  const user = useUser()
  const failureOf = useSubmitFailure()
  const home = record === null ? '/animals' : `/animals/${record.id}`
  const [another, setAnother] = useState(false)
  const form = useZodForm({
    schema: animalFormSchema,
    initial,
    emptyAs: 'null',
    issueText: (issue) => {
      const found = ruleIssue(issue)
      return found === null ? undefined : words.sentence(found)
    },
    failureOf: (reason) => failureOf(withWords(reason, words)),
    onSubmit: async (values) => {
      const saved = await save(values)
      await draft.discard()
      for (const found of saved?.warnings ?? []) toast({ text: words.sentence(found), meaning: 'warn' })
      if (another && onAnother !== undefined) onAnother()
      // After the form has taken the values as saved, so that nobody is asked about leaving.
      else setTimeout(() => go(saved === null ? home : `/animals/${saved.id}`, { replace: true }))
    },
  })
  async function save(values: AnimalFields): Promise<AnimalRecord | null> {
    if (record === null) return await api.animals.create(withoutEmpty(values))
    const changes = changesOf(record, values)
    if (Object.keys(changes).length === 0) return null
    return await api.animals.update({ id: record.id, rev: record.rev, ...changes })
  }
  const draft = useDraft({
    key: `animal.${record?.id ?? 'new'}.${user.id}`,
    storage: localDrafts,
    values: form.values,
    dirty: form.dirty,
    onRestore: form.restore,
  })
  return (
    <Screen
      header={
        <PageHeader
          title={title}
          path={[{ label: t('register.title'), href: '/animals' }]}
          {...(record === null ? {} : { detail: t('form.edit') })}
        />
      }
      footer={
        <FormActions
          form={form}
          submitLabel={record === null ? t('form.add') : t('form.save')}
          onCancel={() => go(home)}
        >
          {onAnother !== undefined && <AnotherChoice on={another} onChange={setAnother} />}
        </FormActions>
      }
    >
      <Form form={form} columns={2} label={title}>
        {draft.restored && (
          <DraftNote
            onDiscard={() => {
              void draft.discard()
              form.reset(initial)
            }}
          />
        )}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keeps the Enter of a scanner from sending a half-filled form */}
        <div className={styles.fields} onKeyDown={keepEnter}>
          <AnimalFormFields form={form} record={record} />
        </div>
      </Form>
      {record === null && (
        <InInspector>
          <CheckPanel values={form.values} onClose={() => go(home)} />
        </InInspector>
      )}
    </Screen>
  )
}

/** A scanner ends each code with Enter; only Ctrl+Enter and the button send this form. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.target instanceof HTMLInputElement)
    event.preventDefault()
}

function AnotherChoice({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }): ReactElement {
  const { t } = useTranslation('animals')
  return (
    <label style={{ display: 'inline-flex', alignItems: 'center', gap: 6, marginInlineEnd: 'auto' }}>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {t('form.another')}
    </label>
  )
}

/** An animal without breeds gets those of its parents; rows nobody filled in are none. */
function withoutEmpty(values: AnimalFields): AnimalFields {
  const { breeds, ...rest } = values
  return breeds === undefined || breeds.length === 0 ? rest : { ...rest, breeds }
}
