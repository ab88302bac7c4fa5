/**
 * SQLite on a station: one writer connection behind a queue, one read-only connection beside it.
 *
 * WAL with `synchronous=FULL`: a command that was answered survives a power cut, which `NORMAL` does not promise.
 * Statements run on the event loop of the station process; windows live in other processes and never wait for them.
 */
import BetterSqlite3 from 'better-sqlite3'
import type { SQL } from 'drizzle-orm'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { createCurrentTransaction } from './current-transaction.ts'
import type { Engine, ReadTx, Tx } from './engine.ts'
import { createQueue } from './queue.ts'
import { sqliteRecordAccess } from './record-access.ts'
import { sqliteSchema } from './schema.ts'
import { createTurnGiver, type TurnGiver } from './turn-giver.ts'

export interface SqliteOptions {
  /** Path of the database file, or ':memory:' for a store that lives as long as the process (tests). */
  readonly file: string
}

/** Opens the file for reading and writing. The schema must have been migrated before (`migrateSqlite`). */
export function openSqlite(options: SqliteOptions): Engine & { readonly writer: BetterSqlite3.Database } {
  const inMemory = options.file === ':memory:'
  const writer = openConnection(options.file, false)
  const reader = inMemory ? writer : openConnection(options.file, true)
  const queue = createQueue()
  const current = createCurrentTransaction()
  const pause = createTurnGiver()
  const writeTx: Tx = {
    ...readTxOn(writer),
    records: sqliteRecordAccess(writer, sqliteSchema, pause),
    writable: true,
    fixed: fixedOn(writer, pause),
    execute: async (query) => void executeOn(writer, query),
  }
  const readTx = readTxOn(reader)

  async function transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    writer.exec('begin immediate')
    try {
      const result = await current.run(writeTx, () => work(writeTx))
      writer.exec('commit')
      return result
    } catch (error) {
      if (writer.inTransaction) writer.exec('rollback')
      throw error
    }
  }

  return {
    dialect: 'sqlite',
    tables: sqliteSchema,
    writer,
    read: (work) => work(current.get() ?? readTx),
    write: (work) => {
      if (current.get() !== undefined) throw new Error('a write inside a write: pass the transaction instead')
      return queue.run(() => transaction(work))
    },
    backupTo: async (file) => {
      await reader.backup(file)
    },
    close: async () => {
      await queue.idle()
      if (reader !== writer) reader.close()
      writer.close()
    },
  }
}

function openConnection(file: string, readonly: boolean): BetterSqlite3.Database {
  const connection = new BetterSqlite3(file, { readonly })
  connection.pragma('busy_timeout = 5000')
  connection.pragma('temp_store = memory')
  if (readonly) {
    connection.pragma('cache_size = -32768')
    connection.pragma('query_only = on')
    return connection
  }
  connection.pragma('journal_mode = wal')
  connection.pragma('synchronous = full')
  connection.pragma('foreign_keys = on')
  // Checkpoints cost two more syncs; at 16 MB of log they are rare and still short.
  connection.pragma('wal_autocheckpoint = 4000')
  connection.pragma('cache_size = -16384')
  return connection
}

function drizzleOn(connection: BetterSqlite3.Database): BetterSQLite3Database<Record<string, never>> {
  return drizzle({ client: connection, casing: 'snake_case' })
}

function readTxOn(connection: BetterSqlite3.Database): ReadTx & Pick<Tx, 'records'> {
  const db = drizzleOn(connection)
  return {
    dialect: 'sqlite',
    db,
    tables: sqliteSchema,
    records: sqliteRecordAccess(connection, sqliteSchema),
    raw: async <Row>(query: SQL) => db.all<Row>(query),
  }
}

function fixedOn(connection: BetterSqlite3.Database, pause: TurnGiver): Tx['fixed'] {
  const prepared = new Map<string, BetterSqlite3.Statement>()
  return async <Row>(text: string, values: readonly (string | number | null)[]) => {
    let statement = prepared.get(text)
    if (statement === undefined) {
      statement = connection.prepare(text)
      prepared.set(text, statement)
    }
    if (statement.reader) return statement.all(...values) as Row[]
    statement.run(...values)
    if (pause.isDue()) await pause.turn()
    return []
  }
}

function executeOn(connection: BetterSqlite3.Database, query: SQL): void {
  drizzleOn(connection).run(query)
}
