import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { customerCategories, customerStatuses, customerTypes } from '../../../core/areas/customers/customers.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import type { FilterField, FilterKind } from '../../ui/filter/filter-model.ts'
import { useLook } from '../../ui/theme/look.ts'
import { countryChoices, countryName, currencyChoices } from './place-options.ts'

const mostChoices = 50

/** Gives what customers can be filtered by. Ids are the node's field names. */
export function useCustomerFilters(): FilterField[] {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const words = useWords()
  const api = useApi()
  return useMemo(() => {
    const field = (id: string, kind: FilterKind): FilterField => ({ id, kind, label: words.field('customer', id) })
    const choice = (id: string, values: readonly string[]): FilterField => ({
      ...field(id, 'choice'),
      options: values.map((value) => ({ value, label: words.value('customer', id, value) })),
    })
    const found = (choices: readonly { value: string; label: string }[], text: string) => {
      const asked = text.trim().toLocaleLowerCase(lang)
      return choices.filter(({ label }) => label.toLocaleLowerCase(lang).includes(asked)).slice(0, mostChoices)
    }
    return [
      choice('status', customerStatuses),
      choice('type', customerTypes),
      choice('category', customerCategories),
      {
        ...field('tag', 'choice'),
        label: words.field('customer', 'tags'),
        loadOptions: async (text) => {
          const { items } = await api.customers.tags()
          return found(
            items.map(({ tag }) => ({ value: tag, label: tag })),
            text,
          )
        },
        labelOf: (value) => value,
      },
      { id: 'hasOpenFollowUp', kind: 'boolean', label: t('list.hasOpenFollowUp') },
      { id: 'city', kind: 'text', label: words.field('customerAddress', 'city') },
      {
        id: 'country',
        kind: 'choice',
        label: words.field('customerAddress', 'country'),
        loadOptions: async (text) => found(countryChoices(lang), text),
        labelOf: (value) => countryName(lang, value),
      },
      field('name', 'text'),
      field('nameArabic', 'text'),
      field('code', 'text'),
      field('phone', 'text'),
      field('email', 'text'),
      field('taxId', 'text'),
      field('registrationNumber', 'text'),
      field('industry', 'text'),
      field('website', 'text'),
      field('notes', 'text'),
      choice('language', ['en', 'ar']),
      field('creditLimit', 'number'),
      {
        ...field('currency', 'choice'),
        loadOptions: async (text) => found(currencyChoices(lang), text),
        labelOf: (value) => value,
      },
      { ...field('paymentTermsDays', 'number'), unit: t('units.days') },
      { ...field('discountPercent', 'number'), unit: '%' },
      field('createdAt', 'date'),
      field('updatedAt', 'date'),
    ]
  }, [t, lang, words, api])
}
