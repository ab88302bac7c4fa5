import { count } from 'drizzle-orm'
import { systemContract } from '../../../core/areas/system/system.contract.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import { instantOf } from '../../../core/kernel/clock.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { Binder } from '../../rpc/bind.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { BackupFile } from '../../store/backup.ts'
import { entityNames } from '../../store/entities.ts'
import { schemaVersion } from '../../store/migrations/steps.ts'
import type { OpenStore } from '../../store/open-station-store.ts'
import { changeSettings, readSettings } from './settings.ts'

/** Backups of a bench; HQ's database is backed up by its own tools. */
export interface BackupPort {
  list(): BackupFile[]
  take(): Promise<BackupFile>
  /** Throws `backup_damaged` or `not_found`. */
  verify(name: string): void
  /** Puts the backup in place at the next start. Throws `backup_damaged` or `not_found`. */
  scheduleRestore(name: string): void
  isRestoreWaiting(): boolean
}

interface Dependencies {
  readonly store: OpenStore
  readonly clock: Clock
  readonly kind: 'station' | 'hq'
  readonly version: string
  readonly backups: BackupPort | null
}

export function createSystemRouter(bind: Binder, { store, clock, kind, version, backups }: Dependencies) {
  const startedAt = instantOf(clock.nowMs())
  const { device } = store
  const here = (): BackupPort => {
    if (backups === null) throw new DomainError('backup_not_here')
    return backups
  }
  return {
    info: bind.query(systemContract.info, async (reading) => {
      const settings = await readSettings(reading, device)
      return {
        version,
        schemaVersion,
        nodeKind: kind,
        engine: store.engine.dialect,
        device,
        benchName: settings.benchName,
        startedAt,
        autoLockMinutes: settings.autoLockMinutes,
      }
    }),
    settings: bind.query(systemContract.settings, (reading) => readSettings(reading, device)),
    changeSettings: bind.command(systemContract.changeSettings, (change, input) =>
      changeSettings(change, device, input),
    ),
    backups: bind.query(systemContract.backups, async () => ({
      available: backups !== null,
      items: backups?.list() ?? [],
      restoreWaiting: backups?.isRestoreWaiting() ?? false,
    })),
    takeBackup: bind.handle(systemContract.takeBackup, () => here().take()),
    verifyBackup: bind.handle(systemContract.verifyBackup, (_tools, { name }) => {
      here().verify(name)
      return { name, intact: true as const }
    }),
    restoreBackup: bind.handle(systemContract.restoreBackup, async (_tools, { name }) => {
      // What is here now is kept twice: as a backup taken this moment, and beside the database when it is replaced.
      await here().take()
      here().scheduleRestore(name)
      return { name, atNextStart: true as const }
    }),
    diagnostics: bind.query(systemContract.diagnostics, async (reading) => ({
      version,
      schemaVersion,
      nodeKind: kind,
      engine: store.engine.dialect,
      device,
      startedAt,
      now: instantOf(clock.nowMs()),
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      memoryBytes: process.memoryUsage().rss,
      afterUncleanStop: store.afterUncleanStop,
      migration: { from: store.migration.from, to: store.migration.to, applied: [...store.migration.applied] },
      rows: await countRows(reading),
      settings: await readSettings(reading, device),
    })),
  }
}

async function countRows(reading: Reading): Promise<Record<string, number>> {
  const rows: Record<string, number> = {}
  for (const entity of entityNames) {
    const table = reading.tables[entity] as Reading['tables']['customer']
    const [found] = await reading.db.select({ n: count() }).from(table)
    rows[entity] = Number(found?.n ?? 0)
  }
  return rows
}
