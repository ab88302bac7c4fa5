/** The two databases the migration runner works on. */
import type BetterSqlite3 from 'better-sqlite3'
import type { AppliedStep, MigrationTarget } from './migrate.ts'
import type { PostgresStore } from './postgres-engine.ts'

const bookkeeping = `create table if not exists schema_migration (
  version integer primary key, name text not null, hash text not null, min_safe_version integer not null, applied_at text not null)`

interface BookkeepingRow {
  version: number
  name: string
  hash: string
  min_safe_version: number
}

function asApplied(row: BookkeepingRow): AppliedStep {
  return { version: Number(row.version), name: row.name, hash: row.hash, minSafeVersion: Number(row.min_safe_version) }
}

export function sqliteTarget(connection: BetterSqlite3.Database, backup: () => Promise<void>): MigrationTarget {
  return {
    dialect: 'sqlite',
    applied: async () => {
      connection.exec(bookkeeping)
      return (connection.prepare('select * from schema_migration order by version').all() as BookkeepingRow[]).map(
        asApplied,
      )
    },
    apply: async (sqlText, record) => {
      // A rebuilt table drops the old one; with foreign keys on, that would empty its children or stop. The pragma has
      // no effect inside a transaction, so it stands around it.
      connection.pragma('foreign_keys = off')
      try {
        connection.transaction(() => {
          connection.exec(sqlText)
          const broken = connection.pragma('foreign_key_check') as unknown[]
          if (broken.length > 0)
            throw new Error(`broken foreign keys after ${record.name}: ${JSON.stringify(broken.slice(0, 3))}`)
          connection
            .prepare(
              'insert into schema_migration (version, name, hash, min_safe_version, applied_at) values (?, ?, ?, ?, ?)',
            )
            .run(record.version, record.name, record.hash, record.minSafeVersion, record.appliedAt)
        })()
      } finally {
        connection.pragma('foreign_keys = on')
      }
    },
    backup,
  }
}

export function postgresTarget(store: PostgresStore, backup: () => Promise<void>): MigrationTarget {
  return {
    dialect: 'postgres',
    applied: async () => {
      await store.script(bookkeeping)
      const rows = await store.queryRows('select * from schema_migration order by version')
      return (rows as unknown as BookkeepingRow[]).map(asApplied)
    },
    apply: (sqlText, record) =>
      store.scriptTransaction(async (run) => {
        await run(sqlText)
        await run(
          'insert into schema_migration (version, name, hash, min_safe_version, applied_at) values ($1, $2, $3, $4, $5)',
          [record.version, record.name, record.hash, record.minSafeVersion, record.appliedAt],
        )
      }),
    backup,
  }
}
