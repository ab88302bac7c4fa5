/** Opening, carrying on and ending sessions with name and password. */
import { normalPassword } from '../../../core/areas/people/password.rules.ts'
import type { Profile, SignedIn, SignInMethod } from '../../../core/areas/people/people.model.ts'
import { quickUnlockEnd, sessionEnd } from '../../../core/areas/people/session.rules.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import { DomainError, refusal } from '../../../core/kernel/refusal.ts'
import type { Actor } from '../../runtime/call.ts'
import type { Change } from '../../runtime/change.ts'
import type { ReadTx } from '../../store/engine.ts'
import { type AccessTokens, accessTokenSeconds } from './access-tokens.ts'
import { confirmPassword, findCredential } from './credentials.ts'
import type { PasswordHasher } from './password-hasher.ts'
import { actorFor, findByUsername, type PersonRecords } from './person-records.ts'
import type { SecretTools } from './secret-command.ts'
import { endSession, endSessions, findByRefreshToken, openSession, rotateSession, type Session } from './sessions.ts'
import type { Settle } from './sign-in-attempt.ts'
import { guardKey, guardKeysOf, type SignInGuards } from './sign-in-guards.ts'
import { noteSignIn } from './sign-in-trail.ts'

export interface SignInParts {
  readonly clock: Clock
  readonly ids: Ids
  readonly guards: SignInGuards
  readonly tokens: AccessTokens
  readonly hasher: PasswordHasher
  readonly records: PersonRecords
  readonly settle: Settle
  quickUnlockDays(tx: Pick<ReadTx, 'db' | 'tables'>): Promise<number>
}

/** A session that was opened or carried on in a transaction; the access token is made after it. */
export interface OpenedSession {
  readonly sessionId: string
  readonly refreshToken: string
  readonly user: Profile
}

export function createSignInService(parts: SignInParts) {
  const { clock, ids, guards, hasher, records, settle, quickUnlockDays } = parts
  return {
    /** Refuses `sign_in_refused` for a wrong or unknown name or password alike, `account_locked`, `account_inactive`. */
    async login(tools: SecretTools, input: { username: string; password: string }): Promise<SignedIn> {
      const sessionId = ids.next()
      // The same queries for names nobody has: neither the answer nor its time tells them apart.
      const found = await tools.read(async (reading) => {
        const row = await findByUsername(reading, input.username)
        const key = guardKey('password', row?.id ?? null, input.username)
        return {
          row,
          key,
          lock: await guards.lockOf(reading, key),
          credential: await findCredential(reading, row?.id ?? '', 'password'),
        }
      })
      // Behind a closed lock no password is tried, known name or not.
      const right =
        found.lock === null && (await hasher.fits(found.credential?.verifier ?? null, normalPassword(input.password)))
      const { row } = found
      const actor =
        right && row?.active === true ? await tools.read((reading) => actorFor(reading, row, sessionId)) : null
      const opened = await tools.write(async (change) => {
        const proven = await settle(change, {
          key: found.key,
          against: found.credential,
          right,
          fact: { userId: row?.id ?? null, username: input.username, method: 'password' },
          wrongReason: row === null ? 'unknown_name' : 'wrong_password',
          refusal: refusal('sign_in_refused'),
        })
        if (!proven || row === null) return null
        await guards.clear(change, guardKeysOf(row.id))
        await confirmPassword(change, row.id)
        return enter(parts, change, {
          userId: row.id,
          sessionId,
          method: 'password',
          expiresAt: sessionEnd(clock.nowMs(), null),
        })
      }, actor)
      return completeSignIn(parts, opened)
    },

    /** Exchanges the refresh token. A token that was spent before ends the session, for whoever holds the newer one. */
    async refresh(tools: SecretTools, { refreshToken }: { refreshToken: string }): Promise<SignedIn> {
      const carried = await tools.write(async (change) => {
        const found = await findByRefreshToken(change, refreshToken)
        if (found === null || found.session.endedAt !== null || found.session.expiresAt <= change.at)
          throw new DomainError('session_ended')
        const row = await change.find('user', found.session.userId)
        if (row === null || !row.active) throw new DomainError('session_ended')
        if (found.spent) {
          await endSession(change, found.session.id, row.id, 'refresh_replayed')
          await noteSignIn(change, { event: 'refresh_replayed', userId: row.id, username: row.username })
          change.refuseAfterCommit(refusal('session_ended'))
          return null
        }
        const next = await rotateSession(
          change,
          found.session,
          await carriedEnd(clock, change, found.session, await quickUnlockDays(change)),
        )
        return { sessionId: found.session.id, refreshToken: next, user: await records.profile(change, row.id) }
      }, null)
      return completeSignIn(parts, carried)
    },

    async logout(change: Change): Promise<{ done: true }> {
      const actor = change.actor()
      if (await endSession(change, actor.sessionId, actor.userId, 'signed_out'))
        await noteOwn(change, actor, 'signed_out')
      return { done: true }
    },

    async logoutEverywhere(change: Change): Promise<{ ended: number }> {
      const actor = change.actor()
      const ended = await endSessions(change, actor.userId, 'signed_out_everywhere')
      if (ended > 0) await noteOwn(change, actor, 'signed_out_everywhere')
      return { ended }
    },

    /** Ends one of the caller's own sessions, or refuses `not_found`. */
    async endSession(change: Change, { id }: { id: string }): Promise<{ id: string }> {
      const actor = change.actor()
      if (!(await endSession(change, id, actor.userId, 'ended')))
        throw new DomainError('not_found', { entity: 'session', id })
      await noteOwn(change, actor, 'session_ended')
      return { id }
    },
  }
}

