/**
 * Walks every device's chain of changesets and names the first entry that does not fit: a gap in the numbers, a `prev`
 * that is not the hash before it, a hash that is not its content's, or a head that is not the last entry's.
 */
import { createHash } from 'node:crypto'
import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { and, asc, eq, gt } from 'drizzle-orm'
import type { ChainReport } from '../../../core/areas/quality/quality.model.ts'
import { type ChangeOp, canonicalBody, chainStart } from '../../../core/sync/changeset.ts'
import type { ReadTx } from '../../store/engine.ts'
import type { StoredChangeset } from './audit-entry.ts'

const pageSize = 500

export async function verifyChains(tx: ReadTx): Promise<ChainReport[]> {
  const { changeSet, chainHead } = tx.tables
  const devices = await tx.db
    .selectDistinct({ device: changeSet.device })
    .from(changeSet)
    .orderBy(asc(changeSet.device))
  const heads = await tx.db.select().from(chainHead)
  const reports: ChainReport[] = []
  for (const { device } of devices) {
    const head = heads.find((one) => one.device === device)
    reports.push(await verifyChain(tx, device, head ?? null))
  }
  return reports
}

async function verifyChain(
  tx: ReadTx,
  device: string,
  head: { seq: number; hash: string } | null,
): Promise<ChainReport> {
  const { changeSet } = tx.tables
  let seq = 0
  let hash = chainStart
  for (;;) {
    const rows = await tx.db
      .select()
      .from(changeSet)
      .where(and(eq(changeSet.device, device), gt(changeSet.seq, seq)))
      .orderBy(asc(changeSet.seq))
      .limit(pageSize)
    for (const row of rows) {
      const why = faultOf(row, seq, hash)
      if (why !== null) return { device, count: seq, intact: false, broken: { seq: row.seq, why } }
      seq = row.seq
      hash = row.hash
    }
    if (rows.length < pageSize) break
    // A long trail must not hold up the technician who scans meanwhile.
    await yieldToOthers()
  }
  if (head !== null && (head.seq !== seq || head.hash !== hash)) {
    return { device, count: seq, intact: false, broken: { seq: head.seq, why: 'head_differs' } }
  }
  return { device, count: seq, intact: true, broken: null }
}

function faultOf(
  row: StoredChangeset,
  seqBefore: number,
  hashBefore: string,
): 'gap' | 'prev_differs' | 'hash_differs' | null {
  if (row.seq !== seqBefore + 1) return 'gap'
  if (row.prev !== hashBefore) return 'prev_differs'
  return hashOf(row) === row.hash ? null : 'hash_differs'
}

/** The hash a stored changeset must have; see `core/sync/changeset.ts`. */
export function hashOf(row: StoredChangeset): string {
  const body = canonicalBody({
    device: row.device,
    seq: row.seq,
    id: row.id,
    hlc: row.hlc,
    user: row.userId,
    action: row.action,
    schema: row.schemaVersion,
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.batch === null ? {} : { batch: row.batch }),
    prev: row.prev,
    ops: JSON.parse(row.ops) as ChangeOp[],
  })
  return createHash('sha256').update(row.prev).update(body).digest('hex')
}
