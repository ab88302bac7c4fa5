/**
 * Builds one bench: its store, the services of `src/node` on it, the local web server for screens and REST, scheduled
 * backups. Everything is made here, by hand and in order; nothing in the program reaches for a global.
 */
import { Cron } from 'croner'
import { sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Clock } from '../../core/kernel/clock.ts'
import type { Ids } from '../../core/kernel/ids.ts'
import { type ComposedNode, composeNode } from '../../node/compose-node.ts'
import { createHttpServer } from '../../node/http/http-server.ts'
import { type OpenStore, openStationStore } from '../../node/store/open-station-store.ts'
import { createBackupRunner } from './backup-runner.ts'

export interface StationOptions {
  readonly dataFolder: string
  /** Address to listen on; loopback unless told otherwise. Null opens no port (Electron hands over message ports). */
  readonly listen: { readonly host: string; readonly port: number } | null
  readonly screensFolder: string | null
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Logger
  readonly version: string
  /** Installs the write guard: development and test builds. */
  readonly guarded: boolean
  readonly allowedOrigins?: readonly string[]
}

export interface Station {
  readonly store: OpenStore
  readonly node: ComposedNode
  /** Base address of the web server, for example http://127.0.0.1:4810; null when it has none. */
  readonly address: string | null
  close(): Promise<void>
}

const maxBodyBytes = 1024 * 1024

/** Refuses with what `openStationStore` refuses with, or the system's error when the port is taken. */
export async function startStation(options: StationOptions): Promise<Station> {
  const { clock, ids, log } = options
  const store = await openStationStore({ folder: options.dataFolder, clock, ids, guarded: options.guarded })
  if (store.afterUncleanStop) log.warn('the last run did not stop in order; the database was checked and is whole')
  if (store.migration.applied.length > 0) log.info({ steps: store.migration.applied }, 'database brought up to date')
  const backups = createBackupRunner({ databaseFile: store.file, folder: options.dataFolder, clock, log })
  const node = composeNode({
    store,
    clock,
    ids,
    log,
    dataFolder: options.dataFolder,
    kind: 'station',
    version: options.version,
    backups: backups.port,
  })
  const schedule = new Cron('17 */6 * * *', { protect: true }, async () => void (await backups.run('scheduled')))
  const server = options.listen === null ? null : await listen(options, store, node)
  return {
    store,
    node,
    address: server?.address ?? null,
    close: async () => {
      schedule.stop()
      await server?.close()
      await node.close()
      await store.close()
    },
  }
}

async function listen(options: StationOptions, store: OpenStore, node: ComposedNode) {
  const app = await createHttpServer({
    router: node.router,
    resolver: node.resolver,
    ids: options.ids,
    log: options.log,
    version: options.version,
    health: { checkReady: async () => void (await store.engine.read((tx) => tx.raw(sql`select 1 as one`))) },
    screensFolder: options.screensFolder,
    requestsPerMinute: null,
    maxBodyBytes,
    allowedOrigins: options.allowedOrigins ?? [],
    extraRoutes: node.extraRoutes,
  })
  const address = await app.listen({ host: options.listen?.host ?? '127.0.0.1', port: options.listen?.port ?? 0 })
  return { address, close: () => app.close() }
}
