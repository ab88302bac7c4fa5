/** Makes a person with the administrator's role at every site: by the set-up screen, and by `--create-admin`. */
import { count } from 'drizzle-orm'
import { normalPassword, refusePassword } from '../../../core/areas/people/password.rules.ts'
import type { SignedIn, Site } from '../../../core/areas/people/people.model.ts'
import { sessionEnd } from '../../../core/areas/people/session.rules.ts'
import { DomainError, refuseIf } from '../../../core/kernel/refusal.ts'
import type { Actor } from '../../runtime/call.ts'
import type { Change } from '../../runtime/change.ts'
import type { ReadTx } from '../../store/engine.ts'
import type { NewRow } from '../../store/entities.ts'
import { putCredential } from './credentials.ts'
import { findByUsername } from './person-records.ts'
import type { SecretTools } from './secret-command.ts'
import { completeSignIn, enter, type SignInParts } from './sign-in.service.ts'
import { noteSignIn } from './sign-in-trail.ts'

export interface AdministratorInput {
  readonly username: string
  readonly password: string
  readonly displayName: string
  readonly language: 'en' | 'ar'
}

export interface SetupInput extends AdministratorInput {
  readonly site: Omit<NewRow<'site'>, 'active' | 'id'>
}

/** Whether anybody exists on this node; laid-aside people count, their names stay theirs. */
export async function hasPeople(tx: ReadTx): Promise<boolean> {
  const rows = await tx.db.select({ n: count() }).from(tx.tables.user)
  return Number(rows[0]?.n ?? 0) > 0
}

/** Makes the first site and the first administrator, and signs them in. Refuses `setup_done` once anybody exists. */
export async function setUp(parts: SignInParts, tools: SecretTools, input: SetupInput): Promise<SignedIn> {
  if (await tools.read(hasPeople)) throw new DomainError('setup_done')
  refuseIf(refusePassword(input.password, input.username))
  const verifier = await parts.hasher.hash(normalPassword(input.password))
  const userId = parts.ids.next()
  const sessionId = parts.ids.next()
  const actor: Actor = {
    userId,
    username: input.username,
    displayName: input.displayName,
    sessionId,
    grants: [],
    homeSiteId: null,
  }
  const opened = await tools.write(async (change) => {
    // Asked again inside the transaction: two set-up screens may be open.
    if (await hasPeople(change)) throw new DomainError('setup_done')
    const site: Site = await change.insert('site', { ...input.site, active: true })
    await insertAdministrator(change, { ...input, userId, homeSiteId: site.id, verifier })
    return enter(parts, change, {
      userId,
      sessionId,
      method: 'setup',
      expiresAt: sessionEnd(parts.clock.nowMs(), null),
    })
  }, actor)
  return completeSignIn(parts, opened)
}

interface NewAdministrator extends Omit<AdministratorInput, 'password'> {
  readonly userId: string
  readonly homeSiteId: string | null
  readonly verifier: string
}

/** Inserts the person, the role and the password's verifier. Refuses `username_taken`. */
export async function insertAdministrator(change: Change, given: NewAdministrator): Promise<void> {
  if ((await findByUsername(change, given.username)) !== null)
    throw new DomainError('username_taken', {}, { field: 'username' })
  await change.insert('user', {
    id: given.userId,
    username: given.username,
    displayName: given.displayName,
    language: given.language,
    homeSiteId: given.homeSiteId,
    active: true,
    preferences: {},
  })
  await change.insert('userRole', { userId: given.userId, role: 'administrator', siteId: null })
  await putCredential(change, { userId: given.userId, kind: 'password', verifier: given.verifier })
  await noteSignIn(change, { event: 'password_set', userId: given.userId, username: given.username })
}
