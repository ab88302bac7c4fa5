/**
 * When too many wrong tries lock a way of signing in, and when the lock opens: by itself, after a fixed time. Instants
 * are UTC ISO text with milliseconds, which sorts as it reads, so they are compared as text: there is no parsing and no
 * time zone that could turn a lock into a permanent one.
 */
import { type Instant, instantOf } from '../../kernel/clock.ts'

export interface LockLimits {
  /** This many failures lock. */
  readonly maxFailures: number
  /** How long the lock holds, and how long a failure is remembered. */
  readonly lockMs: number
}

const minute = 60_000

export const signInLimits: LockLimits = { maxFailures: 5, lockMs: 15 * minute }

/**
 * Badges nobody has are counted for the whole node, and scanning a straw at the lock screen is an honest mistake; the
 * codes are long, so the limit can be wider.
 */
export const unknownBadgeLimits: LockLimits = { maxFailures: 20, lockMs: 15 * minute }

export interface FailureCount {
  readonly failures: number
  readonly firstFailureAt: Instant
  readonly lockedUntil: Instant | null
}

/** The instant at which the lock opens, or null when it is open at `nowMs`. */
export function lockedUntil(count: FailureCount | null, nowMs: number): Instant | null {
  if (count?.lockedUntil === null || count?.lockedUntil === undefined) return null
  return count.lockedUntil > instantOf(nowMs) ? count.lockedUntil : null
}

/** The count after one more failure at `nowMs`. A lock that opened and failures older than the lock time are forgotten. */
export function afterFailure(before: FailureCount | null, nowMs: number, limits: LockLimits): FailureCount {
  const now = instantOf(nowMs)
  if (before !== null && lockedUntil(before, nowMs) !== null) return { ...before, failures: before.failures + 1 }
  const remembered =
    before !== null && before.lockedUntil === null && before.firstFailureAt > instantOf(nowMs - limits.lockMs)
  const failures = (remembered ? before.failures : 0) + 1
  return {
    failures,
    firstFailureAt: remembered ? before.firstFailureAt : now,
    lockedUntil: failures >= limits.maxFailures ? instantOf(nowMs + limits.lockMs) : null,
  }
}

/**
 * Whether a try against a closed lock deserves a line in the audit trail: the first, the tenth, the hundredth ... after
 * the lock closed. A program that hammers at a lock must not be able to fill the trail.
 */
export function isWorthRecording(triesWhileLocked: number): boolean {
  return /^10*$/.test(String(triesWhileLocked))
}
