import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../lib/api/services.tsx'
import { recordsQuery } from '../../lib/live/live-queries.ts'
import { Note } from '../../ui/note.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { customerName } from './customer-name.ts'
import styles from './customers.module.css'
import { DuplicateReasons } from './duplicate-reasons.tsx'
import { useSettled } from './use-settled.ts'

interface DuplicateWarningProps {
  readonly values: {
    readonly name?: string | null
    readonly nameArabic?: string | null
    readonly taxId?: string | null
    readonly email?: string | null
    readonly phone?: string | null
  }
  /** The record being edited. */
  readonly exceptId?: string
}

/** Rest after the last key before likely duplicates are looked up. */
const restMs = 400
const shortestName = 3
const mostShown = 3

/** Names customers that may be the one being typed; it warns and never stands in the way of saving. */
export function DuplicateWarning({ values, exceptId }: DuplicateWarningProps): ReactElement | null {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const api = useApi()
  const { name, nameArabic, taxId, email, phone } = values
  const asked = useSettled(JSON.stringify(given({ name, nameArabic, taxId, email, phone })), restMs)
  const input = JSON.parse(asked) as Record<string, string>
  const found = useQuery({
    ...recordsQuery({
      entity: 'customer',
      rest: ['possibleDuplicates', asked, exceptId ?? null],
      enabled: Object.keys(input).length > 0,
      read: (signal) =>
        api.customers.possibleDuplicates({ ...input, ...(exceptId === undefined ? {} : { exceptId }) }, { signal }),
    }),
    placeholderData: keepPreviousData,
  }).data
  if (found === undefined || found.items.length === 0 || Object.keys(input).length === 0) return null
  return (
    <div data-wide>
      <Note meaning="warn" role="status" title={t('form.mayExist')}>
        <ul>
          {found.items.slice(0, mostShown).map(({ customer, reasons }) => (
            <li key={customer.id} className={styles.candidate}>
              <a className={styles.link} href={`/customers/${customer.id}`}>
                <bdi>{customerName(customer, lang)}</bdi>
              </a>
              <bdi dir="ltr">{customer.code}</bdi>
              <DuplicateReasons reasons={reasons} />
            </li>
          ))}
        </ul>
      </Note>
    </div>
  )
}

function given(fields: Record<string, string | null | undefined>): Record<string, string> {
  const entries = Object.entries(fields).flatMap(([field, value]) => {
    const text = value?.trim() ?? ''
    return text.length >= shortestName ? [[field, text] as const] : []
  })
  return Object.fromEntries(entries)
}
