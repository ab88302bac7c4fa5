/**
 * Quick switch on a shared bench: PIN and badge. They work on stations only, for people who signed in on this very
 * station with their password within the last days, and they count their own failures.
 */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { signInLimits, unknownBadgeLimits } from '../../../core/areas/people/lockout.rules.ts'
import { normalPin } from '../../../core/areas/people/password.rules.ts'
import type { SignedIn } from '../../../core/areas/people/people.model.ts'
import type { RoleName } from '../../../core/areas/people/roles.ts'
import { quickUnlockEnd, sessionEnd } from '../../../core/areas/people/session.rules.ts'
import { instantOf } from '../../../core/kernel/clock.ts'
import { DomainError, refusal } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import { findMany } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { ReadTx } from '../../store/engine.ts'
import { type Credential, findBadge, findCredential } from './credentials.ts'
import { actorFor, grantsOf, type UserRow } from './person-records.ts'
import type { SecretTools } from './secret-command.ts'
import { badgeVerifier } from './secret-text.ts'
import { completeSignIn, enter, type OpenedSession, type SignInParts } from './sign-in.service.ts'
import type { Attempt } from './sign-in-attempt.ts'
import { guardKey, unknownBadgeKey } from './sign-in-guards.ts'
import { noteSignIn } from './sign-in-trail.ts'

export interface QuickUnlockParts extends SignInParts {
  readonly isStation: boolean
  readonly badgeKey: Uint8Array
}

interface UnlockPerson {
  readonly id: string
  readonly displayName: string
  readonly roles: RoleName[]
  readonly methods: ('pin' | 'badge')[]
}

export function createQuickUnlockService(parts: QuickUnlockParts) {
  const { clock, ids, guards, hasher, settle } = parts

  /** Opens the session after the proof, unless the password must be given again first. */
  async function enterQuickly(
    change: Change,
    row: UserRow,
    method: 'pin' | 'badge',
    sessionId: string,
  ): Promise<OpenedSession | null> {
    const password = await findCredential(change, row.id, 'password')
    const until =
      password === null ? change.at : quickUnlockEnd(password.confirmedAt, await parts.quickUnlockDays(change))
    if (until <= change.at) {
      await noteSignIn(change, {
        event: 'sign_in_refused',
        userId: row.id,
        username: row.username,
        method,
        reason: 'password_needed',
      })
      change.refuseAfterCommit(refusal('password_needed'))
      return null
    }
    await guards.clear(change, [guardKey('pin', row.id, '')])
    return enter(parts, change, { userId: row.id, sessionId, method, expiresAt: sessionEnd(clock.nowMs(), until) })
  }

  async function settleAndEnter(
    tools: SecretTools,
    row: UserRow | null,
    method: 'pin' | 'badge',
    attempt: Attempt,
  ): Promise<SignedIn> {
    const sessionId = ids.next()
    const actor =
      attempt.right && row?.active === true ? await tools.read((reading) => actorFor(reading, row, sessionId)) : null
    const opened = await tools.write(
      async (change) =>
        (await settle(change, attempt)) && row !== null ? enterQuickly(change, row, method, sessionId) : null,
      actor,
    )
    return completeSignIn(parts, opened)
  }

  return {
    /** Lists who can unlock this station now: names and roles only, for the lock screen. */
    async people(reading: Reading): Promise<{ items: UnlockPerson[] }> {
      requireStation(parts)
      return { items: await unlockPeople(reading, instantOf(clock.nowMs()), await parts.quickUnlockDays(reading)) }
    },

    /** Refuses `sign_in_refused` alike for a wrong PIN, an unknown person and one without a PIN. */
    async unlock(tools: SecretTools, { userId, pin }: { userId: string; pin: string }): Promise<SignedIn> {
      requireStation(parts)
      const found = await tools.read(async (reading) => {
        const row = (await findMany(reading, 'user', [userId]))[0] ?? null
        const key = guardKey('pin', row?.id ?? null, userId)
        return {
          row,
          key,
          lock: await guards.lockOf(reading, key),
          credential: await findCredential(reading, userId, 'pin'),
        }
      })
      const right = found.lock === null && (await hasher.fits(found.credential?.verifier ?? null, normalPin(pin)))
      return settleAndEnter(tools, found.row, 'pin', {
        key: found.key,
        limits: signInLimits,
        against: found.credential,
        right,
        fact: { userId: found.row?.id ?? null, username: found.row?.username ?? userId, method: 'pin' },
        wrongReason: 'wrong_pin',
        refusal: refusal('sign_in_refused'),
      })
    },

    /** A badge is looked up by its code, so only unknown badges can fail; those are counted for the whole station. */
    async badge(tools: SecretTools, { code }: { code: string }): Promise<SignedIn> {
      requireStation(parts)
      const found = await tools.read(async (reading) => {
        const credential = await findBadge(reading, badgeVerifier(parts.badgeKey, code))
        return {
          credential,
          row: credential === null ? null : ((await findMany(reading, 'user', [credential.userId]))[0] ?? null),
        }
      })
      return settleAndEnter(tools, found.row, 'badge', {
        key: unknownBadgeKey,
        limits: unknownBadgeLimits,
        against: found.credential,
        right: found.row !== null,
        fact: { userId: found.row?.id ?? null, username: found.row?.username ?? 'badge', method: 'badge' },
        wrongReason: 'unknown_badge',
        refusal: refusal('sign_in_refused'),
      })
    },
  }
}

export type QuickUnlockService = ReturnType<typeof createQuickUnlockService>

/** PIN and badge belong to a bench that people share; HQ has neither. */
export function requireStation(parts: Pick<QuickUnlockParts, 'isStation'>): void {
  if (!parts.isStation) throw new DomainError('station_only')
}

async function unlockPeople(tx: ReadTx, now: string, days: number): Promise<UnlockPerson[]> {
  const { credential, user } = tx.tables
  const held: Credential[] = await tx.db
    .select()
    .from(credential)
    .where(inArray(credential.kind, ['password', 'pin', 'badge']))
  const kinds = (userId: string) => held.filter((one) => one.userId === userId).map((one) => one.kind)
  const confirmed = held
    .filter((one) => one.kind === 'password' && quickUnlockEnd(one.confirmedAt, days) > now)
    .map((one) => one.userId)
  const able = confirmed.filter((id) => kinds(id).some((kind) => kind !== 'password'))
  if (able.length === 0) return []
  const rows = await tx.db
    .select()
    .from(user)
    .where(and(inArray(user.id, able), eq(user.active, true), isNull(user.deletedAt)))
    .orderBy(user.displayName, user.id)
  const grants = await grantsOf(tx, able)
  return rows.map((row) => ({
    id: row.id,
    displayName: row.displayName,
    roles: [...new Set((grants.get(row.id) ?? []).map((grant) => grant.role))],
    methods: (['pin', 'badge'] as const).filter((kind) => kinds(row.id).includes(kind)),
  }))
}
