/** The newest step leaves exactly the tables the program declares, on both engines. */
import BetterSqlite3 from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { CasingCache } from 'drizzle-orm/casing'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/node/store/migrate.ts'
import { postgresTarget, sqliteTarget } from '../../src/node/store/migration-targets.ts'
import { migrationSteps } from '../../src/node/store/migrations/steps.ts'
import { openPglite } from '../../src/node/store/postgres-engine.ts'
import { postgresSchema, sqliteSchema } from '../../src/node/store/schema.ts'

const clock = { nowMs: () => 0 }

function declared(schema: Record<string, unknown>): Record<string, string[]> {
  const casing = new CasingCache('snake_case')
  return Object.fromEntries(
    Object.values(schema).map((table) => [
      getTableName(table as never),
      Object.values(getTableColumns(table as never))
        .map((column) => casing.getColumnCasing(column as never))
        .sort(),
    ]),
  )
}

describe('the database after the newest step', () => {
  test('has on SQLite every declared table and column, and lists use their indexes', async () => {
    const connection = new BetterSqlite3(':memory:')
    await migrate(
      sqliteTarget(connection, async () => undefined),
      migrationSteps,
      clock,
    )
    const found = Object.fromEntries(
      Object.keys(declared(sqliteSchema)).map((table) => [
        table,
        (connection.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name).sort(),
      ]),
    )
    expect(found).toEqual(declared(sqliteSchema))
    const plan = (text: string) =>
      (connection.prepare(`explain query plan ${text}`).all() as { detail: string }[])
        .map((row) => row.detail)
        .join('; ')
    expect(
      plan('select * from animal where deleted_at is null order by name_key asc nulls last, id limit 50'),
    ).toContain('USING INDEX animal_name')
    expect(plan('select * from customer where deleted_at is null order by name asc nulls last, id limit 50')).toContain(
      'USING INDEX customer_name',
    )
    expect(plan(`select * from change_entry where root_entity = 'animal' and root_id = 'x'`)).toContain(
      'USING PRIMARY KEY (root_entity=? AND root_id=?)',
    )
    connection.close()
  })

  test('has on PostgreSQL every declared table and column', async () => {
    const store = await openPglite()
    await migrate(
      postgresTarget(store, async () => undefined),
      migrationSteps,
      clock,
    )
    const rows = await store.queryRows(
      `select table_name, column_name from information_schema.columns where table_schema = 'public'`,
    )
    const found: Record<string, string[]> = {}
    for (const row of rows) {
      const table = String(row.table_name)
      if (table in declared(postgresSchema)) found[table] = [...(found[table] ?? []), String(row.column_name)].sort()
    }
    expect(found).toEqual(declared(postgresSchema))
    await store.close()
  })
})
