/**
 * Opens a station's data folder: lock, check after an unclean stop, migrate with a backup first, identity.
 *
 *   <data>/reprotech.sqlite   the database        <data>/backups/   verified copies
 *   <data>/files/             attachments         <data>/in-use.lock
 */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { Clock } from '../../core/kernel/clock.ts'
import type { Ids } from '../../core/kernel/ids.ts'
import { DomainError } from '../../core/kernel/refusal.ts'
import { backupPath, takeBackup, verifyDatabaseFile } from './backup.ts'
import type { Engine } from './engine.ts'
import { lockFolder } from './folder-lock.ts'
import { type MigrationReport, migrate } from './migrate.ts'
import { sqliteTarget } from './migration-targets.ts'
import { migrationSteps } from './migrations/steps.ts'
import { ensureNodeIdentity } from './node-identity.ts'
import { openSqlite } from './sqlite-engine.ts'
import { installSqliteGuard, type WriteGuard } from './write-guard.ts'

export interface OpenStore {
  readonly engine: Engine
  readonly device: string
  readonly guard: WriteGuard | null
  readonly migration: MigrationReport
  /** True when the last run did not close the store; the file was checked whole before opening. */
  readonly afterUncleanStop: boolean
  close(): Promise<void>
}

export interface StationStore extends OpenStore {
  readonly file: string
  readonly connection: BetterSqlite3.Database
}

export interface OpenStationOptions {
  readonly folder: string
  readonly clock: Clock
  readonly ids: Ids
  /** Installs the write guard; on in development and test builds. */
  readonly guarded: boolean
}

/** Refuses with `data_folder_in_use`, `database_damaged`, or what `migrate` refuses with. */
export async function openStationStore(options: OpenStationOptions): Promise<StationStore> {
  const lock = lockFolder(options.folder)
  try {
    return await openLocked(options, () => lock.release())
  } catch (error) {
    lock.release()
    throw error
  }
}

async function openLocked(options: OpenStationOptions, release: () => void): Promise<StationStore> {
  const file = join(options.folder, 'reprotech.sqlite')
  const backups = join(options.folder, 'backups')
  const openMark = join(options.folder, 'open.mark')
  applyPendingRestore(options.folder)
  const afterUncleanStop = existsSync(openMark)
  if (afterUncleanStop && existsSync(file)) checkWhole(file)
  writeFileSync(openMark, new Date(options.clock.nowMs()).toISOString())
  const migration = await migrateFile(file, backups, options.clock)
  const engine = openSqlite({ file })
  const guard = options.guarded ? installSqliteGuard(engine.writer) : null
  const device = await ensureNodeIdentity(engine, options.ids)
  return {
    engine,
    file,
    connection: engine.writer,
    device,
    guard,
    migration,
    afterUncleanStop,
    close: async () => {
      await engine.close()
      rmSync(openMark, { force: true })
      release()
    },
  }
}

async function migrateFile(file: string, backups: string, clock: Clock): Promise<MigrationReport> {
  const connection = new BetterSqlite3(file)
  try {
    connection.pragma('journal_mode = wal')
    connection.pragma('synchronous = full')
    const target = sqliteTarget(
      connection,
      async () => void (await takeBackup(connection, backups, 'before-migration', clock)),
    )
    return await migrate(target, migrationSteps, clock)
  } finally {
    connection.close()
  }
}

function checkWhole(file: string): void {
  // Opened for writing once, so that SQLite replays the write-ahead log of the run that died before the check reads it.
  const connection = new BetterSqlite3(file)
  try {
    const finding = connection.pragma('integrity_check(1)', { simple: true })
    if (finding !== 'ok') throw new DomainError('database_damaged', { finding: String(finding) })
  } finally {
    connection.close()
  }
}

const restoreFile = 'restore-next.sqlite'

/**
 * Prepares a backup to take the database's place at the next start; the backup is verified now. Nothing is replaced
 * while the database is open.
 */
export function scheduleRestore(folder: string, backupName: string, copy: (from: string, to: string) => void): void {
  const source = backupPath(join(folder, 'backups'), backupName)
  verifyDatabaseFile(source)
  copy(source, join(folder, restoreFile))
}

/** Whether a backup waits to take the database's place at the next start. */
export function isRestoreWaiting(folder: string): boolean {
  return existsSync(join(folder, restoreFile))
}

/** Swaps a scheduled restore in. What was there before stays beside it under a dated name, so nothing is lost. */
function applyPendingRestore(folder: string): void {
  const waiting = join(folder, restoreFile)
  if (!existsSync(waiting)) return
  verifyDatabaseFile(waiting)
  const file = join(folder, 'reprotech.sqlite')
  if (existsSync(file)) {
    const connection = new BetterSqlite3(file)
    connection.pragma('wal_checkpoint(truncate)')
    connection.close()
    let number = 1
    while (existsSync(join(folder, `replaced-${number}.sqlite`))) number += 1
    renameSync(file, join(folder, `replaced-${number}.sqlite`))
  }
  rmSync(`${file}-wal`, { force: true })
  rmSync(`${file}-shm`, { force: true })
  renameSync(waiting, file)
}
