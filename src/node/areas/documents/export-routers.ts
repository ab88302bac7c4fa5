/** Puts the exports of all lists together. Lists come from their areas through compose. */
import { join } from 'node:path'
import { exportContract } from '../../../core/areas/documents/export.contract.ts'
import type { ExportList } from '../../../core/areas/documents/export-list.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import type { Binder } from '../../rpc/bind.ts'
import type { Reading } from '../../runtime/reading.ts'
import { createExportService } from './export.service.ts'

interface Parts<AnimalRow, AnimalRequest, CustomerRow, CustomerRequest> {
  readonly bind: Binder
  readonly clock: Clock
  readonly ids: Ids
  readonly dataFolder: string
  readonly animals: ExportList<Reading, AnimalRow, AnimalRequest>
  readonly customers: ExportList<Reading, CustomerRow, CustomerRequest>
}

export function createExportRouters<AnimalRow, AnimalRequest, CustomerRow, CustomerRequest>(
  parts: Parts<AnimalRow, AnimalRequest, CustomerRow, CustomerRequest>,
) {
  const { bind, clock, ids, dataFolder } = parts
  const routerOf = <Row, Request>(
    contract: (typeof exportContract)['animals' | 'customers'],
    list: ExportList<Reading, Row, Request>,
  ) => {
    const service = createExportService(list, { folder: join(dataFolder, 'exports', list.list), clock, ids })
    return {
      // The contract checks what comes in; its filters are the list's own affair.
      download: bind.handle(contract.download as never, service.download as never),
      columns: bind.handle(contract.columns, () => service.columns()),
      start: bind.handle(contract.start as never, service.start as never),
      piece: bind.handle(contract.piece, service.piece),
    }
  }
  return {
    animals: routerOf(exportContract.animals, parts.animals),
    customers: routerOf(exportContract.customers, parts.customers),
  }
}
