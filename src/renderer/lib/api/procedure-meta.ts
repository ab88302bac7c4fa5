/** What the contract says about the procedure behind a path: a read or a write, and whether it works before sign-in. */
import { contract } from '../../../core/contract.ts'
import type { ProcedureMeta } from '../../../core/kernel/procedure.ts'

export function metaOf(path: readonly string[]): ProcedureMeta | null {
  let node: unknown = contract
  for (const step of path)
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[step] : undefined
  if (typeof node !== 'object' || node === null || !('~orpc' in node)) return null
  return (node as { '~orpc': { meta: ProcedureMeta } })['~orpc'].meta
}
