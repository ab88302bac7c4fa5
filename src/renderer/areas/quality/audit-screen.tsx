import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../lib/api/services.tsx'
import { useCommand } from '../../lib/api/use-command.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { listKey } from '../../lib/live/query-keys.ts'
import { useCommits } from '../../lib/live/use-live-queries.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AuditFilters, useAuditFilter } from './audit-filters.tsx'
import { AuditTable } from './audit-table.tsx'
import { ChainNote, type ChainCheck } from './chain-note.tsx'
import styles from './audit.module.css'

const perPage = 50

/** The audit trail: every changeset of this node, newest first, each open to from and to per field. */
export function AuditScreen(): ReactElement {
  const { t } = useTranslation('quality')
  const api = useApi()
  const words = useWords()
  const filter = useAuditFilter()
  const [check, setCheck] = useState<ChainCheck | null>(null)
  const verify = useCommand((client, _: undefined) => client.quality.verify())
  const trail = useInfiniteQuery({
    queryKey: listKey('changeset', 'audit', filter.asked),
    queryFn: ({ pageParam, signal }) => api.quality.audit({ ...filter.asked, limit: perPage, ...(pageParam === null ? {} : { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
  // Every commit is a new entry, whatever it touches.
  useCommits(() => void trail.refetch({ cancelRefetch: false }))
  const entries = trail.data?.pages.flatMap((page) => page.items) ?? []

  async function walk(): Promise<void> {
    setCheck((await verify.run(undefined)) ?? null)
  }
  return (
    <Screen
      header={
        <PageHeader
          title={t('audit.title')}
          actions={
            <Button icon="shield" busy={verify.busy} onClick={() => void walk()}>
              {verify.busy ? t('audit.verifying') : t('audit.verify')}
            </Button>
          }
        />
      }
    >
      <p className={styles.lead}>{t('audit.lead')}</p>
      {check !== null && <ChainNote check={check} />}
      <AuditFilters filter={filter} />
      {trail.isError && <ErrorState {...words.errorState(trail.error)} onRetry={() => void trail.refetch()} />}
      {trail.isPending && <Skeleton lines={8} />}
      {trail.isSuccess && entries.length === 0 && <EmptyState icon="history" title={t('audit.none')} detail={t('audit.noneDetail')} />}
      {entries.length > 0 && <AuditTable entries={entries} />}
      {trail.hasNextPage && (
        <div className={styles.older}>
          <Button busy={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
            {t('audit.older')}
          </Button>
        </div>
      )}
    </Screen>
  )
}
