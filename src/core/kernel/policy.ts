/**
 * Who may do what, as sentences: `roles('manager').may('customers.merge')`. A permission belongs to an area
 * (`area.verb`); every procedure of the contract names the one it needs, and every node enforces it, never a screen
 * alone. Roles are plain text here so that the kernel knows no area.
 */
export interface PolicySentence<Role extends string = string> {
  readonly roles: readonly Role[]
  readonly permissions: readonly string[]
}

/** Starts a sentence: these roles ... */
export function roles<Role extends string>(...names: readonly Role[]) {
  return {
    /** ... may do these things. */
    may: (...permissions: readonly string[]): PolicySentence<Role> => ({ roles: names, permissions }),
  }
}

/** What the sentences say together: the roles that hold each permission. */
export function permissionTable(sentences: readonly PolicySentence[]): ReadonlyMap<string, ReadonlySet<string>> {
  const table = new Map<string, Set<string>>()
  for (const sentence of sentences) {
    for (const permission of sentence.permissions) {
      const holders = table.get(permission) ?? new Set<string>()
      for (const role of sentence.roles) holders.add(role)
      table.set(permission, holders)
    }
  }
  return table
}

/** Where a person may act: at every site, or at the listed ones only. */
export type SiteScope = { readonly kind: 'all' } | { readonly kind: 'sites'; readonly siteIds: readonly string[] }

/** The sites at which these grants carry the permission; an empty list means nowhere. */
export function scopeOf(
  table: ReadonlyMap<string, ReadonlySet<string>>,
  grants: readonly { readonly role: string; readonly siteId: string | null }[],
  permission: string,
): SiteScope {
  const holders = table.get(permission)
  const siteIds = new Set<string>()
  for (const grant of grants) {
    if (holders?.has(grant.role) !== true) continue
    if (grant.siteId === null) return { kind: 'all' }
    siteIds.add(grant.siteId)
  }
  return { kind: 'sites', siteIds: [...siteIds].sort() }
}

/** Whether the scope reaches a row: rows without a site are shared and within reach of anyone who holds it anywhere. */
export function scopeReaches(scope: SiteScope, siteId: string | null): boolean {
  if (scope.kind === 'all') return true
  return siteId === null ? scope.siteIds.length > 0 : scope.siteIds.includes(siteId)
}
