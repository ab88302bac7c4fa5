/**
 * Counters of failed tries per person and way of signing in, local to this node. The rule is in core
 * (`lockout.rules.ts`); this keeps the counts. Names that nobody has are counted too, so that locks do not tell who
 * exists; they share a fixed number of counters, so that strangers cannot fill the table.
 */
import { createHash } from 'node:crypto'
import { and, eq, gt, inArray, lte } from 'drizzle-orm'
import {
  afterFailure,
  type FailureCount,
  type LockLimits,
  lockedUntil,
  signInLimits,
} from '../../../core/areas/people/lockout.rules.ts'
import { type Clock, type Instant, instantOf } from '../../../core/kernel/clock.ts'
import type { Change } from '../../runtime/change.ts'
import type { ReadTx } from '../../store/engine.ts'

export type GuardedWay = 'password' | 'pin' | 'reset' | 'forgot'

export interface SignInGuards {
  /** When the lock opens, or null when it is open. */
  lockOf(tx: ReadTx, key: string): Promise<Instant | null>
  /** Counts one more failure and returns the count after it. */
  countFailure(change: Change, key: string, limits?: LockLimits): Promise<FailureCount>
  /** Forgets failures and locks. */
  clear(change: Change, keys: readonly string[]): Promise<void>
  /** Locks of the password of these people that are closed now. */
  passwordLocks(tx: ReadTx, userIds: readonly string[]): Promise<Map<string, Instant>>
}

/** Counter of one person, or the shared one of an unknown name (one of 65,536 by the name's hash). */
export function guardKey(way: GuardedWay, userId: string | null, nameGiven: string): string {
  if (userId !== null) return `${way}:${userId}`
  return `${way}?${createHash('sha256').update(nameGiven).digest('hex').slice(0, 4)}`
}

/** Counter of badges that nobody has, for the whole node. */
export const unknownBadgeKey = 'badge?'

/** All counters of one person. */
export function guardKeysOf(userId: string): string[] {
  return [guardKey('password', userId, ''), guardKey('pin', userId, ''), guardKey('reset', userId, '')]
}

export function createSignInGuards(clock: Clock): SignInGuards {
  async function countOf(tx: ReadTx, key: string): Promise<FailureCount | null> {
    const { signInGuard } = tx.tables
    const rows = await tx.db.select().from(signInGuard).where(eq(signInGuard.key, key))
    return rows[0] ?? null
  }
  return {
    lockOf: async (tx, key) => lockedUntil(await countOf(tx, key), clock.nowMs()),

    async countFailure(change, key, limits = signInLimits) {
      const { signInGuard } = change.tables
      const now = clock.nowMs()
      const after = afterFailure(await countOf(change, key), now, limits)
      const values = { failures: after.failures, firstFailureAt: after.firstFailureAt, lockedUntil: after.lockedUntil }
      await change.local
        .insert(signInGuard)
        .values({ key, ...values })
        .onConflictDoUpdate({ target: signInGuard.key, set: values })
      // A failure is remembered for one lock time, and the lock it may close holds for another.
      await change.local.delete(signInGuard).where(lte(signInGuard.firstFailureAt, instantOf(now - 2 * limits.lockMs)))
      return after
    },

    async clear(change, keys) {
      await change.local.delete(change.tables.signInGuard).where(inArray(change.tables.signInGuard.key, [...keys]))
    },

    async passwordLocks(tx, userIds) {
      if (userIds.length === 0) return new Map()
      const { signInGuard } = tx.tables
      const idByKey = new Map(userIds.map((id) => [guardKey('password', id, ''), id]))
      const rows = await tx.db
        .select()
        .from(signInGuard)
        .where(
          and(inArray(signInGuard.key, [...idByKey.keys()]), gt(signInGuard.lockedUntil, instantOf(clock.nowMs()))),
        )
      return new Map(
        rows.flatMap((row) => (row.lockedUntil === null ? [] : [[idByKey.get(row.key) as string, row.lockedUntil]])),
      )
    },
  }
}
