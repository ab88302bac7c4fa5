/** What customers know of animals: how many they own. Only the animal table is read, never the animals area. */
import { type AnyColumn, and, count, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { SiteScope } from '../../../core/kernel/policy.ts'
import type { ReadTx } from '../../store/engine.ts'

/** Rows whose site lies within the scope; undefined when the scope is everything. */
export function siteWithin(scope: SiteScope, siteColumn: AnyColumn): SQL | undefined {
  return scope.kind === 'all' ? undefined : inArray(siteColumn, [...scope.siteIds])
}

/** Animals a customer owns that are not gone, at every site: the number decides, nothing else is shown. */
export async function countPresentAnimals(tx: ReadTx, customerId: string): Promise<number> {
  const { animal } = tx.tables
  const present = and(
    eq(animal.ownerCustomerId, customerId),
    isNull(animal.deletedAt),
    sql`${animal.status} not in ('sold', 'transferred', 'dead')`,
  )
  const rows = await tx.db.select({ n: count() }).from(animal).where(present)
  return Number(rows[0]?.n ?? 0)
}
