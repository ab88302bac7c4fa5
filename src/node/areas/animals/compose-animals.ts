/** Builds the parts of the animals area from what `compose-node.ts` hands in. */
import type { Logger } from 'pino'
import type { Clock } from '../../../core/kernel/clock.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import type { CodeSource } from '../../runtime/code-source.ts'
import type { CommitFeed } from '../../runtime/commit-feed.ts'
import type { CountCache } from '../../store/count-cache.ts'
import type { Engine } from '../../store/engine.ts'
import { createAnimalBulkService } from './animal-bulk.service.ts'
import { createDraftPlanner } from './animal-drafts.ts'
import { createAnimalEventsService } from './animal-events.service.ts'
import { createAnimalIdentifiersService } from './animal-identifiers.service.ts'
import { createAnimalList } from './animal-list.ts'
import { createAnimalMergeService } from './animal-merge.service.ts'
import { createAnimalRolesService } from './animal-roles.service.ts'
import { createAnimalQueries } from './animals.queries.ts'
import { createAnimalsService } from './animals.service.ts'
import { createInbreedingService } from './inbreeding.service.ts'

export interface AnimalsParts {
  readonly engine: Engine
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Logger
  readonly feed: CommitFeed
  readonly codes: CodeSource
  readonly counts: CountCache
  /** Where the inbreeding thread's program lies when it is not beside this file: in a bundle. */
  readonly inbreedingWorker?: URL
}

export function composeAnimals({ engine, clock, ids, log, feed, codes, counts, inbreedingWorker }: AnimalsParts) {
  const planner = createDraftPlanner({ clock, ids })
  const list = createAnimalList(clock)
  return {
    list,
    queries: createAnimalQueries({ clock, list, listCounts: counts, planner }),
    service: createAnimalsService({ codes, clock, planner }),
    identifiers: createAnimalIdentifiersService({ clock }),
    roles: createAnimalRolesService({ clock }),
    events: createAnimalEventsService({ clock }),
    bulk: createAnimalBulkService({ clock, list }),
    merging: createAnimalMergeService({ clock }),
    inbreeding: createInbreedingService({
      engine,
      clock,
      feed,
      log,
      workerFile: inbreedingWorker ?? new URL('./inbreeding.worker.ts', import.meta.url),
    }),
  }
}

export type AnimalsArea = ReturnType<typeof composeAnimals>
