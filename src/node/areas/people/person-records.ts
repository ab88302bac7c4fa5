/** Reads people with what belongs to them: roles, last sign-in, locks, and what they can sign in with. */
import { and, eq, inArray, isNull, max } from 'drizzle-orm'
import type { Grant, Person, Profile } from '../../../core/areas/people/people.model.ts'
import { grantKey } from '../../../core/areas/people/people.rules.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { Actor } from '../../runtime/call.ts'
import { findMany } from '../../runtime/change.ts'
import type { ReadTx } from '../../store/engine.ts'
import type { Row } from '../../store/entities.ts'
import type { SignInGuards } from './sign-in-guards.ts'

export type UserRow = Row<'user'>

export interface PersonRecords {
  people(tx: ReadTx, rows: readonly UserRow[]): Promise<Person[]>
  /** The person, or `not_found`. */
  person(tx: ReadTx, id: string): Promise<Person>
  profile(tx: ReadTx, id: string): Promise<Profile>
}

export function createPersonRecords(guards: SignInGuards): PersonRecords {
  async function people(tx: ReadTx, rows: readonly UserRow[]): Promise<Person[]> {
    const ids = rows.map((row) => row.id)
    const grants = await grantsOf(tx, ids)
    const lastSignIns = await lastSignInOf(tx, ids)
    const locks = await guards.passwordLocks(tx, ids)
    return rows.map((row) => ({
      ...row,
      roles: grants.get(row.id) ?? [],
      lastSignInAt: lastSignIns.get(row.id) ?? null,
      lockedUntil: locks.get(row.id) ?? null,
    }))
  }
  async function person(tx: ReadTx, id: string): Promise<Person> {
    const [found] = await people(tx, await findMany(tx, 'user', [id]))
    if (found === undefined) throw new DomainError('not_found', { entity: 'user', id })
    return found
  }
  return {
    people,
    person,
    async profile(tx, id) {
      const { credential } = tx.tables
      const found = await person(tx, id)
      const held = await tx.db
        .select({ kind: credential.kind, mustChange: credential.mustChange })
        .from(credential)
        .where(eq(credential.userId, id))
      return {
        ...found,
        mustChangePassword: held.some((one) => one.kind === 'password' && one.mustChange),
        hasPin: held.some((one) => one.kind === 'pin'),
        hasBadge: held.some((one) => one.kind === 'badge'),
      }
    },
  }
}

/** Current roles by person, in a steady order. */
export async function grantsOf(tx: ReadTx, userIds: readonly string[]): Promise<Map<string, Grant[]>> {
  const found = new Map<string, Grant[]>()
  if (userIds.length === 0) return found
  const { userRole } = tx.tables
  const rows = await tx.db
    .select()
    .from(userRole)
    .where(and(inArray(userRole.userId, [...userIds]), isNull(userRole.deletedAt)))
  rows.sort((left, right) => (grantKey(left) < grantKey(right) ? -1 : 1))
  for (const row of rows) {
    const grants = found.get(row.userId) ?? []
    grants.push({ id: row.id, role: row.role, siteId: row.siteId })
    found.set(row.userId, grants)
  }
  return found
}

export async function findByUsername(tx: ReadTx, username: string): Promise<UserRow | null> {
  const { user } = tx.tables
  const rows = await tx.db
    .select()
    .from(user)
    .where(and(eq(user.username, username), isNull(user.deletedAt)))
  return rows[0] ?? null
}

/** The person as the caller of a command, in a session that is just being opened. */
export async function actorFor(tx: ReadTx, row: UserRow, sessionId: string): Promise<Actor> {
  const grants = (await grantsOf(tx, [row.id])).get(row.id) ?? []
  return {
    userId: row.id,
    username: row.username,
    displayName: row.displayName,
    sessionId,
    grants,
    homeSiteId: row.homeSiteId,
  }
}

async function lastSignInOf(tx: ReadTx, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map()
  const { signInEvent } = tx.tables
  const rows = await tx.db
    .select({ userId: signInEvent.userId, at: max(signInEvent.createdAt) })
    .from(signInEvent)
    .where(and(inArray(signInEvent.userId, [...userIds]), eq(signInEvent.event, 'signed_in')))
    .groupBy(signInEvent.userId)
  return new Map(rows.flatMap((row) => (row.userId === null || row.at === null ? [] : [[row.userId, row.at]])))
}
