/**
 * The engine port: what services know of the database. Two engines stand behind it, SQLite on a station and PostgreSQL
 * (a server, or PGlite) at HQ. Services get a `Tx` handed in; inside it they await nothing but the store.
 *
 * Promises: `write` runs one transaction at a time on SQLite and rolls back when the function throws. A read inside a
 * write sees the write. A write inside a write is a bug and throws. Reads outside a transaction see committed data.
 */
import type { SQL } from 'drizzle-orm'
import type { Database } from './database.ts'
import type { RecordAccess, RecordReading } from './record-access.ts'
import type { Schema } from './schema.ts'

export type Dialect = 'sqlite' | 'postgres'

export interface ReadTx {
  readonly dialect: Dialect
  readonly db: Database
  readonly tables: Schema
  /** Whole records by id. */
  readonly records: RecordReading
  /** Runs SQL and returns plain rows as the driver gives them; parse what comes back. */
  raw<Row = Record<string, unknown>>(query: SQL): Promise<Row[]>
}

export interface Tx extends ReadTx {
  readonly writable: true
  readonly records: RecordAccess
  /**
   * Runs a fixed text with `?` for values, on SQLite as a statement prepared once. For the few statements every
   * command runs; query builders cost more than such a statement itself. Values are text, numbers and null.
   */
  fixed<Row = Record<string, unknown>>(text: string, values: readonly (string | number | null)[]): Promise<Row[]>
  /** Runs SQL that returns nothing of interest. */
  execute(query: SQL): Promise<void>
}

export interface Engine {
  readonly dialect: Dialect
  readonly tables: Schema
  read<Result>(work: (tx: ReadTx) => Promise<Result>): Promise<Result>
  write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>
  /** Writes a consistent copy of the database to a file while in use. Null where the engine has its own tools. */
  readonly backupTo: ((file: string) => Promise<void>) | null
  close(): Promise<void>
}
