import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnimalRecord } from '../../../../core/areas/animals/animals.model.ts'
import { statusFields } from '../../../../core/areas/animals/animals.parts.model.ts'
import {
  type AnimalStatus,
  isKept,
  nextStatuses,
  statusReasons,
} from '../../../../core/areas/animals/animals.status.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { todayHere } from '../../../lib/list/where-from-filter.ts'
import { CheckboxField } from '../../../ui/form/choice-fields.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextareaField } from '../../../ui/form/text-field.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'
import { Note } from '../../../ui/note.tsx'
import { useAnimalWords, withWords } from '../animal-words.ts'
import { clearable } from '../form/animal-form-handle.ts'
import { latestDate } from '../form/animal-form-schema.ts'
import { FormDialog } from '../form-dialog.tsx'

/** Where the animal stands from a day on. Only what may follow is offered, unless the old status was an error. */
export function StatusDialog({ animal, onClose }: { animal: AnimalRecord; onClose: () => void }): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const words = useAnimalWords()
  const failureOf = useSubmitFailure()
  const isFinal = nextStatuses(animal.status).length === 0
  const form = useZodForm({
    schema: statusFields,
    initial: { date: todayHere(), correction: isFinal, keepRoles: false },
    failureOf: (reason) => failureOf(withWords(reason, words)),
    onSubmit: async (values) => {
      await api.animals.changeStatus({ id: animal.id, rev: animal.rev, ...values })
      onClose()
    },
  })
  const { status, correction = false } = form.values
  const offered = nextStatuses(animal.status, correction === true)
  const chosen: AnimalStatus | null = status ?? null
  const leaves = chosen !== null && !isKept(chosen) && isKept(animal.status)
  return (
    <FormDialog title={t('status.change')} form={form} onClose={onClose}>
      <p>{t('status.now', { status: words.value('status', animal.status) })}</p>
      <SelectField
        {...form.field('status')}
        label={t('status.next')}
        required
        autoFocus
        options={offered.map((code) => ({ value: code, label: words.value('status', code) }))}
      />
      {chosen !== null && (
        <SelectField
          {...clearable(form.field('reason'))}
          label={t('fields.statusReason')}
          required={!isKept(chosen) && correction !== true}
          options={statusReasons[chosen].map((code) => ({ value: code, label: words.value('statusReason', code) }))}
        />
      )}
      <DateField {...form.field('date')} label={t('status.date')} max={latestDate()} />
      <TextareaField
        {...form.field('note')}
        label={t('status.note')}
        rows={2}
        required={correction === true || form.values.reason === 'other'}
      />
      {leaves && (
        <CheckboxField {...form.field('keepRoles')} label={t('status.keepRoles')} hint={t('status.keepRolesHint')} />
      )}
      <CheckboxField
        {...form.field('correction')}
        label={t('status.correction')}
        hint={t('status.correctionHint')}
        disabled={isFinal}
      />
      {chosen === 'dead' && <Note meaning="warn">{t('status.deadNote')}</Note>}
    </FormDialog>
  )
}
