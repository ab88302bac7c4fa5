import { z } from 'zod'

/** A field value as the changeset carries it. */
const fieldValue = z.json()

export const changeOp = z.object({
  entity: z.string(),
  id: z.string(),
  op: z.enum(['ins', 'upd', 'del', 'undel']),
  /** Set fields of an insert; nothing for tombstones. */
  set: z.record(z.string(), fieldValue).optional(),
  /** From and to of an update, by field. */
  changed: z.record(z.string(), z.object({ from: fieldValue, to: fieldValue })).optional(),
})

/** One changeset as people read it. */
export const auditEntry = z.object({
  id: z.string(),
  device: z.string(),
  seq: z.number().int(),
  /** When the device committed it, by its own clock. */
  at: z.string(),
  userId: z.string().nullable(),
  action: z.string(),
  reason: z.string().nullable(),
  batch: z.string().nullable(),
  schema: z.number().int(),
  prev: z.string(),
  hash: z.string(),
  state: z.enum(['pending', 'sent', 'settled', 'rejected']),
  /** All ops of the changeset, also those not listed below. */
  opCount: z.number().int(),
  ops: z.array(changeOp),
})

export type AuditEntry = z.infer<typeof auditEntry>
export type AuditOp = z.infer<typeof changeOp>

/** What a walk along one device's chain found. */
export const chainReport = z.object({
  device: z.string(),
  count: z.number().int(),
  intact: z.boolean(),
  /** First entry that does not fit, and why. */
  broken: z
    .object({ seq: z.number().int(), why: z.enum(['gap', 'prev_differs', 'hash_differs', 'head_differs']) })
    .nullable(),
})

export type ChainReport = z.infer<typeof chainReport>
