/** Turns a stored changeset into what the audit screens show. */
import type { AuditEntry, AuditOp } from '../../../core/areas/quality/quality.model.ts'
import type { ChangeOp } from '../../../core/sync/changeset.ts'
import type { ReadTx } from '../../store/engine.ts'

export type StoredChangeset = ReadTx['tables']['changeSet']['$inferSelect']

/** Ops shown per entry in lists; an import has a thousand, and nobody reads them in a list. */
const opsInList = 40

export function auditEntryOf(
  row: StoredChangeset,
  options: { readonly keep?: (op: ChangeOp) => boolean; readonly all?: boolean } = {},
): AuditEntry {
  const ops = JSON.parse(row.ops) as ChangeOp[]
  const kept = options.keep === undefined ? ops : ops.filter(options.keep)
  return {
    id: row.id,
    device: row.device,
    seq: row.seq,
    at: row.committedAt,
    userId: row.userId,
    action: row.action,
    reason: row.reason,
    batch: row.batch,
    schema: row.schemaVersion,
    prev: row.prev,
    hash: row.hash,
    state: row.state,
    opCount: ops.length,
    ops: (options.all === true ? kept : kept.slice(0, opsInList)).map(auditOp),
  }
}

function auditOp(op: ChangeOp): AuditOp {
  const base = { entity: op.e, id: op.id, op: op.op }
  if (op.op === 'ins') return { ...base, set: op.f as never }
  if (op.op === 'upd') {
    const changed = Object.fromEntries(Object.entries(op.f).map(([field, [from, to]]) => [field, { from, to }]))
    return { ...base, changed: changed as never }
  }
  return base
}