export type SignInService = ReturnType<typeof createSignInService>

interface Entry {
  readonly userId: string
  readonly sessionId: string
  readonly method: SignInMethod
  readonly expiresAt: string
}

/** Opens a session for someone who proved who they are. An inactive account is refused only here, after the proof. */
export async function enter(parts: SignInParts, change: Change, entry: Entry): Promise<OpenedSession | null> {
  const row = await change.get('user', entry.userId)
  const fact = { userId: row.id, username: row.username, method: entry.method }
  if (!row.active) {
    await noteSignIn(change, { ...fact, event: 'sign_in_refused', reason: 'inactive' })
    change.refuseAfterCommit(refusal('account_inactive'))
    return null
  }
  const refreshToken = await openSession(change, {
    id: entry.sessionId,
    userId: row.id,
    method: entry.method,
    expiresAt: entry.expiresAt,
  })
  await noteSignIn(change, { ...fact, event: 'signed_in' })
  return { sessionId: entry.sessionId, refreshToken, user: await parts.records.profile(change, row.id) }
}

/** Adds the access token. Null stands for a refusal the wrapper has already thrown. */
export async function completeSignIn(parts: SignInParts, opened: OpenedSession | null): Promise<SignedIn> {
  if (opened === null) throw new Error('a refused sign-in must not come here')
  const accessToken = await parts.tokens.issue({ userId: opened.user.id, sessionId: opened.sessionId })
  return { accessToken, refreshToken: opened.refreshToken, expiresIn: accessTokenSeconds, user: opened.user }
}

/** A session that is used goes on; one opened by PIN or badge only as long as the password's confirmation holds. */
async function carriedEnd(clock: Clock, change: Change, session: Session, days: number): Promise<string> {
  if (session.method !== 'pin' && session.method !== 'badge') return sessionEnd(clock.nowMs(), null)
  const password = await findCredential(change, session.userId, 'password')
  return sessionEnd(clock.nowMs(), password === null ? change.at : quickUnlockEnd(password.confirmedAt, days))
}

function noteOwn(
  change: Change,
  actor: Actor,
  event: 'signed_out' | 'signed_out_everywhere' | 'session_ended',
): Promise<void> {
  return noteSignIn(change, { event, userId: actor.userId, username: actor.username })
}
