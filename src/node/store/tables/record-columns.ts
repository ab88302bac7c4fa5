import type { ColumnKit } from '../column-kit.ts'

/**
 * Columns of every domain record. They are kept by the command wrapper and never by services: `rev` counts the writes
 * this node applied to the row (the token for If-Match; not synced), stamps come from the changeset, and `deletedAt`
 * marks a tombstone - records are laid aside, never erased.
 */
export function recordColumns(kit: ColumnKit) {
  return {
    id: kit.text().primaryKey(),
    rev: kit.int().notNull(),
    createdAt: kit.text().notNull(),
    createdBy: kit.text(),
    updatedAt: kit.text().notNull(),
    updatedBy: kit.text(),
    deletedAt: kit.text(),
  }
}

/** Names of the columns above, which never appear in a changeset's fields. */
export const recordColumnNames: ReadonlySet<string> = new Set([
  'id',
  'rev',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'deletedAt',
])
