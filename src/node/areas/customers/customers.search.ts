import { searchBody } from '../../../core/kernel/search-text.ts'
import { findMany } from '../../runtime/change.ts'
import type { Projection } from '../../runtime/projection.ts'
import { putSearchEntries } from '../../store/search.ts'

/** Keeps customers findable by name, code, phone and mail. */
export const customerSearch: Projection = {
  async refresh(tx, touched) {
    const ids = [...new Set(touched.filter((record) => record.op.e === 'customer').map((record) => record.op.id))]
    if (ids.length === 0) return
    const living = new Map((await findMany(tx, 'customer', ids)).map((row) => [row.id, row]))
    const entries = ids.map((id) => {
      const row = living.get(id)
      const body = row === undefined ? null : searchBody([row.name, row.nameArabic, row.code, row.email, row.phone, row.taxId, ...row.tags])
      return { id, body }
    })
    await putSearchEntries(tx, 'customer', entries)
  },
}
