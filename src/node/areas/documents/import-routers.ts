/** Puts the imports of all lists together over one folder of files. Targets come from their areas through compose. */
import { join } from 'node:path'
import { importContract } from '../../../core/areas/documents/import.contract.ts'
import type { AnimalImportOptions, CustomerImportOptions } from '../../../core/areas/documents/import.model.ts'
import type { ImportTarget } from '../../../core/areas/documents/import-target.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import type { Binder } from '../../rpc/bind.ts'
import type { Change } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { CountCache } from '../../store/count-cache.ts'
import { createImportQueries } from './import.queries.ts'
import { createImportRouter } from './import.router.ts'
import { createImportService } from './import.service.ts'
import { createProgressBoard } from './import-pace.ts'
import { createImportStore } from './import-store.ts'

interface Parts {
  readonly bind: Binder
  readonly counts: CountCache
  readonly clock: Clock
  readonly ids: Ids
  readonly dataFolder: string
  readonly animals: ImportTarget<Reading, Change, AnimalImportOptions>
  readonly customers: ImportTarget<Reading, Change, CustomerImportOptions>
}

export function createImportRouters({ bind, counts, clock, ids, dataFolder, animals, customers }: Parts) {
  const files = createImportStore({ folder: join(dataFolder, 'imports'), clock, ids })
  const progress = createProgressBoard()
  const shared = { files, ids, progress }
  return {
    animals: createImportRouter(bind, importContract.animals, {
      files,
      service: createImportService(animals, shared),
      queries: createImportQueries(animals.list, counts),
    }),
    customers: createImportRouter(bind, importContract.customers, {
      files,
      service: createImportService(customers, shared),
      queries: createImportQueries(customers.list, counts),
    }),
  }
}
