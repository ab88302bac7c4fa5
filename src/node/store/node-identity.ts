/** What makes this database a node: its device id and the head of its changeset chain, made once at first start. */
import { eq } from 'drizzle-orm'
import type { Ids } from '../../core/kernel/ids.ts'
import { chainStart } from '../../core/sync/changeset.ts'
import type { Engine } from './engine.ts'

/** Reads the device id, or makes this node a new device. */
export async function ensureNodeIdentity(engine: Engine, ids: Ids): Promise<string> {
  return engine.write(async (tx) => {
    const { nodeState, chainHead } = tx.tables
    const rows = await tx.db.select().from(nodeState).where(eq(nodeState.key, 'device'))
    const known = rows[0]?.value
    if (known !== undefined) return known
    const device = ids.next()
    await tx.db.insert(nodeState).values({ key: 'device', value: device })
    await tx.db.insert(chainHead).values({ device, seq: 0, hash: chainStart, hlc: '' })
    return device
  })
}
