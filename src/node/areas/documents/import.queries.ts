import type { z } from 'zod'
import { type ImportBatch, importBatch as importBatchSchema } from '../../../core/areas/documents/import.model.ts'
import { type ListAnswer, listInput } from '../../../core/kernel/listing.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import { findMany } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { CountCache } from '../../store/count-cache.ts'
import { listRows } from '../../store/list-query.ts'
import type { ListSpec } from '../../store/list-spec.ts'

const batches = {
  entity: 'importBatch',
  siteColumn: null,
  defaultSort: '-createdAt',
  fields: {
    list: { kind: 'choice' },
    fileName: { kind: 'text' },
    createdAt: { kind: 'date' },
    createdBy: { kind: 'text' },
    undoneAt: { kind: 'date' },
  },
} as const satisfies ListSpec

const noFilters = listInput({})

export function createImportQueries(list: string, counts: CountCache) {
  return {
    async list(reading: Reading, input: z.infer<typeof noFilters>): Promise<ListAnswer<ImportBatch>> {
      const { items, nextCursor, total } = await listRows(
        reading,
        batches,
        { ...input, filters: { list } },
        reading.scope(`${list}.import`),
        counts,
      )
      return { items: items.map((item) => importBatchSchema.parse(item)), nextCursor, total }
    },

    async get(reading: Pick<Reading, 'records'>, id: string): Promise<ImportBatch> {
      const [found] = await findMany(reading, 'importBatch', [id])
      if (found === undefined || found.list !== list) throw new DomainError('not_found', { entity: 'importBatch', id })
      return importBatchSchema.parse(found)
    },

    /** Whether an import was made from this file. */
    async isUsed(reading: Reading, file: string): Promise<boolean> {
      const { items } = await listRows(
        reading,
        { ...batches, fields: { ...batches.fields, contentHash: { kind: 'text' } } },
        { limit: 1, filters: { contentHash: file } },
        { kind: 'all' },
        counts,
      )
      return items.length > 0
    },
  }
}

export type ImportQueries = ReturnType<typeof createImportQueries>
