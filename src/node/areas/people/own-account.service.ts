/** What people do with their own account: profile, password, PIN, badge; and the way back in with a one-time code. */
import type { z } from 'zod'
import { normalPassword, normalPin, refusePassword, refusePin } from '../../../core/areas/people/password.rules.ts'
import type { Profile, profileFields, SessionView } from '../../../core/areas/people/people.model.ts'
import { instantOf } from '../../../core/kernel/clock.ts'
import { DomainError, refusal, refuseIf } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import {
  type Credential,
  type CredentialKind,
  dropCredentials,
  findBadge,
  findCredential,
  putCredential,
} from './credentials.ts'
import { findByUsername } from './person-records.ts'
import { type QuickUnlockParts, requireStation } from './quick-unlock.service.ts'
import type { SecretTools } from './secret-command.ts'
import { badgeVerifier, digestOf, isSameSecret, normalOneTimeCode } from './secret-text.ts'
import { endSessions, listSessions } from './sessions.ts'
import { guardKey, guardKeysOf } from './sign-in-guards.ts'
import { noteSignIn } from './sign-in-trail.ts'

export function createOwnAccountService(parts: QuickUnlockParts) {
  const { clock, guards, hasher, records, settle } = parts

  /** Checks the caller's password outside the transaction and, when it fits and still holds, runs the work in one. */
  async function withPassword<Result>(
    tools: SecretTools,
    password: string,
    field: string,
    work: (change: Change, credential: Credential) => Promise<Result>,
  ): Promise<Result> {
    const { actor, key, lock, credential } = await tools.read(async (reading) => {
      const caller = reading.actor()
      const ownKey = guardKey('password', caller.userId, '')
      return {
        actor: caller,
        key: ownKey,
        lock: await guards.lockOf(reading, ownKey),
        credential: await findCredential(reading, caller.userId, 'password'),
      }
    })
    const right = lock === null && (await hasher.fits(credential?.verifier ?? null, normalPassword(password)))
    const result = await tools.write(async (change) => {
      const proven = await settle(change, {
        key,
        against: credential,
        right,
        fact: { userId: actor.userId, username: actor.username, method: 'password' },
        wrongReason: 'wrong_password',
        refusal: refusal('password_wrong', {}, field),
      })
      if (!proven || credential === null) return null
      await guards.clear(change, [key])
      return { value: await work(change, credential) }
    })
    if (result === null) throw new Error('a refused check must not come here')
    return result.value
  }

  async function setQuick(
    tools: SecretTools,
    password: string,
    kind: 'pin' | 'badge',
    verifier: string | null,
  ): Promise<{ done: true }> {
    return withPassword(tools, password, 'password', async (change) => {
      const { userId, username } = change.actor()
      if (verifier === null) {
        const dropped = await dropCredentials(change, userId, [kind])
        if (dropped.length > 0) await noteSignIn(change, { event: removedEvent(kind), userId, username })
        return { done: true }
      }
      const holder = kind === 'badge' ? await findBadge(change, verifier) : null
      if (holder !== null && holder.userId !== userId) throw new DomainError('badge_taken', {}, { field: 'code' })
      await putCredential(change, { userId, kind, verifier })
      await guards.clear(change, [guardKey('pin', userId, '')])
      await noteSignIn(change, { event: kind === 'pin' ? 'pin_set' : 'badge_set', userId, username })
      return { done: true }
    })
  }

  return {
    profile: (reading: Reading): Promise<Profile> => records.profile(reading, reading.actor().userId),

    async updateProfile(change: Change, input: Partial<z.infer<typeof profileFields>>): Promise<Profile> {
      const { userId } = change.actor()
      await change.update('user', userId, input)
      return records.profile(change, userId)
    },

    async sessions(reading: Reading): Promise<{ items: SessionView[] }> {
      const { userId, sessionId } = reading.actor()
      return { items: await listSessions(reading, userId, sessionId, instantOf(clock.nowMs())) }
    },

    /** Ends the caller's other sessions. A wrong current password counts towards the lock of the account. */
    async changePassword(
      tools: SecretTools,
      input: { currentPassword: string; newPassword: string },
    ): Promise<{ endedSessions: number }> {
      const { username } = await tools.read(async (reading) => reading.actor())
      refuseIf(refusePassword(input.newPassword, username, 'newPassword'))
      if (normalPassword(input.newPassword) === normalPassword(input.currentPassword)) {
        throw new DomainError('password_same', {}, { field: 'newPassword' })
      }
      const verifier = await hasher.hash(normalPassword(input.newPassword))
      return withPassword(tools, input.currentPassword, 'currentPassword', async (change) => {
        const actor = change.actor()
        await putCredential(change, { userId: actor.userId, kind: 'password', verifier })
        const endedSessions = await endSessions(change, actor.userId, 'password_changed', actor.sessionId)
        await noteSignIn(change, { event: 'password_changed', userId: actor.userId, username: actor.username })
        return { endedSessions }
      })
    },

    async setPin(tools: SecretTools, input: { password: string; pin: string | null }): Promise<{ done: true }> {
      requireStation(parts)
      if (input.pin !== null) refuseIf(refusePin(input.pin))
      const verifier = input.pin === null ? null : await hasher.hash(normalPin(input.pin))
      return setQuick(tools, input.password, 'pin', verifier)
    },

    async setBadge(tools: SecretTools, input: { password: string; code: string | null }): Promise<{ done: true }> {
      requireStation(parts)
      const verifier = input.code === null ? null : badgeVerifier(parts.badgeKey, input.code)
      return setQuick(tools, input.password, 'badge', verifier)
    },

    /**
     * Notes the request for the administrators, once per person and lock time. Answer and work are the same for names
     * nobody has, and no code leaves this node but through an administrator.
     */
    async forgotPassword(tools: SecretTools, { username }: { username: string }): Promise<{ done: true }> {
      await tools.write(async (change) => {
        const row = await findByUsername(change, username)
        const key = guardKey('forgot', row?.id ?? null, username)
        const notedBefore = (await guards.lockOf(change, key)) !== null
        await guards.countFailure(change, key, { maxFailures: 1, lockMs: forgotNotedMs })
        if (!notedBefore) await noteSignIn(change, { event: 'reset_requested', userId: row?.id ?? null, username })
      }, null)
      return { done: true }
    },

    /** Sets a password with an administrator's code, once. PIN and badge go too: whoever had them may be the reason. */
    async resetPassword(
      tools: SecretTools,
      input: { username: string; code: string; newPassword: string },
    ): Promise<{ done: true }> {
      refuseIf(refusePassword(input.newPassword, input.username, 'newPassword'))
      const verifier = await hasher.hash(normalPassword(input.newPassword))
      await tools.write(async (change) => {
        const row = await findByUsername(change, input.username)
        const code = await findCredential(change, row?.id ?? '', 'reset_code')
        const fits = isSameSecret(code?.verifier ?? '', digestOf(normalOneTimeCode(input.code)))
        const valid =
          code !== null && fits && code.expiresAt !== null && code.expiresAt > change.at && row?.active === true
        const proven = await settle(change, {
          key: guardKey('reset', row?.id ?? null, input.username),
          against: code,
          right: valid,
          fact: { userId: row?.id ?? null, username: input.username, method: 'reset_code' },
          wrongReason: row === null ? 'unknown_name' : 'wrong_code',
          refusal: refusal('reset_code_refused', {}, 'code'),
        })
        if (!proven || row === null) return
        const dropped = await dropCredentials(change, row.id, ['reset_code', 'pin', 'badge'])
        await putCredential(change, { userId: row.id, kind: 'password', verifier })
        await endSessions(change, row.id, 'password_reset')
        await guards.clear(change, guardKeysOf(row.id))
        await noteSignIn(change, {
          event: 'password_reset',
          userId: row.id,
          username: row.username,
          method: 'reset_code',
        })
        for (const kind of dropped.filter(isQuick))
          await noteSignIn(change, { event: removedEvent(kind), userId: row.id, username: row.username })
      }, null)
      return { done: true }
    },
  }
}

export type OwnAccountService = ReturnType<typeof createOwnAccountService>

/** One request of this age is enough for the administrators to see. */
const forgotNotedMs = 15 * 60_000

function isQuick(kind: CredentialKind): kind is 'pin' | 'badge' {
  return kind === 'pin' || kind === 'badge'
}

function removedEvent(kind: 'pin' | 'badge') {
  return kind === 'pin' ? ('pin_removed' as const) : ('badge_removed' as const)
}
