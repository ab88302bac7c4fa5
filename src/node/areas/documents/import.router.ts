/** Binds one list's import to its services. Uploads need no transaction, and a run prepares before it opens one. */
import { openAsBlob } from 'node:fs'
import type { importContract } from '../../../core/areas/documents/import.contract.ts'
import { importLimits } from '../../../core/areas/documents/import.model.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { Binder, HandleTools } from '../../rpc/bind.ts'
import type { ImportQueries } from './import.queries.ts'
import type { ImportService } from './import.service.ts'
import type { ImportStore } from './import-store.ts'

interface Parts<Options> {
  readonly files: ImportStore
  readonly service: ImportService<Options>
  readonly queries: ImportQueries
}

type ImportProcedures = (typeof importContract)[keyof typeof importContract]

export function createImportRouter<Options>(
  bind: Binder,
  contract: ImportProcedures,
  { files, service, queries }: Parts<Options>,
) {
  const userOf = (tools: HandleTools): string => {
    if (tools.call.actor === null) throw new DomainError('unauthenticated')
    return tools.call.actor.userId
  }
  return {
    begin: bind.handle(contract.begin, async (tools, input) => {
      const uploadId = await files.begin(userOf(tools), input.sizeBytes)
      await files.tidy((file) => tools.read((reading) => queries.isUsed(reading, file)))
      return { uploadId, pieceBytes: importLimits.pieceBytes }
    }),
    append: bind.handle(contract.append, async (tools, input) => ({
      receivedBytes: await files.append(userOf(tools), input.uploadId, input.offset, Buffer.from(input.data, 'base64')),
    })),
    finish: bind.handle(contract.finish, (tools, input) => files.finish(userOf(tools), input.uploadId)),
    analyse: bind.handle(contract.analyse, service.analyse),
    // The options of each list are checked by its contract; here they are passed through.
    preview: bind.handle(contract.preview as never, service.preview as never),
    run: bind.handle(contract.run as never, service.run as never),
    progress: bind.handle(contract.progress, (_tools, input) => ({ ...service.progressOf(input.file) })),
    rejected: bind.handle(contract.rejected, async (_tools, input) => {
      const path = await files.findRejected(input.rejectedFile.slice('rejected-'.length))
      if (path === null) throw new DomainError('not_found', { rejectedFile: input.rejectedFile })
      return new File([await openAsBlob(path)], `${input.rejectedFile}.csv`, { type: 'text/csv;charset=utf-8' })
    }),
    list: bind.query(contract.list, queries.list),
    get: bind.handle(contract.get, async (tools, input) => ({
      ...(await tools.read((reading) => queries.get(reading, input.id))),
      rejectedFile: await service.rejectedOf(input.id),
    })),
    undo: bind.handle(contract.undo, (tools, input) => service.undo(tools, input.id, queries)),
  }
}
