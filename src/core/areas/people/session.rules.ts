/** How long sign-ins last. Constants, so that the program, its tests and its documents say the same. */
import { type Instant, instantOf } from '../../kernel/clock.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** An access token is checked against the database at every call; its short life limits what a stolen copy is worth. */
export const accessTokenMs = 10 * minute

/** A session ends when it was not used for this long. */
export const sessionMs = 30 * day

/** An administrator's reset code must be used within this time. */
export const resetCodeMs = 30 * minute

/** When a session that is used at `nowMs` ends; one opened by PIN or badge never outlives the password's confirmation. */
export function sessionEnd(nowMs: number, quickUntil: Instant | null): Instant {
  const end = instantOf(nowMs + sessionMs)
  return quickUntil !== null && quickUntil < end ? quickUntil : end
}

/** Until when PIN and badge work, counted from the last sign-in with the password on this node; `days` is a setting of it. */
export function quickUnlockEnd(confirmedAt: Instant, days: number): Instant {
  return instantOf(Date.parse(confirmedAt) + days * day)
}
