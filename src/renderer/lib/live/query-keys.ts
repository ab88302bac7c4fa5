/**
 * Which queries a commit makes stale. A key begins with the entity it shows: `[entity, 'list', ...]` or
 * `[entity, 'one', id, ...]`. What a query shows of other entities stands in its meta, because a list of customers
 * with their contacts is stale when a contact changes.
 */
import type { Query, QueryKey } from '@tanstack/react-query'

export interface LiveMeta extends Record<string, unknown> {
  readonly also?: readonly string[]
}

/** Touched records by entity; null instead of ids when there are too many to name. */
export type Touched = Readonly<Record<string, readonly string[] | null>>

export function listKey(entity: string, ...rest: readonly unknown[]): QueryKey {
  return [entity, 'list', ...rest]
}

export function oneKey(entity: string, id: string, ...rest: readonly unknown[]): QueryKey {
  return [entity, 'one', id, ...rest]
}

/** Whether a query shows something that was touched. */
export function showsTouched(query: Pick<Query, 'queryKey' | 'meta'>, touched: Touched): boolean {
  const also = (query.meta as LiveMeta | undefined)?.also
  if (also?.some((entity) => Object.hasOwn(touched, entity)) === true) return true
  const [entity, kind, id] = query.queryKey
  if (typeof entity !== 'string' || !Object.hasOwn(touched, entity)) return false
  const ids = touched[entity]
  return kind !== 'one' || ids === null || ids === undefined || ids.includes(String(id))
}
