/** History of one record and its parts: who did what, when, from what to what. Read from the changesets alone. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../../core/areas/quality/quality.model.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Timeline, type TimelineEntry } from '../../ui/timeline.tsx'
import { useApi } from '../api/services.tsx'
import { useWords } from '../i18n/use-words.ts'
import { oneKey } from '../live/query-keys.ts'
import { PersonName } from '../people/person-names.tsx'
import { useActionText } from './action-text.ts'
import { ChangeList } from './change-list.tsx'
import styles from './history.module.css'
import { partsOf } from './history-fields.ts'

const pageSize = 20

interface RecordHistoryProps {
  readonly entity: string
  readonly id: string
}

export function RecordHistory({ entity, id }: RecordHistoryProps): ReactElement {
  const { t } = useTranslation('quality')
  const words = useWords()
  const actionText = useActionText()
  const history = useHistory(entity, id)
  if (history.isPending) return <Skeleton lines={6} />
  if (history.isError) return <ErrorState {...words.errorState(history.error)} onRetry={() => void history.refetch()} />
  const entries = history.data.pages.flatMap((page) => page.items)
  if (entries.length === 0)
    return <EmptyState icon="history" title={t('history.empty')} detail={t('history.emptyDetail')} />
  return (
    <div className={styles.history}>
      <Timeline entries={entries.map((entry) => timelineEntry(entry, { entity, id }, actionText(entry)))} />
      {history.hasNextPage && (
        <Button
          kind="quiet"
          icon="chevron-down"
          busy={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('history.earlier')}
        </Button>
      )}
    </div>
  )
}

function useHistory(entity: string, id: string) {
  const api = useApi()
  return useInfiniteQuery({
    queryKey: oneKey(entity, id, 'history'),
    queryFn: ({ pageParam, signal }) =>
      api.quality.history(
        { entity, id, limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: { also: partsOf(entity) },
  })
}

function timelineEntry(entry: AuditEntry, of: RecordHistoryProps, title: string): TimelineEntry {
  return {
    id: entry.id,
    at: entry.at,
    title,
    marks: (
      <span className={styles.dim}>
        <RelativeTime at={entry.at} />
      </span>
    ),
    who: <PersonName id={entry.userId} />,
    ...(entry.ops.length === 0 ? {} : { detail: <ChangeList ops={entry.ops} of={of} /> }),
  }
}
