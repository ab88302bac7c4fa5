import { asc, count, desc, eq, min } from 'drizzle-orm'
import type { Reading } from '../../runtime/reading.ts'

/** What waits for HQ. A bench that was never enrolled says so, and keeps counting. */
export function createSyncQueries(node: { readonly device: string; readonly kind: 'station' | 'hq' }) {
  return {
    async status(reading: Reading) {
      const { changeSet } = reading.tables
      const waiting = eq(changeSet.state, 'pending')
      const byAction = await reading.db
        .select({ action: changeSet.action, count: count(), oldest: min(changeSet.committedAt) })
        .from(changeSet)
        .where(waiting)
        .groupBy(changeSet.action)
        .orderBy(desc(count()), asc(changeSet.action))
      const [all] = await reading.db.select({ n: count() }).from(changeSet)
      const oldest = byAction.flatMap((row) => row.oldest ?? []).sort()
      return {
        nodeKind: node.kind,
        device: node.device,
        connection: node.kind === 'hq' ? ('is_hq' as const) : ('not_connected' as const),
        pending: {
          count: byAction.reduce((sum, row) => sum + Number(row.count), 0),
          oldestAt: oldest[0] ?? null,
          byAction: byAction.map((row) => ({ action: row.action, count: Number(row.count) })),
        },
        ledgerCount: Number(all?.n ?? 0),
      }
    },
  }
}
