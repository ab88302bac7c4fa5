/**
 * Rules about people: who may administer whom, and what may not happen to the last administrator. Rules about
 * passwords, PINs and locks are in their own files.
 */
import { type SiteScope, scopeReaches } from '../../kernel/policy.ts'
import { type Refusal, refusal } from '../../kernel/refusal.ts'
import type { RoleGrant, RoleName } from './roles.ts'

export interface Reachable {
  readonly homeSiteId: string | null
  readonly grants: readonly RoleGrant[]
}

/**
 * Tells whether someone who may act in `scope` may administer this person. Every role the person holds must lie within
 * the scope: else an administrator of one site could reset the password of one who administers all of them.
 */
export function reachesPerson(scope: SiteScope, person: Reachable): boolean {
  if (scope.kind === 'all') return true
  if (person.grants.length === 0) return person.homeSiteId !== null && scopeReaches(scope, person.homeSiteId)
  return person.grants.every((grant) => reachesGrant(scope, grant))
}

/** Tells whether a role may be given or taken within the scope; a role at every site needs a scope of every site. */
export function reachesGrant(scope: SiteScope, grant: RoleGrant): boolean {
  return scope.kind === 'all' || (grant.siteId !== null && scope.siteIds.includes(grant.siteId))
}

/** One text per role and site, to compare sets of roles. */
export function grantKey(grant: RoleGrant): string {
  return `${grant.role}@${grant.siteId ?? '*'}`
}

/** What must be given and taken so that `held` becomes `wanted`. Doubles in `wanted` count once. */
export function grantChanges<Held extends RoleGrant>(
  held: readonly Held[],
  wanted: readonly RoleGrant[],
): { give: RoleGrant[]; take: Held[] } {
  const heldKeys = new Set(held.map(grantKey))
  const wantedByKey = new Map(wanted.map((grant) => [grantKey(grant), grant]))
  return {
    give: [...wantedByKey].filter(([key]) => !heldKeys.has(key)).map(([, grant]) => grant),
    take: held.filter((grant) => !wantedByKey.has(grantKey(grant))),
  }
}

/** Whether these roles let a person administer everything: the last such person must stay. */
export function administersEverything(grants: readonly RoleGrant[]): boolean {
  const role: RoleName = 'administrator'
  return grants.some((grant) => grant.role === role && grant.siteId === null)
}

/** Tells why the last person who administers everything may not lose that, or null. */
export function refuseLosingLastAdministrator(others: number): Refusal | null {
  return others === 0 ? refusal('last_administrator') : null
}

/** Tells why nobody may do this to their own account, or null. */
export function refuseOwnAccount(actorId: string, targetId: string): Refusal | null {
  return actorId === targetId ? refusal('own_account') : null
}

/** Whether the text is a time zone this program knows (IANA name or UTC). */
export function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    // A RangeError is how the platform says it does not know the zone.
    return false
  }
}
