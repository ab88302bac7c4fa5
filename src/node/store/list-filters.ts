/** The filters of a list request as conditions, each with what an index could do for it. */
import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import type { Condition, ConditionGroup } from '../../core/kernel/listing.ts'
import type { ReadTx } from './engine.ts'
import { conditionSql, fieldCondition } from './list-conditions.ts'
import type { ListSpec } from './list-spec.ts'

/** What a request filters by: plain field filters, and groups of conditions. */
export interface FilterRequest {
  readonly where?: ConditionGroup
  readonly filters?: Readonly<Record<string, unknown>>
}

export interface Filter {
  readonly condition: SQL
  /** The column that has one given value by it, if that is what it says. */
  readonly equal: AnyColumn | null
}

/** Refuses `validation_failed` for a field the list does not have. */
export function filterConditions(
  tx: ReadTx,
  spec: ListSpec,
  columns: Record<string, AnyColumn>,
  request: FilterRequest,
): Filter[] {
  const stated: Condition[] = []
  for (const [field, value] of Object.entries(request.filters ?? {})) {
    if (value !== undefined) stated.push({ field, op: Array.isArray(value) ? 'in' : 'is', value: value as never })
  }
  // The members of an outer "all" stand beside the plain filters.
  const groups: ConditionGroup[] = []
  const outer = request.where === undefined ? [] : 'all' in request.where ? request.where.all : [request.where]
  for (const member of outer) 'field' in member ? stated.push(member) : groups.push(member)
  const filters = stated.flatMap((one) =>
    asFilter(fieldCondition(tx, spec, columns, one), equalColumn(spec, columns, one)),
  )
  return [...filters, ...groups.flatMap((group) => asFilter(conditionSql(tx, spec, columns, group), null))]
}

function asFilter(condition: SQL | undefined, equal: AnyColumn | null): Filter[] {
  return condition === undefined ? [] : [{ condition, equal }]
}

function equalColumn(
  spec: ListSpec,
  columns: Record<string, AnyColumn>,
  { field, op, value }: Condition,
): AnyColumn | null {
  const declared = spec.fields[field]
  const isOne = op === 'is' || (op === 'in' && Array.isArray(value) && value.length === 1)
  return !isOne || declared === undefined || declared.condition !== undefined
    ? null
    : (columns[declared.column ?? field] ?? null)
}

/** Keeps SQLite from using an index for this condition, by wrapping it in a no-op. */
export function withoutIndex(condition: SQL): SQL {
  return sql`+(${condition})`
}
