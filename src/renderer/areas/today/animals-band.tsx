import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { keptStatuses } from '../../../core/areas/animals/animals.status.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { recordsQuery } from '../../lib/live/live-queries.ts'
import { useMay } from '../../lib/session/session.tsx'
import { useSite } from '../../lib/session/site-choice.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { formatNumber } from '../../ui/format-values.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Meaning } from '../../ui/status.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { Band, BandRow, BandRows, Calm } from './band.tsx'

/** What is counted, in the order in which it asks for attention; meanings as in the register. */
const counted = [
  { id: 'missing', meaning: 'warn' },
  { id: 'withheld', meaning: 'warn' },
  { id: 'quarantined', meaning: 'hold' },
  { id: 'resting', meaning: 'none' },
  { id: 'active', meaning: 'ok' },
] as const satisfies readonly { id: string; meaning: Meaning }[]

/** Statuses whose absence is good news. */
const worrying: ReadonlySet<string> = new Set(['missing', 'withheld', 'quarantined'])

/** Animals of the register by what they need; every number opens the animals it counts. */
export function AnimalsBand(): ReactElement {
  const { t } = useTranslation('today')
  const { lang } = useLook()
  const words = useWords()
  const may = useMay()
  const { stats, stale } = useCounts()
  if (stats.isError) {
    return (
      <Band title={t('animals.title')}>
        <ErrorState {...words.errorState(stats.error)} onRetry={() => void stats.refetch()} />
      </Band>
    )
  }
  if (stats.data === undefined) {
    return (
      <Band title={t('animals.title')}>
        <Skeleton lines={3} />
      </Band>
    )
  }
  const { total, byStatus } = stats.data
  if (total === 0) {
    return (
      <Band title={t('animals.title')}>
        <Calm
          {...(may('animals.write') ? { action: <LinkButton href="/animals/new">{t('animals.add')}</LinkButton> } : {})}
        >
          {t('animals.calm')}
        </Calm>
      </Band>
    )
  }
  const countOf = (status: string) => byStatus.find(({ key }) => key === status)?.count ?? 0
  const shown = counted.map((entry) => ({ ...entry, count: countOf(entry.id) })).filter(({ count }) => count > 0)
  const kept = keptStatuses.reduce((sum, status) => sum + countOf(status), 0)
  const staleCount = stale.data ?? 0
  return (
    <Band title={t('animals.title')} detail={t('animals.kept', { count: kept })}>
      <BandRows>
        {shown.map(({ id, meaning, count }) => (
          <BandRow
            key={id}
            big
            lead={formatNumber(lang, count)}
            meaning={meaning}
            title={t(`animals.${id}`, { count })}
            detail={t(`animals.${id}Detail`)}
            href={listOf({ field: 'status', op: 'isAnyOf', value: [id] }, noReferences)}
          />
        ))}
        {staleCount > 0 && (
          <BandRow
            big
            lead={formatNumber(lang, staleCount)}
            meaning="info"
            title={t('animals.stale', { count: staleCount })}
            detail={t('animals.staleDetail')}
            href={listOf({ field: 'inbreedingStale', op: 'isTrue' })}
          />
        )}
      </BandRows>
      {!shown.some(({ id }) => worrying.has(id)) && <Calm>{t('animals.neverCalm')}</Calm>}
    </Band>
  )
}

function useCounts() {
  const api = useApi()
  const { siteId } = useSite()
  const filters = siteId === null ? {} : { siteId }
  return {
    stats: useQuery(
      recordsQuery({
        entity: 'animal',
        rest: ['stats', filters],
        also: ['animalRole'],
        read: (signal) => api.animals.stats(filters, { signal }),
      }),
    ),
    stale: useQuery(
      recordsQuery({
        entity: 'animal',
        rest: ['staleCount', filters],
        also: ['animalInbreeding'],
        read: async (signal) =>
          (
            await api.animals.list(
              { ...filters, where: { all: [{ field: 'inbreedingStale', op: 'is', value: true }] }, limit: 1 },
              { signal },
            )
          ).total,
      }),
    ),
  }
}

type Condition = { readonly field: string; readonly op: string; readonly value?: readonly string[] }

/** Animals known only as somebody's parent are not counted, so the list leaves them out too. */
const noReferences: Condition = { field: 'isReference', op: 'isFalse' }

/** Address of the register showing the animals of some conditions. */
function listOf(...conditions: readonly Condition[]): string {
  return `/animals?grid=${encodeURIComponent(JSON.stringify({ filter: { all: conditions } }))}`
}
