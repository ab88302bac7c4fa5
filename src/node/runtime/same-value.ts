import { isDeepStrictEqual } from 'node:util'

/** Whether two field values are the same to the audit trail: null and undefined are one, JSON compares by content. */
export function sameValue(left: unknown, right: unknown): boolean {
  return isDeepStrictEqual(left ?? null, right ?? null)
}
