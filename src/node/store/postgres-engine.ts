/**
 * PostgreSQL at HQ: a server through `pg`, or PGlite embedded in the data folder. Both speak the same SQL; PGlite has
 * one connection, so its transactions queue by themselves.
 */
import { PGlite } from '@electric-sql/pglite'
import { type SQL, sql } from 'drizzle-orm'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import pg from 'pg'
import { createCurrentTransaction } from './current-transaction.ts'
import type { Database } from './database.ts'
import type { Engine, ReadTx, Tx } from './engine.ts'
import { builderRecordAccess } from './record-access.ts'
import { postgresSchema } from './schema.ts'

// PostgreSQL sends 64-bit integers as text; ours are counters far below 2^53, so they are read as numbers.
const int8Oid = 20

export interface PostgresStore extends Engine {
  /** Runs a script of several statements outside drizzle; the migration runner needs it. */
  script(sqlText: string): Promise<void>
  queryRows(sqlText: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>
  /** Runs work on one connection in one transaction, with plain SQL. */
  scriptTransaction(
    work: (run: (sqlText: string, values?: readonly unknown[]) => Promise<void>) => Promise<void>,
  ): Promise<void>
}

/** Connects to a server. `url` is a libpq URL; `pool` is the number of connections kept. */
export function openPostgres(url: string, pool = 8): PostgresStore {
  const client = new pg.Pool({
    connectionString: url,
    max: pool,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === int8Oid ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  })
  // An idle connection that the server closes must not end the process; the next query opens a new one.
  client.on('error', () => undefined)
  const db = drizzlePg({ client, casing: 'snake_case' })
  return {
    ...engineOn(db as unknown as PgDatabase, () => client.end()),
    script: async (sqlText) => void (await client.query(sqlText)),
    queryRows: async (sqlText, values) =>
      (await client.query(sqlText, values === undefined ? undefined : [...values])).rows,
    scriptTransaction: async (work) => {
      const connection = await client.connect()
      try {
        await connection.query('begin')
        await work(
          async (sqlText, values) =>
            void (await connection.query(sqlText, values === undefined ? undefined : [...values])),
        )
        await connection.query('commit')
      } catch (error) {
        await connection.query('rollback')
        throw error
      } finally {
        connection.release()
      }
    },
  }
}

/** Opens PGlite in a folder, or in memory when `dataDir` is undefined. The caller must hold the folder's lock. */
export async function openPglite(dataDir?: string): Promise<PostgresStore> {
  const client = dataDir === undefined ? new PGlite() : new PGlite(dataDir)
  await client.waitReady
  const db = drizzlePglite({ client, casing: 'snake_case' })
  return {
    ...engineOn(db as unknown as PgDatabase, () => client.close()),
    script: async (sqlText) => void (await client.exec(sqlText)),
    queryRows: async (sqlText, values) =>
      (await client.query<Record<string, unknown>>(sqlText, values === undefined ? undefined : [...values])).rows,
    scriptTransaction: (work) =>
      client.transaction(async (tx) => {
        await work(async (sqlText, values) => {
          if (values === undefined) await tx.exec(sqlText)
          else await tx.query(sqlText, [...values])
        })
      }),
  }
}

interface PgDatabase extends Database {
  execute(query: SQL): Promise<{ rows: unknown[] }>
  transaction<Result>(work: (tx: PgDatabase) => Promise<Result>): Promise<Result>
}

function engineOn(db: PgDatabase, close: () => Promise<void>): Engine {
  const current = createCurrentTransaction()
  return {
    dialect: 'postgres',
    tables: postgresSchema,
    read: (work) => work(current.get() ?? readTxOn(db)),
    write: (work) => {
      if (current.get() !== undefined) throw new Error('a write inside a write: pass the transaction instead')
      return db.transaction((handle) => {
        const tx: Tx = {
          ...readTxOn(handle),
          writable: true,
          fixed: fixedOn(handle),
          execute: async (query) => void (await handle.execute(query)),
        }
        return current.run(tx, () => work(tx))
      })
    },
    backupTo: null,
    close,
  }
}

function fixedOn(handle: PgDatabase): Tx['fixed'] {
  return async <Row>(text: string, values: readonly (string | number | null)[]) => {
    const parts = text.split('?').map((part) => sql.raw(part))
    const chunks = parts.flatMap((part, index) => (index < values.length ? [part, sql`${values[index]}`] : [part]))
    return (await handle.execute(sql.join(chunks))).rows as Row[]
  }
}

function readTxOn(db: PgDatabase): ReadTx & Pick<Tx, 'records'> {
  return {
    dialect: 'postgres',
    db,
    tables: postgresSchema,
    records: builderRecordAccess(db, postgresSchema),
    raw: async <Row>(query: SQL) => (await db.execute(query)).rows as Row[],
  }
}
