/** Builds HQ: PostgreSQL or PGlite, the same services as a station, and a web server fit for a network. */
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Clock } from '../core/kernel/clock.ts'
import type { Ids } from '../core/kernel/ids.ts'
import { type ComposedNode, composeNode } from '../node/compose-node.ts'
import { createHttpServer } from '../node/http/http-server.ts'
import { openHqStore } from '../node/store/open-hq-store.ts'
import type { OpenStore } from '../node/store/open-station-store.ts'

export interface HqOptions {
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly listen: { readonly host: string; readonly port: number }
  readonly screensFolder: string | null
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Logger
  readonly version: string
  readonly guarded: boolean
  readonly requestsPerMinute?: number
  readonly allowedOrigins?: readonly string[]
}

export interface Hq {
  readonly store: OpenStore
  readonly node: ComposedNode
  readonly address: string
  close(): Promise<void>
}

const maxBodyBytes = 1024 * 1024
const defaultRequestsPerMinute = 1200

/** Refuses with `data_folder_in_use` when another process holds the folder. */
export async function startHq(options: HqOptions): Promise<Hq> {
  const { clock, ids, log } = options
  const store = await openHqStore({
    folder: options.dataFolder,
    databaseUrl: options.databaseUrl,
    clock,
    ids,
    guarded: options.guarded,
  })
  if (store.migration.applied.length > 0) log.info({ steps: store.migration.applied }, 'database brought up to date')
  const node = composeNode({
    store,
    clock,
    ids,
    log,
    dataFolder: join(options.dataFolder),
    kind: 'hq',
    version: options.version,
    backups: null,
  })
  const app = await createHttpServer({
    router: node.router,
    resolver: node.resolver,
    ids,
    log,
    version: options.version,
    health: { checkReady: async () => void (await store.engine.read((tx) => tx.raw(sql`select 1 as one`))) },
    screensFolder: options.screensFolder,
    requestsPerMinute: options.requestsPerMinute ?? defaultRequestsPerMinute,
    maxBodyBytes,
    allowedOrigins: options.allowedOrigins ?? [],
    extraRoutes: node.extraRoutes,
  })
  const address = await app.listen(options.listen)
  return {
    store,
    node,
    address,
    close: async () => {
      await app.close()
      await node.close()
      await store.close()
    },
  }
}
