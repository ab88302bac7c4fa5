/**
 * Marks F as no longer true when parents change: of the animal and of all its descendants, in the transaction that
 * changed them. Every marking raises the version of the pedigree, so that a calculation that began before is recognised
 * as out of date for the animals it touched. Adding and restoring animals changes nobody's ancestry but their own.
 */
import { inArray, type SQL, sql } from 'drizzle-orm'
import type { ChangeOp } from '../../../core/sync/changeset.ts'
import type { Projection } from '../../runtime/projection.ts'
import type { ReadTx, Tx } from '../../store/engine.ts'

const versionKey = 'pedigree:version'
const chunkSize = 500

/** The version that marks of F are compared with; 0 before the first marking. */
export async function pedigreeVersion(tx: Pick<ReadTx, 'db' | 'tables'>): Promise<number> {
  const { nodeState } = tx.tables
  const rows = await tx.db
    .select({ value: nodeState.value })
    .from(nodeState)
    .where(inArray(nodeState.key, [versionKey]))
  return Number(rows[0]?.value ?? 0)
}

export const inbreedingMarks: Projection = {
  async refresh(tx, touched) {
    const added: string[] = []
    const changed: string[] = []
    for (const { op } of touched) {
      if (op.e !== 'animal') continue
      if (hasAncestry(op)) added.push(op.id)
      else if (changesAncestry(op)) changed.push(op.id)
    }
    if (added.length === 0 && changed.length === 0) return
    const version = await raiseVersion(tx)
    await markAdded(tx, added, version)
    for (let start = 0; start < changed.length; start += chunkSize)
      await markLines(tx, changed.slice(start, start + chunkSize), version)
  },
}

/** A new animal whose F needs calculating. With a parent unknown it is 0, and that is not stored. */
function hasAncestry(op: ChangeOp): boolean {
  return (
    op.op === 'ins' &&
    ((typeof op.f.sireId === 'string' && typeof op.f.damId === 'string') || typeof op.f.nuclearDonorId === 'string')
  )
}

function changesAncestry(op: ChangeOp): boolean {
  return op.op === 'upd' && ('sireId' in op.f || 'damId' in op.f || 'nuclearDonorId' in op.f)
}

async function raiseVersion(tx: Tx): Promise<number> {
  const { nodeState } = tx.tables
  const version = (await pedigreeVersion(tx)) + 1
  const value = String(version)
  await tx.db
    .insert(nodeState)
    .values({ key: versionKey, value })
    .onConflictDoUpdate({ target: nodeState.key, set: { value } })
  return version
}

async function markAdded(tx: Tx, ids: readonly string[], version: number): Promise<void> {
  const { animalInbreeding: table } = tx.tables
  for (let start = 0; start < ids.length; start += chunkSize) {
    const rows = ids
      .slice(start, start + chunkSize)
      .map((animalId) => ({ animalId, coefficient: null, stale: true, markedAtVersion: version, computedAt: null }))
    await tx.db
      .insert(table)
      .values(rows)
      .onConflictDoUpdate({ target: table.animalId, set: { stale: true, markedAtVersion: version } })
  }
}

/** Marks the animals and their descendants; one that has lost a parent has F 0 from now on. */
async function markLines(tx: Tx, ids: readonly string[], version: number): Promise<void> {
  const line = sql`with recursive line(id) as (
      select id from animal where id in (${list(ids)})
      union
      select animal.id from line join animal on animal.sire_id = line.id or animal.dam_id = line.id or animal.nuclear_donor_id = line.id
    )`
  await tx.execute(sql`${line}
    insert into animal_inbreeding (animal_id, coefficient, stale, marked_at_version, computed_at)
    select animal.id, null, true, ${version}, null from line join animal on animal.id = line.id
    where (animal.sire_id is not null and animal.dam_id is not null) or animal.nuclear_donor_id is not null
    on conflict (animal_id) do update set stale = true, marked_at_version = excluded.marked_at_version`)
  await tx.execute(sql`update animal_inbreeding set coefficient = 0, stale = false, marked_at_version = ${version}
    where animal_id in (select id from animal where id in (${list(ids)}) and (sire_id is null or dam_id is null) and nuclear_donor_id is null)`)
}

function list(ids: readonly string[]): SQL {
  return sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )
}
