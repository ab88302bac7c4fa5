/** What customers know of animals: how many they own. Only the animal table is read, never the animals area. */
import { type AnyColumn, and, count, eq, inArray, isNull, notInArray, type SQL } from 'drizzle-orm'
import type { SiteScope } from '../../../core/kernel/policy.ts'
import type { ReadTx } from '../../store/engine.ts'

/** Animals in these states are gone: they keep nobody from archiving their owner. */
const goneStatuses = ['sold', 'transferred', 'dead', 'archived'] as const

/** Rows whose site lies within the scope; undefined when the scope is everything. */
export function siteWithin(scope: SiteScope, siteColumn: AnyColumn): SQL | undefined {
  return scope.kind === 'all' ? undefined : inArray(siteColumn, [...scope.siteIds])
}

/** Living records of present animals owned by a customer, at every site: the number decides, nothing else is shown. */
export async function countPresentAnimals(tx: ReadTx, customerId: string): Promise<number> {
  const { animal } = tx.tables
  const present = and(eq(animal.ownerCustomerId, customerId), isNull(animal.deletedAt), notInArray(animal.status, [...goneStatuses]))
  const rows = await tx.db.select({ n: count() }).from(animal).where(present)
  return Number(rows[0]?.n ?? 0)
}
