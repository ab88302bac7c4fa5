/** Whether the caller may see, or change, the record a file belongs to. */
import { eq } from 'drizzle-orm'
import { attachmentOwner } from '../../../core/areas/documents/attachment-owners.ts'
import { scopeReaches } from '../../../core/kernel/policy.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { Reading } from '../../runtime/reading.ts'
import { declarationOf, type EntityName, entityNames } from '../../store/entities.ts'

interface OwnerRow extends Record<string, unknown> {
  readonly id: string
  readonly deletedAt: string | null
}

/**
 * Lets pass who may read files of this record; with `'write'`, who may also add and change them. A record at a site the
 * caller may not see is `not_found`, as if it were not there. Files of a record that was laid aside can still be read.
 */
export async function requireOwner(
  reading: Reading,
  ownerEntity: string,
  ownerId: string,
  access: 'read' | 'write',
): Promise<void> {
  const entity = entityNames.find((name) => name === ownerEntity)
  const root = entity === undefined ? null : declarationOf(entity).root
  const permissions = entity === undefined ? null : attachmentOwner(root?.entity ?? entity)
  if (entity === undefined || permissions === null)
    throw new DomainError('attachment_owner_refused', { ownerEntity }, { field: 'ownerEntity' })

  const missing = new DomainError('not_found', { entity: ownerEntity, id: ownerId }, { field: 'ownerId' })
  const row = await load(reading, entity, ownerId)
  const rootRow = row === null || root === null ? row : await load(reading, root.entity, String(row[root.idField]))
  if (row === null || rootRow === null) throw missing
  if (access === 'write' && (row.deletedAt !== null || rootRow.deletedAt !== null)) throw missing

  const siteId =
    (root?.entity ?? entity) === 'site' ? rootRow.id : ((rootRow.siteId as string | null | undefined) ?? null)
  if (!scopeReaches(reading.scope(permissions.read), siteId)) throw missing
  if (access === 'read') return
  for (const permission of [permissions.write, 'documents.attach']) {
    if (!scopeReaches(reading.scope(permission), siteId)) throw new DomainError('forbidden', { permission, siteId })
  }
}

async function load(reading: Reading, entity: EntityName, id: string): Promise<OwnerRow | null> {
  // Any record table: only the columns they all share are used.
  const table = reading.tables[entity] as Reading['tables']['customer']
  const [row] = (await reading.db.select().from(table).where(eq(table.id, id)).limit(1)) as unknown as OwnerRow[]
  return row ?? null
}
