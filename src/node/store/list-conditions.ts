/** Turns conditions, as screens and REST state them, into SQL. Field names are looked up, values are bound: nothing a
 * person types becomes SQL text. */
import {
  type AnyColumn,
  and,
  between,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  not,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { exhaustive } from '../../core/kernel/assert.ts'
import type { Condition, ConditionGroup } from '../../core/kernel/listing.ts'
import { DomainError } from '../../core/kernel/refusal.ts'
import type { ReadTx } from './engine.ts'
import type { ListSpec } from './list-spec.ts'

export function conditionSql(
  tx: ReadTx,
  spec: ListSpec,
  columns: Record<string, AnyColumn>,
  group: ConditionGroup,
): SQL | undefined {
  const members = 'all' in group ? group.all : group.any
  const parts = members.map((member) =>
    'field' in member ? fieldCondition(tx, spec, columns, member) : conditionSql(tx, spec, columns, member),
  )
  return 'all' in group ? and(...parts) : or(...parts)
}

/** SQL of one comparison; refuses `validation_failed` for a field the list does not have or a value of the wrong form. */
export function fieldCondition(
  tx: ReadTx,
  spec: ListSpec,
  columns: Record<string, AnyColumn>,
  condition: Condition,
): SQL | undefined {
  const field = spec.fields[condition.field]
  if (field === undefined) throw invalid(condition.field, 'unknown_field')
  if (field.condition !== undefined) return field.condition(condition, tx)
  const column = columns[field.column ?? condition.field]
  if (column === undefined) throw invalid(condition.field, 'unknown_field')
  return columnCondition(column, condition, tx)
}

/** SQL of one comparison on a column; the same wording for columns of joined tables. */
export function columnCondition(
  column: AnyColumn,
  condition: Pick<Condition, 'op' | 'value'> & { field?: string },
  tx: ReadTx,
): SQL {
  const { op } = condition
  const name = condition.field ?? column.name
  const one = () => {
    if (condition.value === undefined || Array.isArray(condition.value)) throw invalid(name, 'one_value_expected')
    return condition.value
  }
  const many = () => {
    if (condition.value === undefined) throw invalid(name, 'values_expected')
    return Array.isArray(condition.value) ? condition.value : [condition.value]
  }
  switch (op) {
    case 'is':
      return eq(column, one())
    case 'is_not':
      return orEmpty(ne(column, one()), column)
    case 'in':
      return inArray(column, many())
    case 'not_in':
      return orEmpty(notInArray(column, many()), column)
    case 'contains':
      return like(column, `%${escapeLike(String(one()))}%`, tx)
    case 'starts_with':
      return like(column, `${escapeLike(String(one()))}%`, tx)
    case 'gt':
      return gt(column, one())
    case 'gte':
      return gte(column, one())
    case 'lt':
      return lt(column, one())
    case 'lte':
      return lte(column, one())
    case 'between': {
      const [from, to] = many()
      if (from === undefined || to === undefined) throw invalid(name, 'two_values_expected')
      return between(column, from, to)
    }
    case 'is_empty':
      return isNull(column)
    case 'is_not_empty':
      return isNotNull(column)
    default:
      return exhaustive(op)
  }
}

/** "Is not X" keeps rows where nothing is stated, which plain SQL would drop. */
function orEmpty(condition: SQL, column: AnyColumn): SQL {
  return or(condition, isNull(column)) ?? not(sql`false`)
}

function like(column: AnyColumn, pattern: string, tx: ReadTx): SQL {
  return tx.dialect === 'sqlite'
    ? sql`${column} like ${pattern} escape '\\'`
    : sql`${column} ilike ${pattern} escape '\\'`
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
}

function invalid(field: string, code: string): DomainError {
  return new DomainError('validation_failed', { issues: [{ path: 'where', code, field }] }, { field: 'where' })
}
