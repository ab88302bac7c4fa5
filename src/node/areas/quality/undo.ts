/**
 * Undo: writes the compensating changes of a command, newest op first, under the permission the command itself needed.
 * It never overwrites later work: if a field no longer has the value the command gave it, or something now refers to a
 * record it made, the undo is refused whole and says what stands in the way.
 */
import { and, asc, eq, or } from 'drizzle-orm'
import type { ProcedureMeta } from '../../../core/kernel/procedure.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { ChangeOp, UpdateOp } from '../../../core/sync/changeset.ts'
import type { Change } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import { sameValue } from '../../runtime/same-value.ts'
import { type EntityName, entityNames } from '../../store/entities.ts'
import { findReferences } from '../../store/references.ts'
import type { StoredChangeset } from './audit-entry.ts'

export interface UndoPlan {
  /** Permission of the command that is taken back; null when everyone signed in may run it. */
  readonly access: string
  readonly action: string
  readonly changesetId: string
  /** All changesets of the batch, first one first. */
  readonly changesets: readonly StoredChangeset[]
}

/** Looks the command up and checks that this caller may take it back. */
export async function planUndo(
  reading: Reading,
  changesetId: string,
  metas: ReadonlyMap<string, ProcedureMeta>,
): Promise<UndoPlan> {
  const { changeSet } = reading.tables
  const [first] = await reading.db.select().from(changeSet).where(eq(changeSet.id, changesetId))
  if (first === undefined) throw new DomainError('not_found', { entity: 'changeset', id: changesetId })
  const batch = first.batch ?? first.id
  const changesets = await reading.db
    .select()
    .from(changeSet)
    .where(and(eq(changeSet.device, first.device), or(eq(changeSet.batch, batch), eq(changeSet.id, first.id))))
    .orderBy(asc(changeSet.seq))
  const origin = originalAction(first)
  const meta = metas.get(origin)
  if (meta === undefined || !meta.undoable) throw new DomainError('undo_not_possible', { action: origin })
  if (first.userId !== reading.actor().userId && !reading.may('quality.undo_others'))
    throw new DomainError('undo_others_work', { action: origin })
  return { access: meta.access, action: first.action, changesetId: first.id, changesets }
}

/** An undo of an undo (a redo) needs what the first command needed; it is named in the reason. */
function originalAction(changeset: StoredChangeset): string {
  if (changeset.action !== 'quality.undo') return changeset.action
  return /^undo ([\w.]+)/.exec(changeset.reason ?? '')?.[1] ?? changeset.action
}

/** Writes the compensating changes; returns how many ops were compensated. Refuses with `undo_conflict`. */
export async function writeUndo(change: Change, plan: UndoPlan): Promise<number> {
  const ops = plan.changesets.flatMap((changeset) => JSON.parse(changeset.ops) as ChangeOp[])
  const origin = plan.changesets[0] === undefined ? plan.action : originalAction(plan.changesets[0])
  change.because(`undo ${origin} ${plan.changesetId}`)
  for (const op of ops.toReversed()) await compensate(change, op)
  return ops.length
}

async function compensate(change: Change, op: ChangeOp): Promise<void> {
  const entity = entityNames.find((name) => name === op.e)
  if (entity === undefined) throw new DomainError('undo_not_possible', { entity: op.e })
  switch (op.op) {
    case 'upd':
      return compensateUpdate(change, entity, op)
    case 'del':
      return change.restore(entity, op.id)
    default:
      return compensateInsert(change, entity, op.id)
  }
}

async function compensateUpdate(change: Change, entity: EntityName, op: UpdateOp): Promise<void> {
  const row = (await change.find(entity, op.id)) as Record<string, unknown> | null
  if (row === null) throw new DomainError('undo_conflict', { entity, id: op.id, why: 'removed_since' })
  const changedSince = Object.entries(op.f).filter(([field, [, to]]) => !sameValue(row[field], to))
  if (changedSince.length > 0) {
    throw new DomainError('undo_conflict', {
      entity,
      id: op.id,
      why: 'changed_since',
      fields: changedSince.map(([field]) => field),
    })
  }
  await change.update(
    entity,
    op.id,
    Object.fromEntries(Object.entries(op.f).map(([field, [from]]) => [field, from])) as never,
  )
}

async function compensateInsert(change: Change, entity: EntityName, id: string): Promise<void> {
  const row = await change.find(entity, id)
  if (row === null) throw new DomainError('undo_conflict', { entity, id, why: 'removed_since' })
  const references = await findReferences(change, entity, id)
  if (references.length > 0) throw new DomainError('undo_conflict', { entity, id, why: 'referenced', references })
  await change.remove(entity, id)
}
