/** Views every register starts with, and how many animals each holds. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../lib/api/services.tsx'
import type { ListView } from '../../../lib/list/use-list-state.ts'
import { formatNumber } from '../../../ui/format-values.ts'
import { useLook } from '../../../ui/theme/look.ts'
import { animalStatsQuery } from '../animals.queries.ts'

const withRole = (role: string) => ({ filter: { all: [{ field: 'role', op: 'isAnyOf', value: [role] }] } })
const withStatus = (status: string) => ({ filter: { all: [{ field: 'status', op: 'isAnyOf', value: [status] }] } })

/** Views every register starts with. */
export function useBuiltInViews(): ListView[] {
  const { t } = useTranslation('animals')
  return useMemo(
    () => [
      { id: 'all', label: t('views.all'), state: {}, owner: 'built-in' },
      { id: 'donors', label: t('views.donors'), state: withRole('donor'), owner: 'built-in' },
      { id: 'recipients', label: t('views.recipients'), state: withRole('recipient'), owner: 'built-in' },
      { id: 'sires', label: t('views.sires'), state: withRole('sire'), owner: 'built-in' },
      { id: 'quarantine', label: t('views.quarantine'), state: withStatus('quarantined'), owner: 'built-in' },
      {
        id: 'references',
        label: t('views.references'),
        state: { filter: { all: [{ field: 'isReference', op: 'isTrue' }] } },
        owner: 'built-in',
      },
    ],
    [t],
  )
}

/** Gives how many animals each built-in view holds, by its id. */
export function useViewCounts(filters: { siteId?: string }): Readonly<Record<string, string>> {
  const api = useApi()
  const { lang } = useLook()
  const stats = useQuery(animalStatsQuery(api, filters)).data
  if (stats === undefined) return {}
  const countOf = (group: readonly { key: string | null; count: number }[], key: string) =>
    group.find((entry) => entry.key === key)?.count ?? 0
  const counts = {
    all: stats.total + stats.references,
    donors: countOf(stats.byRole, 'donor'),
    recipients: countOf(stats.byRole, 'recipient'),
    sires: countOf(stats.byRole, 'sire'),
    quarantine: countOf(stats.byStatus, 'quarantined'),
    references: stats.references,
  }
  return Object.fromEntries(Object.entries(counts).map(([id, count]) => [id, formatNumber(lang, count)]))
}
