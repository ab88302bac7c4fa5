/** Puts the exports of all lists together. Lists come from their areas through compose. */
import { join } from 'node:path'
import { exportContract } from '../../../core/areas/documents/export.contract.ts'
import type { ExportList } from '../../../core/areas/documents/export-list.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import type { Binder } from '../../rpc/bind.ts'
import type { Reading } from '../../runtime/reading.ts'
import { createExportService } from './export.service.ts'

// Rows and requests are each list's own affair; the contract checks what comes in.
type AnyExportList = ExportList<Reading, never, never>

interface Parts {
  readonly bind: Binder
  readonly clock: Clock
  readonly ids: Ids
  readonly dataFolder: string
  readonly animals: AnyExportList
  readonly customers: AnyExportList
}

export function createExportRouters({ bind, clock, ids, dataFolder, animals, customers }: Parts) {
  const routerOf = (contract: (typeof exportContract)['animals' | 'customers'], list: AnyExportList) => {
    const service = createExportService(list, { folder: join(dataFolder, 'exports', list.list), clock, ids })
    return {
      download: bind.handle(contract.download as never, service.download as never),
      columns: bind.handle(contract.columns, () => service.columns()),
      start: bind.handle(contract.start as never, service.start as never),
      piece: bind.handle(contract.piece, service.piece),
    }
  }
  return { animals: routerOf(exportContract.animals, animals), customers: routerOf(exportContract.customers, customers) }
}
