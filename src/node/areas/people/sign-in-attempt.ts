/**
 * Settles one try to prove who someone is, inside the command's transaction. The slow check of the secret was done
 * before, outside; here the lock is asked again, because of many tries at once only the first few may count, and the
 * verifier is read again, because it may have been changed while the secret was checked.
 */
import {
  isWorthRecording,
  type LockLimits,
  lockedUntil,
  signInLimits,
} from '../../../core/areas/people/lockout.rules.ts'
import type { RefusalReason } from '../../../core/areas/people/people.model.ts'
import type { Clock, Instant } from '../../../core/kernel/clock.ts'
import { type Refusal, refusal } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import { type Credential, findCredential } from './credentials.ts'
import type { SignInGuards } from './sign-in-guards.ts'
import { noteSignIn, type SignInFact } from './sign-in-trail.ts'

export interface Attempt {
  /** Counter of this way of signing in, see `guardKey`. */
  readonly key: string
  readonly limits?: LockLimits
  /** What the secret was checked against; null when there was nothing. */
  readonly against: Credential | null
  /** Whether the secret fitted. */
  readonly right: boolean
  readonly fact: Omit<SignInFact, 'event' | 'reason'>
  readonly wrongReason: RefusalReason
  readonly refusal: Refusal
}

export type Settle = (change: Change, attempt: Attempt) => Promise<boolean>

/** Makes the function that counts, notes and refuses. It answers true when the person proved who they are. */
export function createAttemptSettler(guards: SignInGuards, clock: Clock): Settle {
  const lockRefusal = (until: Instant) =>
    refusal('account_locked', {
      lockedUntil: until,
      retryAfterSeconds: Math.ceil((Date.parse(until) - clock.nowMs()) / 1000),
    })

  return async (change, attempt) => {
    const limits = attempt.limits ?? signInLimits
    const closedUntil = await guards.lockOf(change, attempt.key)
    if (closedUntil === null && attempt.right && (await isUnchanged(change, attempt.against))) return true

    const count = await guards.countFailure(change, attempt.key, limits)
    if (closedUntil !== null) {
      if (isWorthRecording(count.failures - limits.maxFailures)) {
        await noteSignIn(change, { ...attempt.fact, event: 'sign_in_refused', reason: 'locked' })
      }
      change.refuseAfterCommit(lockRefusal(closedUntil))
      return false
    }
    await noteSignIn(change, { ...attempt.fact, event: 'sign_in_refused', reason: attempt.wrongReason })
    const nowClosed = lockedUntil(count, clock.nowMs())
    if (nowClosed !== null) await noteSignIn(change, { ...attempt.fact, event: 'locked' })
    change.refuseAfterCommit(nowClosed === null ? attempt.refusal : lockRefusal(nowClosed))
    return false
  }
}

async function isUnchanged(change: Change, against: Credential | null): Promise<boolean> {
  if (against === null) return false
  const now = await findCredential(change, against.userId, against.kind)
  return now !== null && now.verifier === against.verifier
}
