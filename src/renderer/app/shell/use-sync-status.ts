import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../lib/api/services.tsx'
import { recordsQuery } from '../../lib/live/live-queries.ts'
import { useCommits } from '../../lib/live/use-live-queries.ts'

/** How the exchange with HQ stands. Every commit adds to what waits, so each one reads it again. */
export function useSyncStatus() {
  const api = useApi()
  const status = useQuery(
    recordsQuery({ entity: 'changeset', rest: ['sync'], read: (signal) => api.sync.status(undefined, { signal }) }),
  )
  const { refetch } = status
  useCommits(() => void refetch({ cancelRefetch: false }))
  return status.data
}
