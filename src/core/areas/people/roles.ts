/** The roles a person can have, at one site or at all of them. */
export const roleNames = [
  'administrator',
  'manager',
  'veterinarian',
  'embryologist',
  'laboratory_technician',
  'researcher',
  'viewer',
] as const

export type RoleName = (typeof roleNames)[number]

/** One role of one person; `siteId` null means at every site. */
export interface RoleGrant {
  readonly role: RoleName
  readonly siteId: string | null
}
