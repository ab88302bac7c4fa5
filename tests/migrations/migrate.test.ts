/**
 * The migration runner on SQLite and PGlite. The hazards are those met with stock migrators: rebuilding a parent table
 * emptied its children, a step that arrived late was skipped without a word, an edited step went unnoticed.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DomainError } from '../../src/core/kernel/refusal.ts'
import { takeBackup } from '../../src/node/store/backup.ts'
import { type MigrationStep, migrate } from '../../src/node/store/migrate.ts'
import { postgresTarget, sqliteTarget } from '../../src/node/store/migration-targets.ts'
import { openPglite } from '../../src/node/store/postgres-engine.ts'

const clock = { nowMs: () => Date.UTC(2026, 10, 24) }
const noBackup = async () => undefined

const parentAndChild: MigrationStep = {
  version: 1,
  name: 'parent-and-child',
  sqlite: `create table tank (id text primary key, name text); create table canister (id text primary key, tank_id text not null references tank(id) on delete cascade);`,
  postgres: `create table tank (id text primary key, name text); create table canister (id text primary key, tank_id text not null references tank(id) on delete cascade);`,
}
const rebuildParent: MigrationStep = {
  version: 2,
  name: 'rebuild-parent',
  sqlite: `create table tank_new (id text primary key, name text not null); insert into tank_new select id, coalesce(name, '') from tank; drop table tank; alter table tank_new rename to tank;`,
  postgres: `update tank set name = '' where name is null; alter table tank alter column name set not null;`,
}

async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof DomainError ? { code: error.code, ...error.data } : error),
  )
}

describe('on SQLite', () => {
  let folder: string
  let connection: BetterSqlite3.Database
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reprotech-migrate-'))
    connection = new BetterSqlite3(join(folder, 'db.sqlite'))
    connection.pragma('foreign_keys = on')
  })
  afterEach(() => {
    connection.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const run = (steps: readonly MigrationStep[], backup = noBackup) =>
    migrate(sqliteTarget(connection, backup), steps, clock)
  const seed = () =>
    connection.exec(`insert into tank values ('T1', null); insert into canister values ('C1', 'T1'), ('C2', 'T1')`)

  test('rebuilding a parent table keeps every child row, although the children cascade', async () => {
    await run([parentAndChild])
    seed()
    expect(await run([parentAndChild, rebuildParent])).toEqual({ from: 1, to: 2, applied: ['rebuild-parent'] })
    expect(connection.prepare('select count(*) as n from canister').get()).toEqual({ n: 2 })
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  test('a step that leaves a broken reference is rolled back whole', async () => {
    await run([parentAndChild])
    seed()
    const breaking: MigrationStep = {
      version: 2,
      name: 'break',
      sqlite: `alter table tank add column note text; delete from tank where id = 'T1';`,
      postgres: '',
    }
    expect(await codeOf(run([parentAndChild, breaking]))).toEqual({
      code: 'migration_failed',
      version: 2,
      name: 'break',
    })
    expect(connection.prepare('select * from tank').all()).toEqual([{ id: 'T1', name: null }])
  })

  test('a step that fails half way leaves nothing behind and can be run again when mended', async () => {
    const failing: MigrationStep = {
      version: 1,
      name: 'half',
      sqlite: 'create table a (x int); create table a (x int);',
      postgres: '',
    }
    expect(await codeOf(run([failing]))).toMatchObject({ code: 'migration_failed' })
    expect(connection.prepare(`select name from sqlite_master where name = 'a'`).all()).toEqual([])
    await run([{ ...failing, sqlite: 'create table a (x int);' }])
    expect(connection.prepare(`select name from sqlite_master where name = 'a'`).all()).toEqual([{ name: 'a' }])
  })

  test('an edited old step is refused', async () => {
    await run([parentAndChild])
    const edited = { ...parentAndChild, sqlite: `${parentAndChild.sqlite} create table extra (x int);` }
    expect(await codeOf(run([edited]))).toEqual({ code: 'migration_edited', version: 1, name: 'parent-and-child' })
  })

  test('a database newer than the program is refused, unless every newer step says the older program is safe', async () => {
    await run([parentAndChild, rebuildParent])
    expect(await codeOf(run([parentAndChild]))).toEqual({
      code: 'database_newer_than_program',
      database: 2,
      program: 1,
      needs: 2,
    })
    const additive: MigrationStep = {
      version: 3,
      name: 'additive',
      minSafeVersion: 2,
      sqlite: 'alter table tank add column note text',
      postgres: '',
    }
    await run([parentAndChild, rebuildParent, additive])
    expect(await run([parentAndChild, rebuildParent])).toEqual({ from: 3, to: 3, applied: [] })
  })

  test('a backup is taken before the first step on a database with data, and not for a new one', async () => {
    const backups = join(folder, 'backups')
    const backup = async () => void (await takeBackup(connection, backups, 'before-migration', clock))
    await run([parentAndChild], backup)
    expect(() => readdirSync(backups)).toThrow()
    seed()
    await run([parentAndChild, rebuildParent], backup)
    const [name] = readdirSync(backups)
    const copy = new BetterSqlite3(join(backups, name ?? ''), { readonly: true })
    expect(copy.prepare('select count(*) as n from canister').get()).toEqual({ n: 2 })
    expect(copy.prepare('select max(version) as v from schema_migration').get()).toEqual({ v: 1 })
    copy.close()
  })

  test('steps must be numbered without gaps', async () => {
    await expect(run([parentAndChild, { ...rebuildParent, version: 3 }])).rejects.toThrow('expected 2')
  })
})

describe('on PGlite', () => {
  test('applies steps in order, keeps child rows, refuses edits and newer databases', async () => {
    const store = await openPglite()
    const run = (steps: readonly MigrationStep[]) => migrate(postgresTarget(store, noBackup), steps, clock)
    await run([parentAndChild])
    await store.script(`insert into tank values ('T1', null); insert into canister values ('C1', 'T1')`)
    await run([parentAndChild, rebuildParent])
    expect(await store.queryRows('select tank_id from canister')).toEqual([{ tank_id: 'T1' }])
    expect(await codeOf(run([parentAndChild]))).toMatchObject({ code: 'database_newer_than_program' })
    expect(await codeOf(run([parentAndChild, { ...rebuildParent, postgres: 'select 1' }]))).toMatchObject({
      code: 'migration_edited',
    })
    const failing: MigrationStep = {
      version: 3,
      name: 'half',
      sqlite: '',
      postgres: 'create table a (x int); create table a (x int);',
    }
    expect(await codeOf(run([parentAndChild, rebuildParent, failing]))).toMatchObject({ code: 'migration_failed' })
    expect(await store.queryRows(`select 1 from pg_tables where tablename = 'a'`)).toEqual([])
    await store.close()
  })
})
