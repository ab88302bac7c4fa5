/** Options of queries that stay true by themselves: read once, read again when a commit touched what they show. */
import { queryOptions } from '@tanstack/react-query'
import { listKey, oneKey } from './query-keys.ts'

interface Common<Data> {
  /** What tells this query from others of the same entity. */
  readonly rest?: readonly unknown[]
  /** Other entities whose changes it must show, such as `customerContact`. */
  readonly also?: readonly string[]
  readonly enabled?: boolean
  readonly read: (signal: AbortSignal) => Promise<Data>
}

/** A query about one record: `useQuery(recordQuery({ entity: 'customer', id, read: (signal) => api.customers.get({ id }, { signal }) }))`. */
export function recordQuery<Data>({
  entity,
  id,
  rest = [],
  also,
  enabled = true,
  read,
}: Common<Data> & { entity: string; id: string }) {
  return queryOptions({
    queryKey: oneKey(entity, id, ...rest),
    queryFn: ({ signal }) => read(signal),
    enabled,
    ...metaOf(also),
  })
}

/** A query about many records of an entity: a short list, a count, statistics. */
export function recordsQuery<Data>({
  entity,
  rest = [],
  also,
  enabled = true,
  read,
}: Common<Data> & { entity: string }) {
  return queryOptions({
    queryKey: listKey(entity, ...rest),
    queryFn: ({ signal }) => read(signal),
    enabled,
    ...metaOf(also),
  })
}

function metaOf(also: readonly string[] | undefined) {
  return also === undefined ? {} : { meta: { also } }
}
