/** Opens HQ's database: a PostgreSQL server when a URL is given, else PGlite in the data folder, which is locked. */
import { join } from 'node:path'
import type { Clock } from '../../core/kernel/clock.ts'
import type { Ids } from '../../core/kernel/ids.ts'
import { lockFolder } from './folder-lock.ts'
import { migrate } from './migrate.ts'
import { postgresTarget } from './migration-targets.ts'
import { migrationSteps } from './migrations/steps.ts'
import { ensureNodeIdentity } from './node-identity.ts'
import type { OpenStore } from './open-station-store.ts'
import { openPglite, openPostgres, type PostgresStore } from './postgres-engine.ts'
import { installPostgresGuard, removePostgresGuard } from './write-guard.ts'

export interface OpenHqOptions {
  /** Holds PGlite's files and attachments; undefined keeps PGlite in memory (tests). */
  readonly folder: string | undefined
  readonly databaseUrl: string | undefined
  readonly clock: Clock
  readonly ids: Ids
  readonly guarded: boolean
}

/** Refuses with `data_folder_in_use`, or what `migrate` refuses with. */
export async function openHqStore(options: OpenHqOptions): Promise<OpenStore> {
  const lock = options.folder === undefined ? null : lockFolder(options.folder)
  try {
    const store =
      options.databaseUrl === undefined
        ? await openPglite(options.folder === undefined ? undefined : join(options.folder, 'pglite'))
        : openPostgres(options.databaseUrl)
    // A server is backed up by its own tools before an upgrade; see docs/operations.md.
    const migration = await migrate(
      postgresTarget(store, async () => undefined),
      migrationSteps,
      options.clock,
    )
    if (!options.guarded) await removePostgresGuard(store)
    const guard = options.guarded ? await installPostgresGuard(store) : null
    const device = await ensureNodeIdentity(store, options.ids)
    return {
      engine: store satisfies PostgresStore,
      device,
      guard,
      migration,
      afterUncleanStop: false,
      close: async () => {
        await store.close()
        lock?.release()
      },
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}
