/** Keeps the keys by which a customer is recognised when it is entered a second time (see `duplicates.rules.ts`). */
import { inArray } from 'drizzle-orm'
import { matchKeys } from '../../../core/areas/customers/duplicates.rules.ts'
import { findMany } from '../../runtime/change.ts'
import type { Projection } from '../../runtime/projection.ts'

/** Customers per statement; each has about ten keys of three values, and SQLite binds at most 32,766. */
const chunkSize = 500

export const customerMatchKeys: Projection = {
  async refresh(tx, touched) {
    const ids = [...new Set(touched.filter(({ op }) => op.e === 'customer').map(({ op }) => op.id))]
    const { customerMatchKey: table } = tx.tables
    for (let start = 0; start < ids.length; start += chunkSize) {
      const chunk = ids.slice(start, start + chunkSize)
      const living = await findMany(tx, 'customer', chunk)
      const keys = living.flatMap((customer) => matchKeys(customer).map((key) => ({ ...key, customerId: customer.id })))
      await tx.db.delete(table).where(inArray(table.customerId, chunk))
      if (keys.length > 0) await tx.db.insert(table).values(keys)
    }
  },
}
