import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useApi } from '../../lib/api/services.tsx'
import { listKey, oneKey } from '../../lib/live/query-keys.ts'
import { useCommits } from '../../lib/live/use-live-queries.ts'
import { type AuditFilters, auditInput } from './use-audit-filters.ts'

const pageSize = 50

/** The trail, newest first, page by page. Every commit adds to it, so each one reads it again. */
export function useAudit(filters: AuditFilters) {
  const api = useApi()
  const input = auditInput(filters)
  const audit = useInfiniteQuery({
    queryKey: listKey('changeset', 'audit', input),
    queryFn: ({ pageParam, signal }) =>
      api.quality.audit(
        { ...input, limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: filters.entry === undefined,
  })
  const { refetch } = audit
  useCommits(() => {
    if (filters.entry === undefined) void refetch({ cancelRefetch: false })
  })
  return audit
}

/** One changeset with all of its ops. A changeset never changes, only its state does. */
export function useAuditEntry(id: string, enabled: boolean) {
  const api = useApi()
  return useQuery({
    queryKey: oneKey('changeset', id),
    queryFn: ({ signal }) => api.quality.auditEntry({ id }, { signal }),
    enabled,
  })
}
