/**
 * The one list query: filter, search, sort and a window, on both engines.
 *
 * Speed on a million rows comes from these habits. Pages after the first continue from a cursor (the last row's sort
 * value and id), never by counting rows; a window in the middle skips ids only, from the nearer end. Totals are cached
 * until the records change. And the count decides the plan on SQLite: a broad filter or search walks the index of the
 * sort order and skips what does not fit, a narrow one gathers what fits and sorts it; SQLite alone picks the wrong one
 * of these, which costs 300 ms instead of 1 (measured, docs/bench.md).
 */
import { type AnyColumn, and, getTableColumns, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { ConditionGroup, ListAnswer } from '../../core/kernel/listing.ts'
import type { SiteScope } from '../../core/kernel/policy.ts'
import type { CountCache } from './count-cache.ts'
import type { ReadTx } from './engine.ts'
import type { EntityName, Row } from './entities.ts'
import { type Filter, filterConditions, withoutIndex } from './list-filters.ts'
import { beginsIndex, countingIndex, hasIndexInOrder, hasIndexOfSeveral } from './list-indexes.ts'
import { afterCursor, orderBy, readCursor, type SortKey, sortKeys, writeCursor } from './list-order.ts'
import type { ListSpec } from './list-spec.ts'
import { matchSearch, type SearchMatch } from './search.ts'

type ListedTable = ReadTx['tables']['customer']

export interface ListRequest {
  readonly limit: number
  readonly cursor?: string
  readonly offset?: number
  readonly sort?: string
  readonly q?: string
  readonly where?: ConditionGroup
  /** Plain field filters: one value, or several of which one must match. */
  readonly filters?: Readonly<Record<string, unknown>>
}

/** A filter or search that keeps at least this share of the table counts as broad. */
const broadShare = 0.01

/** Rows walked for the first matches of a broad search: about 15 ms. */
const mostWalked = 15_000

interface ListedWindow<Entity extends EntityName> {
  readonly tx: ReadTx
  readonly spec: ListSpec & { readonly entity: Entity }
  readonly table: ListedTable
  readonly keys: readonly SortKey[]
  readonly request: ListRequest
  /** Living records within the caller's reach. */
  readonly base: readonly (SQL | undefined)[]
  readonly filters: readonly Filter[]
  readonly search: SearchMatch | null
  readonly total: number
  /** Living records of the whole table, roughly. */
  readonly living: number
  readonly counts: CountCache
}

/** Answers one window of a list. Refuses `cursor_invalid` and `validation_failed` (unknown field). */
export async function listRows<Entity extends EntityName>(
  tx: ReadTx,
  spec: ListSpec & { readonly entity: Entity },
  request: ListRequest,
  scope: SiteScope,
  counts: CountCache,
  extra: readonly SQL[] = [],
): Promise<ListAnswer<Row<Entity>>> {
  // The listed table is any record table; they share the columns this function uses.
  const table = tx.tables[spec.entity] as unknown as ListedTable
  const columns = getTableColumns(table) as Record<string, AnyColumn>
  const keys = sortKeys(spec, columns, request.sort ?? spec.defaultSort)
  const reach = [...siteCondition(spec, columns, scope), ...extra]
  const base = [isNull(table.deletedAt), ...reach]
  const filters = filterConditions(tx, spec, columns, request)
  const search =
    request.q === undefined || spec.searchable === undefined
      ? null
      : await matchSearch(tx, spec.searchable, request.q, sql`${table.id}`)
  const countsAll = search !== null && filters.length === 0 && reach.length === 0
  // The search index holds living records only, so its count is the list's.
  const total = countsAll
    ? search.count
    : await counts.count(
        tx,
        spec.entity,
        table,
        and(...base, ...filters.map((one) => one.condition), search?.condition),
      )
  const living = await counts.roughly(tx, spec.entity, table)
  const rows = await windowRows({ tx, spec, table, keys, request, base, filters, search, total, living, counts })
  const items = rows.slice(0, request.limit) as unknown as Row<Entity>[]
  const last = rows.length > request.limit ? (items.at(-1) as Record<string, unknown> | undefined) : undefined
  return { items, total, nextCursor: last === undefined ? null : writeCursor(keys, last) }
}

/** The rows of the window and one more, in order. */
async function windowRows<Entity extends EntityName>(window: ListedWindow<Entity>): Promise<unknown[]> {
  const { tx, table, keys, request, search, total } = window
  const after = request.cursor === undefined ? undefined : afterCursor(keys, table.id, readCursor(request.cursor, keys))
  const offset = request.cursor === undefined ? (request.offset ?? 0) : 0
  if (offset >= total && offset > 0) return []
  const conditions = offset > 0 ? await skippingConditions(window) : [...window.base, ...(await plannedFilters(window))]
  const where = and(...conditions, after)
  const limit = request.limit + 1
  if (search === null && offset === 0) {
    return tx.db
      .select()
      .from(table)
      .where(where)
      .orderBy(...orderBy(keys, table.id))
      .limit(limit)
  }
  const found =
    search !== null && search.bodyCondition !== null && offset === 0
      ? await walkForMatches(window, where, search.bodyCondition, limit)
      : null
  const ids = found ?? (await orderedIds(window, where, limit, offset))
  if (ids.length === 0) return []
  return tx.db
    .select()
    .from(table)
    .where(inArray(table.id, ids))
    .orderBy(...orderBy(keys, table.id))
}

/** Ids of a window. Only ids and sort keys are carried through what is skipped, which an index often holds by itself. */
async function orderedIds<Entity extends EntityName>(
  { tx, table, keys, total, search }: ListedWindow<Entity>,
  where: SQL | undefined,
  limit: number,
  offset: number,
): Promise<string[]> {
  const fromEnd = total - offset - limit
  const backwards = fromEnd > 0 && fromEnd < offset
  const order = orderBy(keys, table.id, backwards)
  const skipped = backwards ? fromEnd : offset
  if (search !== null && search.entries !== null) {
    // From the matches to the records; the other way round SQLite sorts all the ids first.
    const { from, condition } = search.entries
    const joined = sql`select ${table.id} as id from ${from} cross join ${table} on ${table.id} = entry.record_id`
    const rows = await tx.raw<{ id: string }>(
      sql`${joined} where ${and(condition, where)} order by ${sql.join(order, sql`, `)} limit ${limit} offset ${skipped}`,
    )
    return rows.map((row) => row.id)
  }
  const rows = await tx.db
    .select({ id: table.id })
    .from(table)
    .where(and(where, search?.condition))
    .orderBy(...order)
    .limit(limit)
    .offset(skipped)
  return rows.map((row) => row.id)
}

/**
 * Ids of the first matches of a broad search, found by walking the order and reading each entry's words; null when that
 * found too few, because the matches stand together further on (all of one herd, sorted by name).
 */
async function walkForMatches<Entity extends EntityName>(
  window: ListedWindow<Entity>,
  where: SQL | undefined,
  bodyCondition: SQL,
  limit: number,
): Promise<string[] | null> {
  const { tx, table, keys, search, living, spec } = window
  if ((search?.count ?? 0) < living * broadShare) return null
  const order = sql.join(orderBy(keys, table.id), sql`, `)
  // The keys are carried along under names of their own, so that SQLite sees that the walk is in order already.
  const carried = keys.map((key, place) => sql`${key.column} as ${sql.raw(`key${place}`)}`)
  const sameOrder = keys.map((key, place) =>
    sql.raw(`walked.key${place} ${key.descending ? 'desc' : 'asc'} nulls last`),
  )
  const idOrder = sql.raw(`walked.id ${keys.at(-1)?.descending === true ? 'desc' : 'asc'}`)
  const walked = sql`select ${table.id} as id, ${sql.join(carried, sql`, `)} from ${table} where ${where} order by ${order} limit ${mostWalked}`
  const rows = await tx.raw<{ id: string }>(
    sql`select walked.id from (${walked}) walked cross join ${sql.raw(`search_${spec.searchable}`)} entry on entry.record_id = walked.id
      where ${bodyCondition} order by ${sql.join([...sameOrder, idOrder], sql`, `)} limit ${limit}`,
  )
  return rows.length === limit ? rows.map((row) => row.id) : null
}

/**
 * The filters as SQLite should see them. A broad filter is wrapped so that the order's index is walked; where an index
 * holds the rows of one compared value in that order, that comparison stays open to it. Of narrow filters only the one
 * that keeps least stays open, unless an index serves several at once.
 */
async function plannedFilters<Entity extends EntityName>(window: ListedWindow<Entity>): Promise<(SQL | undefined)[]> {
  const { tx, table, filters, total, living } = window
  if (tx.dialect !== 'sqlite') return filters.map((one) => one.condition)
  if (total >= living * broadShare) {
    const served = servedByOrder(window)
    return filters.map((one) => (one === served ? one.condition : withoutIndex(one.condition)))
  }
  const rivals = filters.filter((one) => one.equal !== null && beginsIndex(table, one.equal))
  if (
    rivals.length < 2 ||
    hasIndexOfSeveral(
      table,
      filters.flatMap((one) => one.equal ?? []),
    )
  )
    return filters.map((one) => one.condition)
  const sizes = await Promise.all(
    rivals.map((one) =>
      window.counts.count(tx, window.spec.entity, table, and(isNull(table.deletedAt), one.condition)),
    ),
  )
  const smallest = rivals[sizes.indexOf(Math.min(...sizes))]
  return filters.map((one) => (rivals.includes(one) && one !== smallest ? withoutIndex(one.condition) : one.condition))
}

/** The filter whose rows an index holds in the list's order, if there is one. */
function servedByOrder<Entity extends EntityName>({ table, keys, filters }: ListedWindow<Entity>): Filter | undefined {
  const [key] = keys
  if (keys.length !== 1 || key === undefined) return undefined
  return filters.find((one) => one.equal !== null && hasIndexInOrder(table, one.equal, key.column))
}

/**
 * The conditions for a window in the middle, where many rows are skipped. If one index answers all of them, the rows that
 * fit are gathered from it as numbers and looked up while walking the order's index: no row is read to be skipped.
 */
async function skippingConditions<Entity extends EntityName>(
  window: ListedWindow<Entity>,
): Promise<(SQL | undefined)[]> {
  const { tx, table, base, filters, search } = window
  const planned = [...base, ...(await plannedFilters(window))]
  if (tx.dialect !== 'sqlite' || search !== null) return planned
  // Without conditions beyond "living", or with one that the order's index serves, nothing is read to be skipped anyway.
  const isServed = filters.length === 0 || (filters.length === 1 && servedByOrder(window) !== undefined)
  if (base.length === 1 && isServed) return planned
  const all = and(...base, ...filters.map((one) => one.condition))
  const index = countingIndex(table, all)
  if (index === null) return planned
  return [
    isNull(table.deletedAt),
    sql`+${table}.rowid in (select rowid from ${table} indexed by ${sql.raw(index)} where ${all})`,
  ]
}

/** The condition of a request without window and order: for exports, bulk edits and counts of the same selection. */
export async function listCondition(
  tx: ReadTx,
  spec: ListSpec,
  request: Omit<ListRequest, 'limit'>,
  scope: SiteScope,
): Promise<SQL | undefined> {
  const table = tx.tables[spec.entity] as unknown as ListedTable
  const columns = getTableColumns(table) as Record<string, AnyColumn>
  const search =
    request.q === undefined || spec.searchable === undefined
      ? null
      : await matchSearch(tx, spec.searchable, request.q, sql`${table.id}`)
  return and(
    isNull(table.deletedAt),
    ...siteCondition(spec, columns, scope),
    ...filterConditions(tx, spec, columns, request).map((one) => one.condition),
    search?.condition,
  )
}

function siteCondition(spec: ListSpec, columns: Record<string, AnyColumn>, scope: SiteScope): SQL[] {
  if (spec.siteColumn === null || scope.kind === 'all') return []
  const column = columns[spec.siteColumn]
  return column === undefined ? [] : [inArray(column, [...scope.siteIds])]
}
