/**
 * The one list query: filter, search, sort and a window, on both engines.
 *
 * Speed on a million rows comes from three habits. Pages after the first continue from a cursor (the last row's sort
 * value and id), never by counting rows. Totals are cached until the table changes. And the count decides the plan on
 * SQLite: a broad filter walks the index of the sort order and skips what does not fit, a narrow one gathers what fits
 * and sorts it; SQLite alone picks the wrong one of these, which costs 300 ms instead of 1 (measured, docs/bench.md).
 */
import {
  type AnyColumn,
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNull,
  lt,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { ConditionGroup, ListAnswer } from '../../core/kernel/listing.ts'
import type { SiteScope } from '../../core/kernel/policy.ts'
import { DomainError } from '../../core/kernel/refusal.ts'
import type { CountCache } from './count-cache.ts'
import type { ReadTx } from './engine.ts'
import type { EntityName, Row } from './entities.ts'
import { conditionSql, fieldCondition } from './list-conditions.ts'
import type { ListSpec } from './list-spec.ts'
import { matchSearch } from './search.ts'

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

interface SortKey {
  readonly field: string
  readonly column: AnyColumn
  readonly descending: boolean
}

/** A filter that keeps at least this share of the table counts as broad. */
const broadShare = 0.01

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
  const table = tx.tables[spec.entity] as unknown as ReadTx['tables']['customer']
  const columns = getTableColumns(table) as Record<string, AnyColumn>
  const keys = sortKeys(spec, columns, request.sort ?? spec.defaultSort)
  const base = [isNull(table.deletedAt), ...siteCondition(spec, columns, scope), ...extra]
  const filters = filterConditions(tx, spec, columns, request)
  const search =
    request.q === undefined || spec.searchable === undefined
      ? null
      : await matchSearch(tx, spec.searchable, request.q, sql`${table.id}`)
  const all = and(...base, ...filters, search?.condition)
  const total = await counts.count(tx, spec.entity, table, all)
  const walk = tx.dialect === 'sqlite' && (await isBroad(tx, spec, table, counts, total, filters.length > 0))
  const where = walk ? and(...base, ...filters.map(withoutIndex), search?.condition) : all
  const after = request.cursor === undefined ? undefined : afterCursor(keys, table.id, readCursor(request.cursor, keys))
  const query = tx.db
    .select()
    .from(table)
    .where(and(where, after))
    .orderBy(...keys.map((key) => ordered(key)), keys.at(-1)?.descending === true ? desc(table.id) : asc(table.id))
    .limit(request.limit + 1)
  const rows =
    request.cursor === undefined && request.offset !== undefined ? await query.offset(request.offset) : await query
  const items = rows.slice(0, request.limit) as unknown as Row<Entity>[]
  const last = rows.length > request.limit ? (items.at(-1) as Record<string, unknown> | undefined) : undefined
  return { items, total, nextCursor: last === undefined ? null : writeCursor(keys, last) }
}

/** The condition of a request without window and order: for exports, bulk edits and counts of the same selection. */
export async function listCondition(
  tx: ReadTx,
  spec: ListSpec,
  request: Omit<ListRequest, 'limit'>,
  scope: SiteScope,
): Promise<SQL | undefined> {
  const table = tx.tables[spec.entity] as unknown as ReadTx['tables']['customer']
  const columns = getTableColumns(table) as Record<string, AnyColumn>
  const search =
    request.q === undefined || spec.searchable === undefined
      ? null
      : await matchSearch(tx, spec.searchable, request.q, sql`${table.id}`)
  return and(
    isNull(table.deletedAt),
    ...siteCondition(spec, columns, scope),
    ...filterConditions(tx, spec, columns, request),
    search?.condition,
  )
}

async function isBroad(
  tx: ReadTx,
  spec: ListSpec,
  table: ReadTx['tables']['customer'],
  counts: CountCache,
  total: number,
  filtered: boolean,
): Promise<boolean> {
  if (!filtered) return false
  const living = await counts.count(tx, spec.entity, table, isNull(table.deletedAt))
  return total >= living * broadShare
}

