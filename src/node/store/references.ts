/** Finds which living records point at a record, from the foreign keys the tables declare. */
import { and, eq, getTableColumns, isNull } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import type { ReadTx } from './engine.ts'
import { type EntityName, entityNames } from './entities.ts'
import { sqliteSchema } from './schema.ts'

export interface Reference {
  readonly entity: EntityName
  readonly field: string
  readonly id: string
}

export interface ForeignKey {
  readonly from: EntityName
  readonly field: string
  readonly to: EntityName
}

/** Every foreign key from one record table to another. */
export const foreignKeys: readonly ForeignKey[] = entityNames.flatMap((from) => {
  const columns = Object.entries(getTableColumns(sqliteSchema[from]))
  return getTableConfig(sqliteSchema[from]).foreignKeys.flatMap((key) => {
    const { columns: own, foreignTable } = key.reference()
    const field = columns.find(([, column]) => column === own[0])?.[0]
    const to = entityNames.find((name) => sqliteSchema[name] === (foreignTable as unknown))
    return field === undefined || to === undefined ? [] : [{ from, field, to }]
  })
})

/** The first living references to the record, at most `limit` per field. */
export async function findReferences(
  tx: Pick<ReadTx, 'db' | 'tables'>,
  entity: EntityName,
  id: string,
  limit = 3,
): Promise<Reference[]> {
  const found: Reference[] = []
  for (const key of foreignKeys) {
    if (key.to !== entity) continue
    // Every record table has these columns; the declared field exists by construction.
    const table = tx.tables[key.from] as ReadTx['tables']['animalRole']
    const column = table[key.field as 'animalId']
    const rows = await tx.db
      .select({ id: table.id })
      .from(table)
      .where(and(eq(column, id), isNull(table.deletedAt)))
      .limit(limit)
    for (const row of rows) found.push({ entity: key.from, field: key.field, id: row.id })
  }
  return found
}
