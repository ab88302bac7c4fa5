/**
 * What the declared indexes of a table can do for a list on SQLite. Its planner has no statistics in our files and then
 * prefers any index with an equality to one that holds all it needs; counting 360,000 of a million animals took 1.5 s
 * by the first and 45 ms by the second (measured, docs/bench.md).
 */
import { type AnyColumn, Column, is, Param, SQL, StringChunk } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import type { ReadTx } from './engine.ts'

type ListedTable = ReadTx['tables']['customer']

interface LivingIndex {
  readonly name: string
  /** Property names of its columns, in order. */
  readonly columns: readonly string[]
}

const known = new WeakMap<object, readonly LivingIndex[]>()

/** The indexes over living rows, which are the ones lists use. */
function livingIndexes(table: ListedTable): readonly LivingIndex[] {
  const cached = known.get(table)
  if (cached !== undefined) return cached
  const found = getTableConfig(table).indexes.flatMap(({ config }) => {
    const isLiving =
      is(config.where, SQL) &&
      config.where.queryChunks.some((chunk) => is(chunk, StringChunk) && chunk.value.join('') === 'deleted_at is null')
    const columns = config.columns.flatMap((column) => (is(column, Column) ? [propertyOf(table, column)] : []))
    return isLiving && columns.length === config.columns.length ? [{ name: config.name, columns }] : []
  })
  known.set(table, found)
  return found
}

function propertyOf(table: ListedTable, column: AnyColumn): string {
  return Object.entries(table).find(([, own]) => own === column)?.[0] ?? column.name
}

/**
 * Name of the index that alone can answer how many living rows fit the condition, or null: one whose first column is
 * compared if there is such a one, else the narrowest.
 */
export function countingIndex(table: ListedTable, condition: SQL | undefined): string | null {
  if (condition === undefined || !asksForLiving(table, condition)) return null
  const used = columnsUsed(table, condition)
  if (used === null) return null
  used.delete('deletedAt')
  const covering = livingIndexes(table).filter((index) => [...used].every((column) => index.columns.includes(column)))
  const begins = covering.filter((index) => index.columns[0] !== undefined && used.has(index.columns[0]))
  return narrowest(begins.length > 0 ? begins : covering)?.name ?? null
}

function narrowest(indexes: readonly LivingIndex[]): LivingIndex | undefined {
  return indexes.toSorted((left, right) => left.columns.length - right.columns.length)[0]
}

/** Whether an index holds the living rows with one value of `equal` in the order of `sorted`. */
export function hasIndexInOrder(table: ListedTable, equal: AnyColumn, sorted: AnyColumn): boolean {
  const wanted = [propertyOf(table, equal), propertyOf(table, sorted), 'id']
  return livingIndexes(table).some((index) => wanted.every((column, place) => index.columns[place] === column))
}

/** Whether an index of living rows begins with the column. */
export function beginsIndex(table: ListedTable, column: AnyColumn): boolean {
  const property = propertyOf(table, column)
  return livingIndexes(table).some((index) => index.columns[0] === property)
}

/** Whether an index of living rows begins with two of these columns. */
export function hasIndexOfSeveral(table: ListedTable, columns: readonly AnyColumn[]): boolean {
  const compared = new Set(columns.map((column) => propertyOf(table, column)))
  return livingIndexes(table).some(
    ({ columns: [first, second] }) =>
      first !== undefined && second !== undefined && compared.has(first) && compared.has(second),
  )
}

/** Property names of the columns a condition looks at; null when it looks anywhere else. */
function columnsUsed(table: ListedTable, condition: SQL): Set<string> | null {
  const used = new Set<string>()
  return collect(table, condition, used) ? used : null
}

/** Whether `deleted_at is null` stands in the condition; without it SQLite cannot use an index over living rows. */
function asksForLiving(table: ListedTable, chunk: unknown): boolean {
  if (!is(chunk, SQL)) return false
  const parts = chunk.queryChunks
  const states = parts.some((part, place) => {
    const next = parts[place + 1]
    return part === table.deletedAt && is(next, StringChunk) && next.value.join('').startsWith(' is null')
  })
  return states || parts.some((part) => asksForLiving(table, part))
}

function collect(table: ListedTable, chunk: unknown, used: Set<string>): boolean {
  if (Array.isArray(chunk)) return chunk.every((part) => collect(table, part, used))
  if (is(chunk, SQL)) return chunk.queryChunks.every((part) => collect(table, part, used))
  // A condition with a query of its own names columns inside its text.
  if (is(chunk, StringChunk)) return !/\bselect\b/i.test(chunk.value.join(''))
  if (is(chunk, Column)) {
    used.add(propertyOf(table, chunk))
    return chunk.table === table
  }
  return is(chunk, Param) || chunk === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof chunk)
}
