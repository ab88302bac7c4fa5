/** Administration of people: accounts, their closing and opening, one-time codes. */
import { and, count, eq, isNull, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { newPerson, registered } from '../../../core/areas/people/auth.contract.ts'
import { normalPassword, refusePassword } from '../../../core/areas/people/password.rules.ts'
import type { Person, personFields } from '../../../core/areas/people/people.model.ts'
import {
  administersEverything,
  reachesPerson,
  refuseLosingLastAdministrator,
  refuseOwnAccount,
} from '../../../core/areas/people/people.rules.ts'
import { resetCodeMs } from '../../../core/areas/people/session.rules.ts'
import { type Clock, instantOf } from '../../../core/kernel/clock.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import { DomainError, refuseIf } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import type { ReadTx } from '../../store/engine.ts'
import { putCredential } from './credentials.ts'
import type { PasswordHasher } from './password-hasher.ts'
import { findByUsername, type PersonRecords } from './person-records.ts'
import { giveRoles, requireSites } from './roles.service.ts'
import type { SecretTools } from './secret-command.ts'
import { digestOf, newOneTimeCode, normalOneTimeCode } from './secret-text.ts'
import { endSessions } from './sessions.ts'
import { guardKeysOf, type SignInGuards } from './sign-in-guards.ts'
import { noteSignIn } from './sign-in-trail.ts'

interface Dependencies {
  readonly clock: Clock
  readonly ids: Ids
  readonly guards: SignInGuards
  readonly hasher: PasswordHasher
  readonly records: PersonRecords
}

type NewPerson = z.infer<typeof newPerson>
type Registered = z.infer<typeof registered>

export function createUsersService({ clock, ids, guards, hasher, records }: Dependencies) {
  /** Puts a new one-time code in place of the one before and notes it. */
  async function putResetCode(change: Change, person: Pick<Person, 'id' | 'username'>, code: string): Promise<string> {
    const expiresAt = instantOf(clock.nowMs() + resetCodeMs)
    await putCredential(change, {
      userId: person.id,
      kind: 'reset_code',
      verifier: digestOf(normalOneTimeCode(code)),
      expiresAt,
    })
    await noteSignIn(change, { event: 'reset_code_issued', userId: person.id, username: person.username })
    return expiresAt
  }

  return {
    /**
     * Adds a person; without a password, with a one-time code to choose one. A repeated request (Idempotency-Key) gets
     * the same person, and no code: that was shown once.
     */
    async create(tools: SecretTools, input: NewPerson): Promise<Registered> {
      const { password, mustChangePassword, roles, ...fields } = input
      if (password !== undefined) refuseIf(refusePassword(password, input.username))
      const verifier = password === undefined ? null : await hasher.hash(normalPassword(password))
      const code = newOneTimeCode()
      const mark = ids.next()
      const made = await tools.writeOnce(
        { ...fields, roles, mustChangePassword, withPassword: password !== undefined },
        async (change) => {
          if ((await findByUsername(change, input.username)) !== null)
            throw new DomainError('username_taken', {}, { field: 'username' })
          await requireHomeSite(change, fields.homeSiteId)
          const row = await change.insert('user', { ...fields, active: true, preferences: {} })
          await giveRoles(change, row.id, roles)
          if (verifier === null) {
            const resetCodeExpiresAt = await putResetCode(change, row, code)
            return { mark, person: await records.person(change, row.id), resetCodeExpiresAt }
          }
          await putCredential(change, { userId: row.id, kind: 'password', verifier, mustChange: mustChangePassword })
          await noteSignIn(change, { event: 'password_set', userId: row.id, username: row.username })
          return { mark, person: await records.person(change, row.id), resetCodeExpiresAt: null }
        },
      )
      const showsCode = verifier === null && made.mark === mark
      return { ...made.person, resetCode: showsCode ? code : null, resetCodeExpiresAt: made.resetCodeExpiresAt }
    },

    async update(
      change: Change,
      { id, rev, ...patch }: Partial<z.infer<typeof personFields>> & { id: string; rev?: number },
    ): Promise<Person> {
      const before = await reachedPerson(change, 'people.write', id)
      if (patch.homeSiteId !== before.homeSiteId) await requireHomeSite(change, patch.homeSiteId)
      await change.update('user', id, patch, { expectedRev: rev })
      return records.person(change, id)
    },

    /** Closes the account and ends its sessions; it works from the next call on. Not oneself, not the last administrator. */
    async deactivate(change: Change, { id, rev }: { id: string; rev?: number }): Promise<Person> {
      refuseIf(refuseOwnAccount(change.actor().userId, id))
      const person = await reachedPerson(change, 'people.write', id)
      if (administersEverything(person.roles))
        refuseIf(refuseLosingLastAdministrator(await countOtherAdministrators(change, id)))
      await change.update('user', id, { active: false }, { expectedRev: rev })
      const ended = await endSessions(change, id, 'deactivated')
      if (ended > 0) await noteSignIn(change, { event: 'session_ended', userId: id, username: person.username })
      return records.person(change, id)
    },

    async activate(change: Change, { id }: { id: string }): Promise<Person> {
      const person = await reachedPerson(change, 'people.write', id)
      await change.update('user', id, { active: true })
      if (person.lockedUntil !== null)
        await noteSignIn(change, { event: 'lock_lifted', userId: id, username: person.username })
      await guards.clear(change, guardKeysOf(id))
      return records.person(change, id)
    },

    async endSessions(change: Change, { id }: { id: string }): Promise<{ ended: number }> {
      const person = await reachedPerson(change, 'people.write', id)
      const ended = await endSessions(change, id, 'ended')
      if (ended > 0) await noteSignIn(change, { event: 'session_ended', userId: id, username: person.username })
      return { ended }
    },

    /** Not for oneself: a forgotten open window would be enough to take over the account behind it. */
    async issueResetCode(tools: SecretTools, { id }: { id: string }): Promise<{ code: string; expiresAt: string }> {
      const code = newOneTimeCode()
      const expiresAt = await tools.write(async (change) => {
        refuseIf(refuseOwnAccount(change.actor().userId, id))
        return putResetCode(change, await reachedPerson(change, 'people.reset', id), code)
      })
      return { code, expiresAt }
    },
  }

  async function reachedPerson(change: Change, permission: string, id: string): Promise<Person> {
    const person = await records.person(change, id)
    const scope = change.scope(permission)
    if (!reachesPerson(scope, { homeSiteId: person.homeSiteId, grants: person.roles }))
      throw new DomainError('forbidden', { permission })
    return person
  }
}

export type UsersService = ReturnType<typeof createUsersService>

/** How many other active people administer every site. */
export async function countOtherAdministrators(tx: ReadTx, userId: string): Promise<number> {
  const { user, userRole } = tx.tables
  const rows = await tx.db
    .select({ n: count() })
    .from(userRole)
    .innerJoin(user, eq(user.id, userRole.userId))
    .where(
      and(
        eq(userRole.role, 'administrator'),
        isNull(userRole.siteId),
        isNull(userRole.deletedAt),
        isNull(user.deletedAt),
        eq(user.active, true),
        ne(user.id, userId),
      ),
    )
  return Number(rows[0]?.n ?? 0)
}

/** A person's home site must be open and within the caller's sites. */
async function requireHomeSite(change: Change, siteId: string | null | undefined): Promise<void> {
  if (siteId === null || siteId === undefined) return
  await requireSites(change, [siteId], 'homeSiteId')
  const scope = change.scope('people.write')
  if (scope.kind === 'sites' && !scope.siteIds.includes(siteId))
    throw new DomainError('forbidden', { permission: 'people.write', siteId })
}
