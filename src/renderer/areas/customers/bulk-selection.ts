import type { BulkSelection } from '../../../core/areas/customers/tidying.model.ts'
import { maxPage } from '../../../core/kernel/listing.ts'
import type { ApiClient } from '../../lib/api/api-client.ts'
import type { Selection } from '../../ui/data-grid/selection.ts'
import type { ListFilter } from './list-filter.ts'

/**
 * Gives the selection of the grid as the node takes it: named rows by id, all that match by the filter. All but a few
 * has no words of its own there, so its ids are read; the node refuses too many of them.
 */
export async function bulkSelectionOf(
  api: ApiClient,
  { mode, keys }: Selection,
  filter: ListFilter,
): Promise<BulkSelection> {
  if (mode === 'some') return { ids: [...keys] }
  if (keys.size === 0) return filter
  const ids: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await api.customers.list({ ...filter, limit: maxPage, ...(cursor === undefined ? {} : { cursor }) })
    for (const { id } of page.items) if (!keys.has(id)) ids.push(id)
    cursor = page.nextCursor
  }
  return { ids }
}
