import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { customerCategories, customerStatuses, customerTypes } from '../../../core/areas/customers/customers.model.ts'
import type { BulkChanges } from '../../../core/areas/customers/tidying.model.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { NumberField } from '../../ui/form/number-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { currencyChoices } from './place-options.ts'
import { TagsField } from './tags-field.tsx'

export type BulkFieldName = keyof BulkChanges & string

/** Fields that may be changed on many customers at once, in the order they are offered. */
export const bulkFieldNames = [
  'status',
  'type',
  'category',
  'addTags',
  'removeTags',
  'industry',
  'language',
  'creditLimit',
  'currency',
  'paymentTermsDays',
  'discountPercent',
] as const satisfies readonly BulkFieldName[]

/** Terms of business; changing them needs `customers.credit`. */
export const creditFieldNames: ReadonlySet<BulkFieldName> = new Set([
  'creditLimit',
  'currency',
  'paymentTermsDays',
  'discountPercent',
])

const firstValues: Partial<Record<BulkFieldName, unknown>> = {
  status: customerStatuses[0],
  type: customerTypes[0],
  category: customerCategories[0],
  addTags: [],
  removeTags: [],
}

/** The value a field starts with when it is added to the edit; null, which clears it, where nothing else is plain. */
export function firstValueOf(name: BulkFieldName): unknown {
  return firstValues[name] ?? null
}

interface BulkFieldProps {
  readonly name: BulkFieldName
  readonly label: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** The editor of one field of an edit of many customers. Left blank it clears the field. */
export function BulkField({ name, label, value, onChange }: BulkFieldProps): ReactElement {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const words = useWords()
  const choices = (values: readonly string[]) =>
    values.map((one) => ({ value: one, label: words.value('customer', name, one) }))
  const number = {
    label,
    value: value as number | null,
    onChange: (next: number | null | undefined) => onChange(next ?? null),
    hint: t('bulk.blankClears'),
  }
  const choice = {
    label,
    value: value as string | null,
    onChange: (next: string | null | undefined) => onChange(next ?? null),
  }
  const tags = {
    label,
    value: value as string[],
    onChange: (next: string[] | null | undefined) => onChange(next ?? []),
  }
  switch (name) {
    case 'status':
      return <SelectField {...choice} clearable={false} options={choices(customerStatuses)} />
    case 'type':
      return <SelectField {...choice} clearable={false} options={choices(customerTypes)} />
    case 'category':
      return <SelectField {...choice} clearable={false} options={choices(customerCategories)} />
    case 'language':
      return <SelectField {...choice} clearable hint={t('bulk.blankClears')} options={choices(['en', 'ar'])} />
    case 'currency':
      return <SelectField {...choice} clearable hint={t('bulk.blankClears')} options={currencyChoices(lang)} />
    case 'industry':
      return <TextField {...choice} hint={t('bulk.blankClears')} maxLength={120} />
    case 'creditLimit':
      return <NumberField {...number} decimals={2} min={0} />
    case 'paymentTermsDays':
      return <NumberField {...number} unit={t('units.days')} decimals={0} min={0} max={365} />
    case 'discountPercent':
      return <NumberField {...number} unit="%" decimals={2} min={0} max={100} />
    case 'addTags':
    case 'removeTags':
      return <TagsField {...tags} />
  }
}
