/**
 * Which records carry files, by the record people think of: a file on an interaction belongs to its customer. Reading a
 * file needs the permission to read that record, adding or changing one the permission to write it, at its site.
 */
export interface AttachmentOwner {
  readonly read: string
  readonly write: string
}

const owners: Readonly<Record<string, AttachmentOwner>> = {
  customer: { read: 'customers.read', write: 'customers.write' },
  animal: { read: 'animals.read', write: 'animals.write' },
  site: { read: 'sites.read', write: 'sites.write' },
}

/** The permissions that guard files of a kind of record; null when such records carry none. */
export function attachmentOwner(rootEntity: string): AttachmentOwner | null {
  return Object.hasOwn(owners, rootEntity) ? (owners[rootEntity] ?? null) : null
}
