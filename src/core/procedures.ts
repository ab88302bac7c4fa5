/** What the contract says about each action: its permission, whether it writes, whether it may be undone. */
import { contract } from './contract.ts'
import type { ProcedureMeta } from './kernel/procedure.ts'

function collect(node: unknown, found: Map<string, ProcedureMeta>): void {
  if (typeof node !== 'object' || node === null) return
  if ('~orpc' in node) {
    const { meta } = (node as { '~orpc': { meta: ProcedureMeta } })['~orpc']
    found.set(meta.action, meta)
    return
  }
  for (const child of Object.values(node)) collect(child, found)
}

/** Every procedure's declaration by action. */
export function procedureMetas(): ReadonlyMap<string, ProcedureMeta> {
  const found = new Map<string, ProcedureMeta>()
  collect(contract, found)
  return found
}
