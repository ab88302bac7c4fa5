/** The form of a customer, new or edited: fields by the schema, likely duplicates while one types, a draft that is kept. */
import { type ReactElement, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Customer,
  type CustomerFields,
  customerCategories,
  customerFields,
  customerStatuses,
  customerTypes,
} from '../../../core/areas/customers/customers.model.ts'
import { toApiError } from '../../lib/api/api-error.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useSubmitFailure } from '../../lib/api/use-submit-failure.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { useMay, useUser } from '../../lib/session/session.tsx'
import { SegmentedField } from '../../ui/form/choice-fields.tsx'
import { DraftNote } from '../../ui/form/draft-note.tsx'
import { Form, FormActions, FormGroup } from '../../ui/form/form.tsx'
import { NumberField } from '../../ui/form/number-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextareaField, TextField } from '../../ui/form/text-field.tsx'
import { useDraft } from '../../ui/form/use-draft.ts'
import { useZodForm } from '../../ui/form/use-zod-form.ts'
import { useLook } from '../../ui/theme/look.ts'
import { changedFields } from './changed-fields.ts'
import { draftsOf } from './draft-storage.ts'
import { DuplicateWarning } from './duplicate-warning.tsx'
import { currencyChoices } from './place-options.ts'
import { TagsField } from './tags-field.tsx'

interface CustomerFormProps {
  /** The record to change; null for a new one. */
  readonly customer: Customer | null
  readonly onSaved: (customer: Customer) => void
  readonly onCancel: () => void
}

export function CustomerForm({ customer, onSaved, onCancel }: CustomerFormProps): ReactElement {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const words = useWords()
  const may = useMay()
  const form = useCustomerForm(customer, onSaved)
  const { zodForm, draft } = form
  const label = (field: string) => words.field('customer', field)
  const choices = (field: 'type' | 'category' | 'status' | 'language', values: readonly string[]) =>
    values.map((value) => ({ value, label: words.value('customer', field, value) }))
  return (
    <>
      {draft.restored && (
        <DraftNote
          onDiscard={() => {
            void draft.discard()
            zodForm.reset()
          }}
        />
      )}
      <Form form={zodForm} columns={2} label={customer === null ? t('form.newTitle') : t('form.editTitle')}>
        <TextField {...zodForm.field('name')} label={label('name')} required autoFocus maxLength={200} />
        <TextField {...zodForm.field('nameArabic')} label={label('nameArabic')} maxLength={200} />
        <DuplicateWarning values={zodForm.values} {...(customer === null ? {} : { exceptId: customer.id })} />
        <SelectField
          {...zodForm.field('type')}
          label={label('type')}
          required
          options={choices('type', customerTypes)}
        />
        <SelectField
          {...zodForm.field('category')}
          label={label('category')}
          required
          options={choices('category', customerCategories)}
        />
        <SegmentedField
          {...zodForm.field('status')}
          label={label('status')}
          required
          wide
          options={choices('status', customerStatuses)}
        />
        <FormGroup title={t('form.reach')}>
          <TextField {...zodForm.field('phone')} label={label('phone')} type="tel" maxLength={60} />
          <TextField {...zodForm.field('email')} label={label('email')} type="email" maxLength={200} />
          <TextField {...zodForm.field('website')} label={label('website')} type="url" maxLength={300} />
          <SelectField
            {...zodForm.field('language')}
            label={label('language')}
            clearable
            options={choices('language', ['en', 'ar'])}
          />
        </FormGroup>
        <FormGroup title={t('form.business')}>
          <TextField {...zodForm.field('taxId')} label={label('taxId')} mono maxLength={60} />
          <TextField {...zodForm.field('registrationNumber')} label={label('registrationNumber')} mono maxLength={60} />
          <TextField {...zodForm.field('industry')} label={label('industry')} maxLength={120} />
          <TagsField {...zodForm.field('tags')} label={label('tags')} hint={t('form.tagsHint')} />
        </FormGroup>
        {may('customers.credit') && (
          <FormGroup title={t('form.terms')}>
            <NumberField
              {...zodForm.field('creditLimit')}
              label={label('creditLimit')}
              decimals={2}
              min={0}
              {...(zodForm.values.currency == null ? {} : { unit: zodForm.values.currency })}
            />
            <SelectField
              {...zodForm.field('currency')}
              label={label('currency')}
              clearable
              options={currencyChoices(lang)}
            />
            <NumberField
              {...zodForm.field('paymentTermsDays')}
              label={label('paymentTermsDays')}
              unit={t('units.days')}
              decimals={0}
              min={0}
              max={365}
            />
            <NumberField
              {...zodForm.field('discountPercent')}
              label={label('discountPercent')}
              unit="%"
              decimals={2}
              min={0}
              max={100}
            />
          </FormGroup>
        )}
        <TextareaField {...zodForm.field('notes')} label={label('notes')} wide maxLength={10_000} />
        <FormActions
          submitLabel={customer === null ? t('form.add') : t('form.save')}
          onCancel={() => {
            void draft.discard()
            onCancel()
          }}
        />
      </Form>
    </>
  )
}

const creditFields = ['creditLimit', 'currency', 'paymentTermsDays', 'discountPercent'] as const
const textFields = [
  'name',
  'nameArabic',
  'taxId',
  'registrationNumber',
  'industry',
  'website',
  'email',
  'phone',
  'notes',
] as const

function useCustomerForm(customer: Customer | null, onSaved: (customer: Customer) => void) {
  const api = useApi()
  const may = useMay()
  const user = useUser()
  // What was there when the form opened: what others change meanwhile must not look like a change made here.
  const [initial] = useState(() => initialOf(customer, may('customers.credit')))
  const rev = useRef(customer?.rev)
  async function change({ id, rev: current }: Customer, values: CustomerFields): Promise<Customer> {
    try {
      return await api.customers.update({ id, rev: rev.current, ...changedFields(initial as CustomerFields, values) })
    } catch (error) {
      // The person is told that somebody else changed it; saving again then puts these changes on top of theirs.
      if (toApiError(error).code === 'rev_mismatch') rev.current = current
      throw error
    }
  }
  const zodForm = useZodForm({
    schema: customerFields,
    initial,
    emptyAs: 'null',
    failureOf: useSubmitFailure(),
    onSubmit: async (values) => {
      const saved = await (customer === null ? api.customers.create(values) : change(customer, values))
      await draft.discard()
      onSaved(saved)
    },
  })
  const draft = useDraft({
    key: `customer.${customer?.id ?? 'new'}`,
    storage: draftsOf(user.id),
    values: zodForm.values,
    dirty: zodForm.dirty,
    onRestore: zodForm.restore,
  })
  return { zodForm, draft }
}

/** Only fields the person may set are in the form, so that saving never asks for a right the change does not need. */
function initialOf(customer: Customer | null, withCredit: boolean) {
  const { type, category, status, tags, language } = customer ?? {
    type: 'organization' as const,
    category: 'standard' as const,
    status: 'active' as const,
    tags: [],
    language: null,
  }
  const texts = Object.fromEntries(textFields.map((field) => [field, customer?.[field] ?? null]))
  const credit = withCredit ? Object.fromEntries(creditFields.map((field) => [field, customer?.[field] ?? null])) : {}
  return { ...texts, ...credit, type, category, status, tags, language }
}
