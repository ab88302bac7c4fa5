/**
 * Backups of a station's database: written while in use, verified by opening them, thinned out by age. A backup that
 * does not verify is deleted and reported, never kept as a comfort.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { Clock } from '../../core/kernel/clock.ts'
import { DomainError } from '../../core/kernel/refusal.ts'

export type BackupKind = 'scheduled' | 'before-migration' | 'on-demand' | 'before-restore'

export interface BackupFile {
  readonly name: string
  readonly kind: BackupKind
  /** UTC instant it was taken. */
  readonly takenAt: string
  readonly sizeBytes: number
}

const namePattern = /^(scheduled|before-migration|on-demand|before-restore)-(\d{8}T\d{9}Z)\.sqlite$/

/** Newest first. Files that are not ours are left out. */
export function listBackups(folder: string): BackupFile[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return readdirSync(folder)
    .flatMap((name) => {
      const match = namePattern.exec(name)
      if (match === null) return []
      return [
        {
          name,
          kind: match[1] as BackupKind,
          takenAt: instantFrom(match[2] as string),
          sizeBytes: statSync(join(folder, name)).size,
        },
      ]
    })
    .sort((left, right) => (left.takenAt < right.takenAt ? 1 : -1))
}

/**
 * Copies a database into the folder and verifies the copy; the database may be in use. `source` must not be the
 * connection that writes, or the copy could hold half a transaction. Refuses with `backup_failed`.
 */
export async function takeBackup(
  source: BetterSqlite3.Database,
  folder: string,
  kind: BackupKind,
  clock: Clock,
): Promise<BackupFile> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const takenAt = new Date(clock.nowMs()).toISOString()
  const name = `${kind}-${takenAt.replaceAll(/[-:.]/g, '')}.sqlite`
  const partial = join(folder, `${name}.partial`)
  try {
    await source.backup(partial)
    makeSingleFile(partial)
    verifyDatabaseFile(partial)
    renameSync(partial, join(folder, name))
  } catch (cause) {
    rmSync(partial, { force: true })
    throw new DomainError('backup_failed', { kind }, { cause })
  }
  return { name, kind, takenAt, sizeBytes: statSync(join(folder, name)).size }
}

/** A copy of a database in WAL mode would grow companion files whenever somebody opens it; a backup is one file. */
function makeSingleFile(file: string): void {
  const copy = new BetterSqlite3(file)
  copy.pragma('journal_mode = delete')
  copy.close()
}

/** Opens a database file read-only and has SQLite check it whole; throws `backup_damaged` with the first finding. */
export function verifyDatabaseFile(file: string): void {
  let connection: BetterSqlite3.Database | undefined
  try {
    connection = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
    const finding = connection.pragma('integrity_check(1)', { simple: true })
    if (finding !== 'ok') throw new DomainError('backup_damaged', { finding: String(finding) })
    const broken = connection.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new DomainError('backup_damaged', { finding: 'broken reference' })
  } catch (cause) {
    if (cause instanceof DomainError) throw cause
    throw new DomainError('backup_damaged', { finding: 'cannot be opened' }, { cause })
  } finally {
    connection?.close()
  }
}

export interface Retention {
  /** How many of the newest scheduled backups are kept; other kinds are kept twice as long. */
  readonly keepScheduled: number
}

/** Deletes what retention does not cover. The newest backup of each kind always stays. Returns the names deleted. */
export function thinOutBackups(folder: string, retention: Retention): string[] {
  const deleted: string[] = []
  const seen = new Map<BackupKind, number>()
  for (const backup of listBackups(folder)) {
    const count = (seen.get(backup.kind) ?? 0) + 1
    seen.set(backup.kind, count)
    const keep = Math.max(1, backup.kind === 'scheduled' ? retention.keepScheduled : retention.keepScheduled * 2)
    if (count <= keep) continue
    rmSync(join(folder, backup.name))
    deleted.push(backup.name)
  }
  return deleted
}

/** Path of a listed backup; refuses `not_found` for anything else, so a name can never walk out of the folder. */
export function backupPath(folder: string, name: string): string {
  if (!listBackups(folder).some((backup) => backup.name === name))
    throw new DomainError('not_found', { entity: 'backup', id: name })
  return join(folder, name)
}

function instantFrom(compact: string): string {
  const [, y, mo, d, h, mi, s, ms] = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z$/.exec(compact) ?? []
  return `${y}-${mo}-${d}T${h}:${mi}:${s}.${ms}Z`
}
