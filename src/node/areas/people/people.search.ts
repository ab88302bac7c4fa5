import { searchBody } from '../../../core/kernel/search-text.ts'
import { findMany } from '../../runtime/change.ts'
import type { Projection } from '../../runtime/projection.ts'
import { putSearchEntries } from '../../store/search.ts'

/** Keeps people findable by name, user name, mail, phone, position and department. */
export const peopleSearch: Projection = {
  async refresh(tx, touched) {
    const ids = [...new Set(touched.filter((record) => record.op.e === 'user').map((record) => record.op.id))]
    if (ids.length === 0) return
    const living = new Map((await findMany(tx, 'user', ids)).map((row) => [row.id, row]))
    const entries = ids.map((id) => {
      const row = living.get(id)
      const body =
        row === undefined
          ? null
          : searchBody([row.displayName, row.username, row.email, row.phone, row.position, row.department])
      return { id, body }
    })
    await putSearchEntries(tx, 'user', entries)
  },
}
