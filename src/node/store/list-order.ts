/** The order of a list and the place of a row in it: sort keys, and cursors that continue behind a row. */
import { type AnyColumn, and, eq, gt, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { DomainError } from '../../core/kernel/refusal.ts'
import type { ListSpec } from './list-spec.ts'

export interface SortKey {
  readonly field: string
  readonly column: AnyColumn
  readonly descending: boolean
}

/** Reads `-birthDate,name`; refuses `validation_failed` for a field the list cannot be sorted by. */
export function sortKeys(spec: ListSpec, columns: Record<string, AnyColumn>, text: string): SortKey[] {
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

/** The order with the id as the last key; backwards for windows that are nearer to the end. */
export function orderBy(keys: readonly SortKey[], id: AnyColumn, backwards = false): SQL[] {
  const towards = (column: AnyColumn, descending: boolean, isId: boolean) => {
    const direction = descending === backwards ? sql`asc` : sql`desc`
    if (isId) return sql`${column} ${direction}`
    return backwards ? sql`${column} ${direction} nulls first` : sql`${column} ${direction} nulls last`
  }
  return [
    ...keys.map((key) => towards(key.column, key.descending, false)),
    towards(id, keys.at(-1)?.descending === true, true),
  ]
}

/** Rows after the cursor in the list's order; nulls come last in both directions. */
export function afterCursor(keys: readonly SortKey[], id: AnyColumn, cursor: Cursor): SQL | undefined {
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

export interface Cursor {
  readonly values: readonly unknown[]
  readonly id: string
}

export function writeCursor(keys: readonly SortKey[], row: Record<string, unknown>): string {
  const value = { k: keys.map(sortName).join(','), v: keys.map((key) => row[key.field] ?? null), i: row.id }
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

export function readCursor(text: string, keys: readonly SortKey[]): Cursor {
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
