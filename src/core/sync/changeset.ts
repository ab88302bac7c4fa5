/**
 * The changeset: everything one command did, as one immutable value.
 *
 * It is the audit entry, the outbox entry and the unit of sync at once. Each device numbers its changesets without
 * gaps (`seq`) and chains them: `hash = sha256(prev + canonical body)`, where `prev` is the hash of the device's
 * previous changeset, or 64 zeros for its first. So a verifier with nothing but the changesets can prove that none is
 * missing, moved or altered. Fields carry *from and to*, which is what lets HQ merge field by field, lets a person see
 * what was there before, and lets undo write the compensating change.
 */
import { canonicalJson } from '../kernel/canonical-json.ts'

/** A field value as it travels: JSON only, instants and dates as text. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue }

/** A row came into being with these fields; fields left out are null. */
export interface InsertOp {
  readonly e: string
  readonly id: string
  readonly op: 'ins'
  readonly f: Readonly<Record<string, FieldValue>>
}

/** These fields of a row went from the first value to the second. */
export interface UpdateOp {
  readonly e: string
  readonly id: string
  readonly op: 'upd'
  readonly f: Readonly<Record<string, readonly [from: FieldValue, to: FieldValue]>>
}

/** The row was laid aside (tombstone, nothing is erased) or taken back. */
export interface TombstoneOp {
  readonly e: string
  readonly id: string
  readonly op: 'del' | 'undel'
}

export type ChangeOp = InsertOp | UpdateOp | TombstoneOp

/** What is hashed: all of a changeset but its hash. */
export interface ChangesetBody {
  readonly device: string
  /** 1, 2, 3 ... without gaps per device. */
  readonly seq: number
  readonly id: string
  /** Hybrid logical clock text, see `hlc.ts`. Breaks ties only; order comes from `seq` and HQ's log. */
  readonly hlc: string
  /** Null when the program itself acted, for instance a refused sign-in. */
  readonly user: string | null
  /** The command that did it, `area.verb`. */
  readonly action: string
  /** Version of the schema the fields belong to. */
  readonly schema: number
  readonly reason?: string
  /** Id of the first changeset when one command needed several; they commit together and undo together. */
  readonly batch?: string
  readonly prev: string
  readonly ops: readonly ChangeOp[]
}

/** `prev` of a device's first changeset. */
export const chainStart = '0'.repeat(64)

/**
 * The exact text that is hashed after `prev`: RFC 8785 form of the body. `opsText`, when given, must be the canonical
 * form of `body.ops`; whoever stores it anyway need not have it made twice.
 */
export function canonicalBody(body: ChangesetBody, opsText: string = canonicalJson(body.ops)): string {
  const rest = canonicalJson({
    device: body.device,
    seq: body.seq,
    id: body.id,
    hlc: body.hlc,
    user: body.user,
    action: body.action,
    schema: body.schema,
    reason: body.reason,
    batch: body.batch,
    prev: body.prev,
  })
  // Members stand in the order of their names: `ops` comes right before `prev`.
  const at = rest.indexOf(`"prev":"${body.prev}"`)
  return `${rest.slice(0, at)}"ops":${opsText},${rest.slice(at)}`
}
