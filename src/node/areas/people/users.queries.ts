/** Reads of people for administrators, and their names for everyone. */

import type { InferSchemaOutput } from '@orpc/contract'
import { and, count, countDistinct, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import type { Grant, Person, PersonName } from '../../../core/areas/people/people.model.ts'
import { type RoleName, roleNames } from '../../../core/areas/people/roles.ts'
import { sessionMs } from '../../../core/areas/people/session.rules.ts'
import type { usersContract } from '../../../core/areas/people/users.contract.ts'
import { type Clock, instantOf } from '../../../core/kernel/clock.ts'
import type { Comparison, Condition, ListAnswer } from '../../../core/kernel/listing.ts'
import type { SiteScope } from '../../../core/kernel/policy.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import { findMany } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { CountCache } from '../../store/count-cache.ts'
import type { ReadTx } from '../../store/engine.ts'
import { columnCondition } from '../../store/list-conditions.ts'
import { listRows } from '../../store/list-query.ts'
import type { ListSpec } from '../../store/list-spec.ts'
import type { PersonRecords } from './person-records.ts'

export const userList = {
  entity: 'user',
  siteColumn: null,
  searchable: 'user',
  defaultSort: 'displayName',
  fields: {
    username: { kind: 'text' },
    displayName: { kind: 'text' },
    email: { kind: 'text' },
    phone: { kind: 'text' },
    position: { kind: 'text' },
    department: { kind: 'text' },
    language: { kind: 'choice' },
    active: { kind: 'boolean' },
    createdAt: { kind: 'date' },
    updatedAt: { kind: 'date' },
    role: {
      kind: 'choice',
      sortable: false,
      condition: (comparison, tx) => grantCondition(tx, comparison, tx.tables.userRole.role),
    },
    siteId: {
      kind: 'choice',
      sortable: false,
      condition: (comparison, tx) => grantCondition(tx, comparison, tx.tables.userRole.siteId, true),
    },
  },
} as const satisfies ListSpec

type ListUsers = InferSchemaOutput<(typeof usersContract.list)['~orpc']['inputSchema'] & {}>

interface Stats {
  total: number
  active: number
  inactive: number
  locked: number
  signedInLast30Days: number
  neverSignedIn: number
  byRole: { role: RoleName; people: number }[]
  bySite: { siteId: string | null; people: number }[]
}

export function createUserQueries({
  counts,
  clock,
  records,
}: {
  counts: CountCache
  clock: Clock
  records: PersonRecords
}) {
  /** The person, when the caller is that person or may see them; else `not_found`, so that ids cannot be probed. */
  async function visiblePerson(reading: Reading, id: string): Promise<Person> {
    if (reading.actor().userId === id) return records.person(reading, id)
    const scope = reading.scope('people.read')
    const found = await records.person(reading, id)
    if (!isVisible(scope, found)) throw new DomainError('not_found', { entity: 'user', id })
    return found
  }

  return {
    async list(reading: Reading, input: ListUsers): Promise<ListAnswer<Person>> {
      const { limit, cursor, offset, sort, q, where, ...filters } = input
      const scope = reading.scope('people.read')
      const page = await listRows(
        reading,
        userList,
        { limit, cursor, offset, sort, q, where, filters },
        scope,
        counts,
        visibility(reading, scope),
      )
      return { ...page, items: await records.people(reading, page.items) }
    },

    get: (reading: Reading, { id }: { id: string }): Promise<Person> => visiblePerson(reading, id),

    async roles(reading: Reading, { id }: { id: string }): Promise<{ items: Grant[] }> {
      return { items: (await visiblePerson(reading, id)).roles }
    },

    async names(reading: Reading, { ids }: { ids: readonly string[] }): Promise<{ items: PersonName[] }> {
      return { items: await personNames(reading, ids) }
    },

    async stats(reading: Reading): Promise<Stats> {
      return statsOf(reading, visibility(reading, reading.scope('people.stats')), clock.nowMs())
    },
  }
}

export type UserQueries = ReturnType<typeof createUserQueries>

/** Names of people by id, inactive ones too: they still stand in the history of what they did. */
export async function personNames(tx: ReadTx, ids: readonly string[]): Promise<PersonName[]> {
  const rows = await findMany(tx, 'user', [...new Set(ids)])
  return rows.map(({ id, username, displayName, active }) => ({ id, username, displayName, active }))
}

function isVisible(scope: SiteScope, person: Person): boolean {
  if (scope.kind === 'all') return true
  const reached = (siteId: string | null) => siteId !== null && scope.siteIds.includes(siteId)
  return reached(person.homeSiteId) || person.roles.some((grant) => grant.siteId === null || reached(grant.siteId))
}

/** The same as `isVisible`, in SQL: people at home or with a role at these sites, or with a role at every site. */
function visibility(tx: ReadTx, scope: SiteScope): SQL[] {
  if (scope.kind === 'all') return []
  const { user, userRole } = tx.tables
  const sites = sql.join(
    scope.siteIds.map((id) => sql`${id}`),
    sql`, `,
  )
  return [
    sql`(${user.homeSiteId} in (${sites}) or exists (select 1 from ${userRole} where ${userRole.userId} = ${user.id}
      and ${userRole.deletedAt} is null and (${userRole.siteId} is null or ${userRole.siteId} in (${sites}))))`,
  ]
}

/** "Is not a manager" means: holds no such role, whatever else they hold. */
const oppositeOf: Partial<Record<Comparison, Comparison>> = { is_not: 'is', not_in: 'in', is_empty: 'is_not_empty' }

/** People with a role that fits. For sites, a role at every site fits any of them. */
function grantCondition(
  tx: ReadTx,
  comparison: Condition,
  column: Parameters<typeof columnCondition>[0],
  everySiteFits = false,
): SQL {
  const { user, userRole } = tx.tables
  const opposite = oppositeOf[comparison.op]
  const fits = columnCondition(column, { ...comparison, op: opposite ?? comparison.op }, tx)
  const wide = everySiteFits ? sql`(${fits} or ${userRole.siteId} is null)` : fits
  const held = sql`exists (select 1 from ${userRole} where ${userRole.userId} = ${user.id} and ${userRole.deletedAt} is null and ${wide})`
  return opposite === undefined ? held : sql`not ${held}`
}

async function statsOf(tx: ReadTx, visible: readonly SQL[], nowMs: number): Promise<Stats> {
  const { user, userRole, signInEvent, signInGuard } = tx.tables
  const people = and(isNull(user.deletedAt), ...visible)
  const countPeople = async (...conditions: SQL[]) => {
    const rows = await tx.db
      .select({ n: count() })
      .from(user)
      .where(and(people, ...conditions))
    return Number(rows[0]?.n ?? 0)
  }
  const signedIn = sql`select 1 from ${signInEvent} where ${signInEvent.userId} = ${user.id} and ${signInEvent.event} = 'signed_in'`
  const now = instantOf(nowMs)
  const active = eq(user.active, true)
  const grants = (by: typeof userRole.role | typeof userRole.siteId) =>
    tx.db
      .select({ by, n: countDistinct(user.id) })
      .from(user)
      .innerJoin(userRole, and(eq(userRole.userId, user.id), isNull(userRole.deletedAt)))
      .where(and(people, active))
      .groupBy(by)
  const byRole = await grants(userRole.role)
  const bySite = await grants(userRole.siteId)
  const total = await countPeople()
  const activeCount = await countPeople(active)
  return {
    total,
    active: activeCount,
    inactive: total - activeCount,
    locked: await countPeople(
      sql`exists (select 1 from ${signInGuard} where ${signInGuard.key} = 'password:' || ${user.id} and ${gt(signInGuard.lockedUntil, now)})`,
    ),
    signedInLast30Days: await countPeople(
      sql`exists (${signedIn} and ${signInEvent.createdAt} > ${instantOf(nowMs - sessionMs)})`,
    ),
    neverSignedIn: await countPeople(active, sql`not exists (${signedIn})`),
    byRole: byRole
      .map((row) => ({ role: row.by as RoleName, people: Number(row.n) }))
      .sort((left, right) => roleNames.indexOf(left.role) - roleNames.indexOf(right.role)),
    bySite: bySite
      .map((row) => ({ siteId: row.by, people: Number(row.n) }))
      .sort((left, right) => ((left.siteId ?? '') < (right.siteId ?? '') ? -1 : 1)),
  }
}
