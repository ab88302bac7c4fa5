/**
 * How procedures of the contract are declared: `query(...)` for reads, `command(...)` for writes. Each names the
 * permission it needs and its REST route, so that policy, OpenAPI, audit and the screens all come from one line.
 *
 * `access` is a permission (`animals.create`), or `'public'` for what works before sign-in, or `'signed_in'` for what
 * everybody who is signed in may do with their own things.
 */
import { type HTTPMethod, oc } from '@orpc/contract'
import { z } from 'zod'

export interface ProcedureMeta {
  readonly kind: 'query' | 'command'
  /** `area.verb`; for commands this is the action written into the changeset. */
  readonly action: string
  readonly access: string
  /** Whether a person may take the command back with undo. Sign-in and security commands may not. */
  readonly undoable: boolean
}

interface Declaration {
  readonly action: string
  readonly access: string
  readonly path: `/${string}`
  readonly summary: string
  readonly method?: HTTPMethod
  readonly undoable?: boolean
  /** Codes this procedure may refuse with, beyond the shared ones; shown in the API reference. */
  readonly refuses?: readonly string[]
  readonly successStatus?: number
}

const emptyMeta: ProcedureMeta = { kind: 'query', action: '', access: 'signed_in', undoable: false }
const base = oc.$meta<ProcedureMeta>(emptyMeta)

/** Declares a read. GET unless told otherwise. */
export function query(declaration: Declaration) {
  return declare('query', declaration, declaration.method ?? 'GET')
}

/** Declares a write, which runs in one transaction and leaves one changeset. POST unless told otherwise. */
export function command(declaration: Declaration) {
  return declare('command', declaration, declaration.method ?? 'POST')
}

function declare(kind: ProcedureMeta['kind'], declaration: Declaration, method: HTTPMethod) {
  const refuses = declaration.refuses ?? []
  return base
    .meta({
      kind,
      action: declaration.action,
      access: declaration.access,
      undoable: kind === 'command' && (declaration.undoable ?? true),
    })
    .route({
      method,
      path: declaration.path,
      summary: declaration.summary,
      description: refuses.length === 0 ? undefined : `May refuse with: ${refuses.join(', ')}.`,
      operationId: declaration.action.replaceAll('.', '_'),
      tags: [declaration.action.split('.')[0] ?? 'other'],
      successStatus: declaration.successStatus ?? (kind === 'command' && method === 'POST' ? 201 : 200),
    })
}

/** UUID of a record. Version 7 is what we mint; any UUID is accepted so that foreign systems can be addressed. */
export const recordId = z.uuid()

/** `rev` of the record the caller last saw; a command with a stale one is refused with `rev_mismatch`. */
export const expectedRev = z.number().int().positive().optional().describe('rev of the record as last seen')

/** Calendar date `YYYY-MM-DD`. */
export const calendarDate = z.iso.date()

/** UTC instant in ISO 8601. */
export const instant = z.iso.datetime()

/** Columns every record carries beside its own fields. */
export const recordColumns = {
  id: recordId,
  rev: z.number().int(),
  createdAt: instant,
  createdBy: z.string().nullable(),
  updatedAt: instant,
  updatedBy: z.string().nullable(),
}

/** Trimmed text that must not be empty. */
export const requiredText = (max: number) => z.string().trim().min(1).max(max)

/** Optional text: trimmed; empty means none. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .optional()
