import type { ColumnKit } from '../column-kit.ts'
import { recordColumns } from './record-columns.ts'

/** What any area may hang on its records: files, saved views, and the batches in which records came from a file. */
export function defineDocumentTables(kit: ColumnKit) {
  /** A file that belongs to a record. The bytes lie in the data folder under their SHA-256; this row only names them. */
  const attachment = kit.table(
    'attachment',
    {
      ...recordColumns(kit),
      ownerEntity: kit.text().notNull(),
      ownerId: kit.text().notNull(),
      /** What the file is to its record: document, photo, consent, contract, result. */
      kind: kit.text().notNull(),
      fileName: kit.text().notNull(),
      mediaType: kit.text().notNull(),
      sizeBytes: kit.int().notNull(),
      /** SHA-256 of the content, hex. */
      contentHash: kit.text().notNull(),
      caption: kit.text(),
    },
    (table) => [
      kit.index('attachment_owner').on(table.ownerEntity, table.ownerId),
      kit.index('attachment_content').on(table.contentHash),
    ],
  )

  /** A named filter with its columns and order, for oneself or for everybody. Customer segments are shared ones. */
  const savedView = kit.table(
    'saved_view',
    {
      ...recordColumns(kit),
      /** Which list it belongs to: animals, customers ... */
      list: kit.text().notNull(),
      name: kit.text().notNull(),
      ownerUserId: kit.text(),
      shared: kit.bool().notNull(),
      /** Grid state as the screen keeps it: conditions, sort, hidden columns. */
      state: kit.json<Record<string, unknown>>().notNull(),
      position: kit.int().notNull(),
    },
    (table) => [kit.index('saved_view_list').on(table.list)],
  )

  const importBatch = kit.table(
    'import_batch',
    {
      ...recordColumns(kit),
      list: kit.text().notNull(),
      fileName: kit.text().notNull(),
      contentHash: kit.text().notNull(),
      rowCount: kit.int().notNull(),
      createdCount: kit.int().notNull(),
      updatedCount: kit.int().notNull(),
      /** Rows of records that were there already and were left as they are. */
      skippedCount: kit.int().notNull(),
      rejectedCount: kit.int().notNull(),
      /** Records added because rows name them, for example parents without a row. */
      addedCount: kit.int().notNull(),
      /** Heading of the column that fed each field. */
      mapping: kit.json<Record<string, string>>().notNull(),
      /** What the person chose for the whole file. */
      options: kit.json<Record<string, unknown>>().notNull(),
      undoneAt: kit.text(),
    },
    (table) => [kit.index('import_batch_list').on(table.list, table.createdAt)],
  )

  return { attachment, savedView, importBatch }
}
