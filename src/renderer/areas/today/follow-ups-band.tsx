import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../lib/api/services.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { recordsQuery } from '../../lib/live/live-queries.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { formatDate } from '../../ui/format-values.ts'
import { Note } from '../../ui/note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { Band, BandCalm, BandRow } from './band.tsx'

const shown = 6
const dayMs = 86_400_000

/** Follow-ups of customers that are late or due within a week, the most urgent first. */
export function FollowUpsBand({ today }: { today: string }): ReactElement {
  const { t } = useTranslation('today')
  const { lang } = useLook()
  const words = useWords()
  const api = useApi()
  const week = new Date(Date.parse(`${today}T00:00:00Z`) + 7 * dayMs).toISOString().slice(0, 10)
  const due = useQuery(
    recordsQuery({
      entity: 'customerInteraction',
      rest: ['due', today],
      also: ['customer'],
      read: (signal) => api.customers.followUps({ state: 'open', today, dueTo: week, limit: shown, sort: 'dueDate' }, { signal }),
    }),
  )
  const late = useQuery(
    recordsQuery({
      entity: 'customerInteraction',
      rest: ['late', today],
      also: ['customer'],
      read: (signal) => api.customers.followUps({ state: 'overdue', today, limit: 1 }, { signal }),
    }),
  )
  const items = due.data?.items ?? []
  const total = due.data?.total ?? 0
  const lateCount = late.data?.total ?? 0
  return (
    <Band title={t('followUps.title')} detail={due.data === undefined || total === 0 ? undefined : t('followUps.detail', { late: lateCount, soon: Math.max(0, total - lateCount) })}>
      {due.isPending && <Skeleton lines={2} />}
      {due.isError && <Note meaning="critical">{words.error(due.error)}</Note>}
      {due.isSuccess && items.length === 0 && <BandCalm>{t('followUps.none')}</BandCalm>}
      {items.map((item) => {
        const dueDate = item.dueDate ?? today
        const days = Math.round((Date.parse(today) - Date.parse(dueDate)) / dayMs)
        const customer = lang === 'ar' && item.customerNameArabic !== null ? item.customerNameArabic : item.customerName
        const address = `/customers/${item.customerId}`
        return (
          <BandRow
            key={item.id}
            time={days === 0 ? t('followUps.today') : formatDate(lang, dueDate, { day: 'numeric', month: 'short' })}
            meaning={days > 0 ? 'critical' : days === 0 ? 'warn' : 'none'}
            title={item.subject}
            detail={customer}
            late={days > 0 ? t('followUps.late', { count: days }) : undefined}
            action={
              days > 0 ? (
                <Button small href={address}>
                  {t('followUps.open')}
                </Button>
              ) : (
                <LinkButton href={address}>{t('followUps.open')}</LinkButton>
              )
            }
          />
        )
      })}
      {total > items.length && <BandRow title={<LinkButton href="/customers">{t('followUps.more', { count: total - items.length })}</LinkButton>} />}
    </Band>
  )
}