function siteCondition(spec: ListSpec, columns: Record<string, AnyColumn>, scope: SiteScope): SQL[] {
  if (spec.siteColumn === null || scope.kind === 'all') return []
  const column = columns[spec.siteColumn]
  return column === undefined ? [] : [inArray(column, [...scope.siteIds])]
}

function filterConditions(
  tx: ReadTx,
  spec: ListSpec,
  columns: Record<string, AnyColumn>,
  request: Omit<ListRequest, 'limit'>,
): SQL[] {
  const found: (SQL | undefined)[] = []
  for (const [field, value] of Object.entries(request.filters ?? {})) {
    if (value === undefined) continue
    found.push(
      fieldCondition(tx, spec, columns, { field, op: Array.isArray(value) ? 'in' : 'is', value: value as never }),
    )
  }
  if (request.where !== undefined) found.push(conditionSql(tx, spec, columns, request.where))
  return found.filter((one) => one !== undefined)
}

/** Keeps SQLite from using an index for this condition, by wrapping it in a no-op. */
function withoutIndex(condition: SQL): SQL {
  return sql`+(${condition})`
}

function sortKeys(spec: ListSpec, columns: Record<string, AnyColumn>, text: string): SortKey[] {
  return text.split(',').map((part) => {
    const descending = part.startsWith('-')
    const field = descending ? part.slice(1) : part
    const declared = spec.fields[field]
    const column = columns[declared?.column ?? field]
    if (declared === undefined || declared.sortable === false || column === undefined) {
      throw new DomainError(
        'validation_failed',
        { issues: [{ path: 'sort', code: 'unknown_field', field }] },
        { field: 'sort' },
      )
    }
    return { field: declared.column ?? field, column, descending }
  })
}

function ordered(key: SortKey): SQL {
  return key.descending ? sql`${key.column} desc nulls last` : sql`${key.column} asc nulls last`
}

/** Rows after the cursor in the list's order; nulls come last in both directions. */
function afterCursor(keys: readonly SortKey[], id: AnyColumn, cursor: Cursor): SQL | undefined {
  const lastDescending = keys.at(-1)?.descending === true
  const [first] = keys
  // One sort key with a value: a row-value comparison, which both engines answer from the index.
  if (keys.length === 1 && first !== undefined && cursor.values[0] !== null && cursor.values[0] !== undefined) {
    const than = first.descending ? sql`<` : sql`>`
    return sql`((${first.column}, ${id}) ${than} (${cursor.values[0]}, ${cursor.id}) or ${first.column} is null)`
  }
  const steps: (SQL | undefined)[] = []
  for (let index = 0; index <= keys.length; index += 1) {
    const equal = keys.slice(0, index).map((key, at) => sameAs(key.column, cursor.values[at]))
    const key = keys[index]
    if (key === undefined) steps.push(and(...equal, lastDescending ? lt(id, cursor.id) : gt(id, cursor.id)))
    else {
      const value = cursor.values[index]
      if (value === null || value === undefined) continue
      const beyond = key.descending ? lt(key.column, value) : gt(key.column, value)
      steps.push(and(...equal, or(beyond, isNull(key.column))))
    }
  }
  return or(...steps)
}

function sameAs(column: AnyColumn, value: unknown): SQL {
  return value === null || value === undefined ? isNull(column) : eq(column, value)
}

interface Cursor {
  readonly values: readonly unknown[]
  readonly id: string
}

function writeCursor(keys: readonly SortKey[], row: Record<string, unknown>): string {
  const value = { k: keys.map(sortName).join(','), v: keys.map((key) => row[key.field] ?? null), i: row.id }
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function readCursor(text: string, keys: readonly SortKey[]): Cursor {
  try {
    const value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as { k: unknown; v: unknown; i: unknown }
    const fits =
      value.k === keys.map(sortName).join(',') &&
      Array.isArray(value.v) &&
      value.v.length === keys.length &&
      value.v.every(isScalar)
    if (fits && typeof value.i === 'string') return { values: value.v as unknown[], id: value.i }
  } catch {
    // Falls through to the refusal: a cursor that cannot be read and one that does not fit are the same to the caller.
  }
  throw new DomainError('cursor_invalid', {}, { field: 'cursor' })
}

function sortName(key: SortKey): string {
  return `${key.descending ? '-' : ''}${key.field}`
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
