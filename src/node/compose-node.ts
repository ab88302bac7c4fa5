/**
 * Builds everything a station and HQ have in common, by hand and in order: permissions, wrapper, services, router. The
 * two compose files (`main/station/compose.ts`, `server/compose.ts`) open the store and add what is theirs.
 */
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { syncContract } from '../core/areas/sync/sync.contract.ts'
import type { Clock } from '../core/kernel/clock.ts'
import type { Ids } from '../core/kernel/ids.ts'
import { permissions } from '../core/policies.ts'
import { procedureMetas } from '../core/procedures.ts'
import { createAnimalExport } from './areas/animals/animals.export.ts'
import { createAnimalImport } from './areas/animals/animals.import.ts'
import { createAnimalsRouter } from './areas/animals/animals.router.ts'
import { animalSearch } from './areas/animals/animals.search.ts'
import { composeAnimals } from './areas/animals/compose-animals.ts'
import { inbreedingMarks } from './areas/animals/inbreeding-marks.ts'
import { createCustomerExport } from './areas/customers/customers.export.ts'
import { createCustomerImport } from './areas/customers/customers.import.ts'
import { createCustomerQueries } from './areas/customers/customers.queries.ts'
import { createCustomersRouter } from './areas/customers/customers.router.ts'
import { customerSearch } from './areas/customers/customers.search.ts'
import { customerMatchKeys } from './areas/customers/match-keys.ts'
import { createDocuments } from './areas/documents/create-documents.ts'
import { createExportRouters } from './areas/documents/export-routers.ts'
import { createImportRouters } from './areas/documents/import-routers.ts'
import { createPeople } from './areas/people/create-people.ts'
import { peopleSearch } from './areas/people/people.search.ts'
import { createQualityRouter } from './areas/quality/quality.router.ts'
import { createLiveRouter } from './areas/sync/live.router.ts'
import { createSyncQueries } from './areas/sync/sync.queries.ts'
import { readSettings } from './areas/system/settings.ts'
import { type BackupPort, createSystemRouter } from './areas/system/system.router.ts'
import { createBinder } from './rpc/bind.ts'
import { createCodeSource } from './runtime/code-source.ts'
import { createCommands } from './runtime/commands.ts'
import { type CommitFeed, createCommitFeed } from './runtime/commit-feed.ts'
import { createCountCache } from './store/count-cache.ts'
import type { OpenStore } from './store/open-station-store.ts'

export interface NodeParts {
  readonly store: OpenStore
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Logger
  /** Folder of attachments and secrets. */
  readonly dataFolder: string
  readonly kind: 'station' | 'hq'
  readonly version: string
  /** Null at HQ, whose database is backed up by its own tools. */
  readonly backups: BackupPort | null
  /** Where the inbreeding thread's program lies in a bundle; beside its service when left out. */
  readonly inbreedingWorker?: URL
}

export function composeNode(parts: NodeParts) {
  const { store, clock, ids } = parts
  const feed: CommitFeed = createCommitFeed()
  const counts = createCountCache(feed)
  const codes = createCodeSource(store.device)
  const projections = [animalSearch, inbreedingMarks, customerSearch, customerMatchKeys, peopleSearch]
  const commands = createCommands({
    engine: store.engine,
    clock,
    ids,
    device: store.device,
    permissions,
    feed,
    projections,
    guard: store.guard,
    changesetState: parts.kind === 'hq' ? 'settled' : 'pending',
  })
  const bind = createBinder(commands, permissions)
  /** Routes that stream, which contract procedures cannot; registered by the web server. */
  const extraRoutes: ((app: FastifyInstance) => void)[] = []
  /** What must end before the store closes, in this order. */
  const closers: (() => Promise<void>)[] = []
  const animals = composeAnimals({
    ...{ engine: store.engine, clock, ids, log: parts.log, feed, codes, counts },
    ...(parts.inbreedingWorker === undefined ? {} : { inbreedingWorker: parts.inbreedingWorker }),
  })
  closers.push(() => animals.inbreeding.stop())
  const people = createPeople({
    engine: store.engine,
    commands,
    bind,
    clock,
    ids,
    counts,
    device: store.device,
    dataFolder: parts.dataFolder,
    isStation: parts.kind === 'station',
    quickUnlockDays: async (tx) => (await readSettings(tx, store.device)).offlineSignInDays,
  })
  const documents = createDocuments({
    bind,
    commands,
    permissions,
    resolver: people.resolver,
    counts,
    clock,
    ids,
    dataFolder: parts.dataFolder,
  })
  extraRoutes.push(documents.routes)
  const router = {
    ...people.routers,
    animals: createAnimalsRouter(bind, animals),
    customers: createCustomersRouter(bind, { codes, counts, clock, views: documents.views }),
    documents: documents.router,
    exports: createExportRouters({
      ...{ bind, clock, ids, dataFolder: parts.dataFolder },
      animals: createAnimalExport({ clock, counts }),
      customers: createCustomerExport(createCustomerQueries(counts)),
    }),
    imports: createImportRouters({
      ...{ bind, counts, clock, ids, dataFolder: parts.dataFolder },
      animals: createAnimalImport({ codes, ids, clock }),
      customers: createCustomerImport(codes),
    }),
    live: createLiveRouter(bind, feed),
    quality: createQualityRouter(bind, { commands, clock, metas: procedureMetas() }),
    sync: {
      status: bind.query(syncContract.status, createSyncQueries({ device: store.device, kind: parts.kind }).status),
    },
    system: createSystemRouter(bind, {
      store,
      clock,
      kind: parts.kind,
      version: parts.version,
      backups: parts.backups,
    }),
  }
  return {
    router,
    animals,
    projections,
    resolver: people.resolver,
    people,
    commands,
    feed,
    counts,
    codes,
    bind,
    extraRoutes,
    close: async () => {
      for (const end of closers) await end()
    },
  }
}

export type ComposedNode = ReturnType<typeof composeNode>
