/** Records what happened with a customer, and what somebody still has to do about it. */
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { refuseInteraction } from '../../../core/areas/customers/customers.rules.ts'
import {
  type CustomerInteraction,
  interactionFields,
  interactionKinds,
} from '../../../core/areas/customers/interactions.model.ts'
import { calendarDate } from '../../../core/kernel/procedure.ts'
import { ApiError } from '../../lib/api/api-error.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useSubmitFailure } from '../../lib/api/use-submit-failure.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { todayHere } from '../../lib/list/where-from-filter.ts'
import { useUser } from '../../lib/session/session.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { Form, FormActions } from '../../ui/form/form.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextareaField, TextField } from '../../ui/form/text-field.tsx'
import { useZodForm } from '../../ui/form/use-zod-form.ts'
import { changedFields } from './changed-fields.ts'
import { useContacts } from './customers.queries.ts'
import { instantOnDay } from './instant-on-day.ts'
import { usePeopleChoices } from './use-people-choices.ts'

/** The form asks for the day; the time of day is kept, or now. */
const formFields = interactionFields.omit({ happenedAt: true }).extend({ happenedOn: calendarDate })
type FormValues = z.output<typeof formFields>

interface InteractionFormProps {
  readonly customerId: string
  /** The one to change; null for a new one. */
  readonly interaction: CustomerInteraction | null
  readonly onDone: () => void
}

export function InteractionForm({ customerId, interaction, onDone }: InteractionFormProps): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const contacts = useContacts(customerId).data?.items ?? []
  const people = usePeopleChoices(interaction?.assignedToUserId ?? null)
  const form = useInteractionForm(customerId, interaction, onDone)
  const label = (field: string) => words.field('customerInteraction', field)
  return (
    <Form
      form={form}
      columns={2}
      label={interaction === null ? t('interactions.add') : t('interactions.edit', { subject: interaction.subject })}
    >
      <SelectField
        {...form.field('kind')}
        label={label('kind')}
        required
        options={interactionKinds.map((value) => ({ value, label: words.value('customerInteraction', 'kind', value) }))}
      />
      <DateField {...form.field('happenedOn')} label={label('happenedAt')} required />
      <TextField {...form.field('subject')} label={label('subject')} required wide autoFocus maxLength={200} />
      <TextareaField {...form.field('details')} label={label('details')} wide maxLength={10_000} />
      <SelectField
        {...form.field('contactId')}
        label={label('contactId')}
        clearable
        options={contacts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <span />
      <DateField
        {...form.field('dueDate')}
        label={label('dueDate')}
        required={form.values.kind === 'follow_up'}
        hint={t('interactions.dueHint')}
      />
      <SelectField {...form.field('assignedToUserId')} label={label('assignedToUserId')} clearable {...people} />
      <FormActions
        submitLabel={interaction === null ? t('interactions.save') : t('interactions.saveChanges')}
        onCancel={onDone}
      />
    </Form>
  )
}

function useInteractionForm(customerId: string, interaction: CustomerInteraction | null, onDone: () => void) {
  const api = useApi()
  const user = useUser()
  const words = useWords()
  const failureOf = useSubmitFailure()
  const [initial] = useState(() => initialOf(interaction, user.id))
  return useZodForm({
    schema: formFields,
    initial,
    emptyAs: 'null',
    failureOf,
    onSubmit: async (values) => {
      const refused = refuseInteraction(values)
      if (refused !== null)
        return { fieldErrors: { [refused.field ?? 'dueDate']: words.error(new ApiError(refused.code, refused.data)) } }
      if (interaction === null) await api.customers.addInteraction({ ...wire(values, null), id: customerId })
      else {
        const changes = changedFields(
          wire(initial as FormValues, interaction.happenedAt),
          wire(values, interaction.happenedAt),
        )
        await api.customers.updateInteraction({
          id: customerId,
          interactionId: interaction.id,
          rev: interaction.rev,
          ...changes,
        })
      }
      onDone()
      return undefined
    },
  })
}

function wire({ happenedOn, ...fields }: FormValues, before: string | null) {
  return { ...fields, happenedAt: instantOnDay(happenedOn, before ?? new Date().toISOString()) }
}

function initialOf(interaction: CustomerInteraction | null, userId: string) {
  if (interaction === null) {
    return {
      kind: 'call' as const,
      subject: null,
      details: null,
      happenedOn: todayHere(),
      contactId: null,
      dueDate: null,
      assignedToUserId: userId,
    }
  }
  const { kind, subject, details, happenedAt, contactId, dueDate, assignedToUserId } = interaction
  return { kind, subject, details, happenedOn: todayHere(new Date(happenedAt)), contactId, dueDate, assignedToUserId }
}
