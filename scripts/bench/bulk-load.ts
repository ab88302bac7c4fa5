/**
 * Loads an invented register into a store beneath its services: no changesets, no guard, indexes built after the rows. A
 * million animals through commands would take an hour; what is measured afterwards is reading.
 */
import BetterSqlite3 from 'better-sqlite3'
import type { PostgresStore } from '../../src/node/store/postgres-engine.ts'
import { searchTablesSqlite } from '../../src/node/store/search-tables.ts'
import { inventRegister, type RegisterEntry, type TableRow } from './invented-register.ts'

const tables = ['animal', 'animal_identifier', 'animal_internal_number', 'animal_inbreeding'] as const

/** Fills the SQLite file of a closed store. */
export function loadSqlite(file: string, count: number, siteIds: readonly string[]): void {
  const database = new BetterSqlite3(file)
  database.pragma('journal_mode = memory')
  database.pragma('synchronous = off')
  database.pragma('cache_size = -262144')
  database.pragma('foreign_keys = off')
  const names = tables.map((name) => `'${name}'`).join(',')
  const indexes = database
    .prepare(`select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in (${names})`)
    .all() as { name: string; sql: string }[]
  for (const { name } of indexes) database.exec(`drop index ${name}`)
  for (const name of ['insert', 'delete', 'update']) database.exec(`drop trigger search_animal_${name}`)
  database.exec('begin')
  const insert = inserter(database)
  const search = database.prepare('insert into search_animal (record_id, body) values (?, ?)')
  for (const entry of inventRegister(count, siteIds)) {
    for (const [table, row] of rowsOf(entry)) insert(table, row)
    search.run(entry.animal.id, entry.body)
  }
  for (const { sql } of indexes) database.exec(sql)
  database.exec(`insert into search_animal_fts(search_animal_fts) values ('rebuild')`)
  // The triggers, from the very text the migration has.
  for (const trigger of searchTablesSqlite('animal').match(/create trigger[\s\S]*?end;/g) ?? []) database.exec(trigger)
  database.exec('commit')
  database.pragma('journal_mode = wal')
  database.close()
}

/** Fills an open PostgreSQL or PGlite store. */
export async function loadPostgres(store: PostgresStore, count: number, siteIds: readonly string[]): Promise<void> {
  const rowsPerInsert = 2000
  let waiting: RegisterEntry[] = []
  const flush = async () => {
    for (const table of tables) {
      const rows = waiting.flatMap((entry) => rowsOf(entry).flatMap(([name, row]) => (name === table ? [row] : [])))
      const columns = Object.keys(rows[0] ?? {}).join(', ')
      // Booleans and json arrive as 0/1 and text, as SQLite has them.
      const text = JSON.stringify(rows.map(postgresRow))
      if (rows.length > 0)
        await store.queryRows(
          `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
          [text],
        )
    }
    const entries = JSON.stringify(waiting.map((entry) => ({ record_id: entry.animal.id, body: entry.body })))
    await store.queryRows(
      'insert into search_animal (record_id, body) select record_id, body from json_to_recordset($1) as entry(record_id text, body text)',
      [entries],
    )
    waiting = []
  }
  for (const entry of inventRegister(count, siteIds)) {
    waiting.push(entry)
    if (waiting.length === rowsPerInsert) await flush()
  }
  if (waiting.length > 0) await flush()
  // A server's autovacuum does this by itself; PGlite has none.
  await store.script('analyze')
}

function rowsOf({
  animal,
  identifier,
  number,
  inbreeding,
}: RegisterEntry): [table: (typeof tables)[number], row: TableRow][] {
  return [
    ['animal', animal],
    ['animal_identifier', identifier],
    ...(number === null ? [] : [['animal_internal_number', number] as [(typeof tables)[number], TableRow]]),
    ...(inbreeding === null ? [] : [['animal_inbreeding', inbreeding] as [(typeof tables)[number], TableRow]]),
  ]
}

function postgresRow(row: TableRow): Record<string, unknown> {
  const whole: Record<string, unknown> = { ...row }
  if (typeof row.breeds === 'string') whole.breeds = JSON.parse(row.breeds)
  for (const name of ['is_reference', 'stale']) if (name in row) whole[name] = row[name] === 1
  return whole
}

function inserter(database: BetterSqlite3.Database): (table: string, row: TableRow) => void {
  const prepared = new Map<string, BetterSqlite3.Statement>()
  return (table, row) => {
    let statement = prepared.get(table)
    if (statement === undefined) {
      const columns = Object.keys(row)
      statement = database.prepare(
        `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      )
      prepared.set(table, statement)
    }
    statement.run(...Object.values(row))
  }
}
