import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerListItem } from '../../../core/areas/customers/customers.model.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { todayHere } from '../../lib/list/where-from-filter.ts'
import { CutText } from '../../ui/cut-text.tsx'
import type { GridColumn } from '../../ui/data-grid/grid-column.ts'
import { formatDate, formatNumber } from '../../ui/format-values.ts'
import { Status } from '../../ui/status.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { customerName } from './customer-name.ts'
import { statusMeanings } from './customer-status.ts'
import styles from './customers.module.css'
import { countryName } from './place-options.ts'

/** Gives the columns of the list of customers. Ids of sortable columns are the node's field names. */
export function useCustomerColumns(): GridColumn<CustomerListItem>[] {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const words = useWords()
  return useMemo(() => {
    const header = (field: string) => words.field('customer', field)
    const choice = (field: 'type' | 'category' | 'language') => (row: CustomerListItem) =>
      row[field] === null ? '' : words.value('customer', field, row[field])
    const plain = (
      id: keyof CustomerListItem & string,
      width: number,
      kind: GridColumn<CustomerListItem>['kind'] = 'text',
    ): GridColumn<CustomerListItem> => ({
      id,
      header: header(id),
      kind,
      width,
      sortable: true,
      hidden: true,
      value: (row) => String(row[id] ?? ''),
    })
    const today = todayHere()
    return [
      {
        id: 'name',
        header: header('name'),
        kind: 'text',
        width: 176,
        grow: true,
        pinned: true,
        sortable: true,
        value: (row) => customerName(row, lang),
        cell: (row) => <CutText strong>{customerName(row, lang)}</CutText>,
      },
      { ...plain('code', 84, 'mono'), hidden: false },
      {
        id: 'status',
        header: header('status'),
        kind: 'status',
        width: 88,
        sortable: true,
        value: (row) => words.value('customer', 'status', row.status),
        cell: (row) => (
          <Status meaning={statusMeanings[row.status]} word={words.value('customer', 'status', row.status)} />
        ),
      },
      { id: 'type', header: header('type'), kind: 'text', width: 96, sortable: true, value: choice('type') },
      {
        id: 'contact',
        header: t('list.contact'),
        kind: 'text',
        width: 118,
        value: (row) => row.primaryContact?.name ?? '',
      },
      {
        id: 'nextDueDate',
        header: t('list.next'),
        kind: 'date',
        width: 92,
        value: (row) => row.nextDueDate ?? '',
        cell: (row) =>
          row.nextDueDate !== null && (
            <span className={row.nextDueDate < today ? styles.overdue : undefined}>
              {formatDate(lang, row.nextDueDate)}
            </span>
          ),
      },
      {
        id: 'animals',
        header: t('list.animals'),
        kind: 'number',
        width: 58,
        value: (row) => (row.animals === null ? '' : formatNumber(lang, row.animals)),
      },
      {
        id: 'city',
        header: words.field('customerAddress', 'city'),
        kind: 'text',
        width: 84,
        value: (row) => row.city ?? '',
      },
      {
        id: 'category',
        header: header('category'),
        kind: 'text',
        width: 92,
        sortable: true,
        hidden: true,
        value: choice('category'),
      },
      {
        id: 'openFollowUps',
        header: t('list.openFollowUps'),
        kind: 'number',
        width: 96,
        hidden: true,
        value: (row) => formatNumber(lang, row.openFollowUps),
      },
      plain('nameArabic', 160),
      plain('phone', 124, 'mono'),
      plain('email', 180),
      plain('taxId', 128, 'mono'),
      plain('registrationNumber', 128, 'mono'),
      plain('industry', 120),
      plain('website', 160),
      {
        ...plain('creditLimit', 110, 'number'),
        value: (row) =>
          row.creditLimit === null ? '' : `${formatNumber(lang, row.creditLimit)} ${row.currency ?? ''}`.trim(),
      },
      plain('currency', 80, 'mono'),
      plain('paymentTermsDays', 110, 'number'),
      {
        ...plain('discountPercent', 90, 'number'),
        value: (row) => (row.discountPercent === null ? '' : `${formatNumber(lang, row.discountPercent)} %`),
      },
      {
        id: 'language',
        header: header('language'),
        kind: 'text',
        width: 84,
        sortable: true,
        hidden: true,
        value: choice('language'),
      },
      {
        id: 'tags',
        header: header('tags'),
        kind: 'text',
        width: 140,
        hidden: true,
        value: (row) => row.tags.join(lang === 'ar' ? '، ' : ', '),
      },
      {
        id: 'country',
        header: words.field('customerAddress', 'country'),
        kind: 'text',
        width: 110,
        hidden: true,
        value: (row) => (row.country === null ? '' : countryName(lang, row.country)),
      },
      { ...plain('createdAt', 100, 'date'), value: (row) => row.createdAt.slice(0, 10) },
      { ...plain('updatedAt', 100, 'date'), value: (row) => row.updatedAt.slice(0, 10) },
    ]
  }, [t, lang, words])
}
