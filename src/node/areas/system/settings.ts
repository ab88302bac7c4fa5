/** Settings of this node: records, so that the audit trail says who changed what. */
import { and, eq, isNull } from 'drizzle-orm'
import { type NodeSettings, nodeSettings } from '../../../core/areas/system/system.contract.ts'
import type { Change } from '../../runtime/change.ts'
import type { ReadTx } from '../../store/engine.ts'

/** Reads all settings, with defaults for those nobody set. */
export async function readSettings(tx: Pick<ReadTx, 'db' | 'tables'>, device: string): Promise<NodeSettings> {
  const { nodeSetting } = tx.tables
  const rows = await tx.db
    .select()
    .from(nodeSetting)
    .where(and(eq(nodeSetting.device, device), isNull(nodeSetting.deletedAt)))
  return nodeSettings.parse(Object.fromEntries(rows.map((row) => [row.key, row.value])))
}

/** Writes the given settings and returns all of them. */
export async function changeSettings(
  change: Change,
  device: string,
  patch: Partial<NodeSettings>,
): Promise<NodeSettings> {
  const { nodeSetting } = change.tables
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue
    const [row] = await change.db
      .select()
      .from(nodeSetting)
      .where(and(eq(nodeSetting.device, device), eq(nodeSetting.key, key)))
    if (row === undefined) {
      await change.insert('nodeSetting', { device, key, value })
    } else {
      // The first change of a setting may have been taken back; its row is laid aside then.
      if (row.deletedAt !== null) await change.restore('nodeSetting', row.id)
      await change.update('nodeSetting', row.id, { value })
    }
  }
  return readSettings(change, device)
}
