/**
 * Keeps a data folder to one process. The lock is an exclusive transaction on a small SQLite file: the operating system
 * lets go of it when the process dies, however it dies, so there is never a stale lock to clear by hand. PGlite has no
 * lock of its own, and two processes on one folder destroy it.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { DomainError } from '../../core/kernel/refusal.ts'

export interface FolderLock {
  release(): void
}

/** Takes the folder, creating it when needed; refuses with `data_folder_in_use` when another process holds it. */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = new BetterSqlite3(join(folder, 'in-use.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (cause) {
    lock.close()
    throw new DomainError('data_folder_in_use', { folder }, { cause })
  }
  return {
    release: () => {
      lock.exec('rollback')
      lock.close()
    },
  }
}
