/**
 * One schema, two engines. Tables are declared once against a *column kit*; each dialect supplies its own kit. The
 * PostgreSQL kit is cast to the SQLite kit's type, so the whole program sees one static type per table, and this file
 * holds the only cast.
 *
 * What a column means on each engine: booleans are real booleans on PostgreSQL and 0/1 on SQLite (drizzle maps both),
 * json is jsonb / text, instants and dates are text on both so that they sort and compare the same everywhere.
 */
import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'

export const sqliteKit = {
  table: sqlite.sqliteTable,
  text: () => sqlite.text(),
  choice: <const Values extends readonly [string, ...string[]]>(values: Values) =>
    sqlite.text({ enum: [...values] as Writable<Values> }),
  bool: () => sqlite.integer({ mode: 'boolean' }),
  int: () => sqlite.integer(),
  real: () => sqlite.real(),
  json: <Value>() => sqlite.text({ mode: 'json' }).$type<Value>(),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  check: sqlite.check,
} as const

type Writable<Values extends readonly [string, ...string[]]> = [Values[number], ...Values[number][]]

export type ColumnKit = typeof sqliteKit

export const postgresKit = {
  table: pg.pgTable,
  text: () => pg.text(),
  choice: (values: readonly [string, ...string[]]) => pg.text({ enum: [...values] as [string, ...string[]] }),
  bool: () => pg.boolean(),
  int: () => pg.bigint({ mode: 'number' }),
  real: () => pg.doublePrecision(),
  json: () => pg.jsonb(),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  check: pg.check,
} as unknown as ColumnKit

/** Condition of an index over living rows only: tombstones stay in the table but out of the hot indexes. */
export const livingOnly = sql`deleted_at is null`
