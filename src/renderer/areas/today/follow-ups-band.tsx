import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FollowUp } from '../../../core/areas/customers/interactions.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { recordsQuery } from '../../lib/live/live-queries.ts'
import { useUser } from '../../lib/session/session.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { formatDate } from '../../ui/format-values.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { Band, BandRow, BandRows, Calm } from './band.tsx'

const mostShown = 6
const dayMs = 86_400_000

/** Follow-ups of the person signed in that are due today or late. */
export function FollowUpsBand({ today }: { today: string }): ReactElement {
  const { t } = useTranslation('today')
  const words = useWords()
  const { due, open } = useMine(today)
  if (due.isError) {
    return (
      <Band title={t('followUps.title')}>
        <ErrorState {...words.errorState(due.error)} onRetry={() => void due.refetch()} />
      </Band>
    )
  }
  if (due.data === undefined || open.data === undefined) {
    return (
      <Band title={t('followUps.title')}>
        <Skeleton lines={3} />
      </Band>
    )
  }
  const { items, total } = due.data
  const openCount = open.data.total
  if (total === 0) {
    return (
      <Band title={t('followUps.title')}>
        <Calm {...(openCount > 0 ? { action: <AllMine /> } : {})}>
          {openCount === 0 ? t('followUps.calm') : t('followUps.calmOpen', { count: openCount })}
        </Calm>
      </Band>
    )
  }
  return (
    <Band title={t('followUps.title')} detail={t('followUps.due', { count: total, open: openCount })}>
      <BandRows>
        {items.map((item) => (
          <FollowUpRow key={item.id} item={item} today={today} />
        ))}
      </BandRows>
      <Calm action={<AllMine />}>
        {total > items.length ? t('followUps.more', { count: total - items.length }) : null}
      </Calm>
    </Band>
  )
}

function AllMine(): ReactElement {
  const { t } = useTranslation('today')
  return <LinkButton href="/customers/follow-ups">{t('followUps.all')}</LinkButton>
}

function useMine(today: string) {
  const api = useApi()
  const user = useUser()
  const mine = { state: 'open', today, assignedToUserId: user.id } as const
  const also = ['customer']
  return {
    due: useQuery(
      recordsQuery({
        entity: 'customerInteraction',
        rest: ['today', today, user.id],
        also,
        read: (signal) =>
          api.customers.followUps({ ...mine, dueTo: today, sort: 'dueDate', limit: mostShown }, { signal }),
      }),
    ),
    open: useQuery(
      recordsQuery({
        entity: 'customerInteraction',
        rest: ['mine', today, user.id],
        also,
        read: (signal) => api.customers.followUps({ ...mine, limit: 1 }, { signal }),
      }),
    ),
  }
}

function FollowUpRow({ item, today }: { item: FollowUp; today: string }): ReactElement {
  const { t } = useTranslation('today')
  const { lang } = useLook()
  const { dueDate } = item
  const late = dueDate === null ? 0 : Math.round((Date.parse(today) - Date.parse(dueDate)) / dayMs)
  const name = lang === 'ar' ? (item.customerNameArabic ?? item.customerName) : item.customerName
  return (
    <BandRow
      lead={
        dueDate === null ? (
          ''
        ) : (
          <time dateTime={dueDate}>{formatDate(lang, dueDate, { day: 'numeric', month: 'short' })}</time>
        )
      }
      meaning={late > 0 ? 'critical' : 'warn'}
      title={item.subject}
      detail={name}
      alert={late > 0 ? <b>{t('followUps.late', { count: late })}</b> : t('followUps.today')}
      action={
        <Button small href={`/customers/${item.customerId}?tab=interactions`}>
          {t('followUps.open')}
          <VisuallyHidden> {item.subject}</VisuallyHidden>
        </Button>
      }
    />
  )
}
