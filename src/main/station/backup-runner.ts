/** Takes backups on schedule and on demand, and thins them out; one at a time. */

import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { Logger } from 'pino'
import type { Clock } from '../../core/kernel/clock.ts'
import type { BackupPort } from '../../node/areas/system/system.router.ts'
import {
  type BackupFile,
  type BackupKind,
  backupPath,
  listBackups,
  takeBackup,
  thinOutBackups,
  verifyDatabaseFile,
} from '../../node/store/backup.ts'
import { isRestoreWaiting, scheduleRestore } from '../../node/store/open-station-store.ts'

export interface BackupRunner {
  /** Takes and verifies a backup. A failure is logged and thrown as `backup_failed`. */
  run(kind: BackupKind): Promise<BackupFile>
  readonly port: BackupPort
}

/** Four a day for two weeks; on-demand ones and those before a migration are kept twice as long. */
const keepScheduled = 56

export function createBackupRunner(parts: {
  databaseFile: string
  folder: string
  clock: Clock
  log: Logger
}): BackupRunner {
  const backups = join(parts.folder, 'backups')
  /** A connection of its own: it sees committed data only, whatever the writer is in the middle of. */
  async function withConnection<Result>(
    work: (connection: BetterSqlite3.Database) => Promise<Result>,
  ): Promise<Result> {
    const connection = new BetterSqlite3(parts.databaseFile, { readonly: true })
    try {
      return await work(connection)
    } finally {
      connection.close()
    }
  }

  const run = async (kind: BackupKind) => {
    try {
      const taken = await withConnection((connection) => takeBackup(connection, backups, kind, parts.clock))
      const deleted = thinOutBackups(backups, { keepScheduled })
      parts.log.info({ backup: taken.name, sizeBytes: taken.sizeBytes, deleted }, 'backup taken and verified')
      return taken
    } catch (error) {
      parts.log.error({ err: error }, 'backup failed')
      throw error
    }
  }
  return {
    run,
    port: {
      list: () => listBackups(backups),
      take: () => run('on-demand'),
      verify: (name) => verifyDatabaseFile(backupPath(backups, name)),
      scheduleRestore: (name) => scheduleRestore(parts.folder, name, copyFileSync),
      isRestoreWaiting: () => isRestoreWaiting(parts.folder),
    },
  }
}
