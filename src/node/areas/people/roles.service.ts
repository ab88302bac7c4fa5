/** Giving and taking roles. Each single role that changes must lie within the caller's sites. */
import type { Grant } from '../../../core/areas/people/people.model.ts'
import {
  administersEverything,
  grantChanges,
  reachesGrant,
  refuseLosingLastAdministrator,
} from '../../../core/areas/people/people.rules.ts'
import type { RoleGrant } from '../../../core/areas/people/roles.ts'
import { DomainError, refuseIf } from '../../../core/kernel/refusal.ts'
import { type Change, findMany } from '../../runtime/change.ts'
import type { ReadTx } from '../../store/engine.ts'
import { grantsOf } from './person-records.ts'

interface Dependencies {
  readonly countOtherAdministrators: (tx: ReadTx, userId: string) => Promise<number>
}

export function createRolesService({ countOtherAdministrators }: Dependencies) {
  async function apply(change: Change, userId: string, wanted: readonly RoleGrant[]): Promise<{ items: Grant[] }> {
    await change.get('user', userId)
    const held = await heldBy(change, userId)
    const { give, take } = grantChanges(held, wanted)
    for (const grant of take) requireReach(change, grant)
    if (administersEverything(held) && !administersEverything(wanted)) {
      refuseIf(refuseLosingLastAdministrator(await countOtherAdministrators(change, userId)))
    }
    for (const grant of take) {
      const row = await change.get('userRole', grant.id)
      // The caller's If-Match speaks of the person, not of this row.
      await change.remove('userRole', grant.id, { expectedRev: row.rev })
    }
    await giveRoles(change, userId, give)
    return { items: await heldBy(change, userId) }
  }

  return {
    setRoles: (
      change: Change,
      { id, roles }: { id: string; roles: readonly RoleGrant[] },
    ): Promise<{ items: Grant[] }> => apply(change, id, roles),

    async removeRole(change: Change, { id, roleId }: { id: string; roleId: string }): Promise<{ items: Grant[] }> {
      const held = await heldBy(change, id)
      if (!held.some((grant) => grant.id === roleId))
        throw new DomainError('not_found', { entity: 'userRole', id: roleId })
      return apply(
        change,
        id,
        held.filter((grant) => grant.id !== roleId),
      )
    },
  }
}

export type RolesService = ReturnType<typeof createRolesService>

/** Gives roles, each within the caller's sites and at an open site. Refuses `forbidden` and `site_unknown`. */
export async function giveRoles(change: Change, userId: string, grants: readonly RoleGrant[]): Promise<void> {
  const { give } = grantChanges([], grants)
  for (const grant of give) requireReach(change, grant)
  await requireSites(
    change,
    give.flatMap((grant) => grant.siteId ?? []),
    'roles',
  )
  for (const grant of give) await change.insert('userRole', { userId, role: grant.role, siteId: grant.siteId })
}

/** Refuses `site_unknown` unless every one is an open site. */
export async function requireSites(tx: ReadTx, siteIds: readonly string[], field: string): Promise<void> {
  const wanted = [...new Set(siteIds)]
  const open = new Set((await findMany(tx, 'site', wanted)).filter((site) => site.active).map((site) => site.id))
  const siteId = wanted.find((id) => !open.has(id))
  if (siteId !== undefined) throw new DomainError('site_unknown', { siteId }, { field })
}

async function heldBy(tx: ReadTx, userId: string): Promise<Grant[]> {
  return (await grantsOf(tx, [userId])).get(userId) ?? []
}

function requireReach(change: Change, grant: RoleGrant): void {
  if (!reachesGrant(change.scope('people.roles'), grant)) {
    throw new DomainError('forbidden', { permission: 'people.roles', siteId: grant.siteId })
  }
}
