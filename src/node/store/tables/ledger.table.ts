/**
 * What the write path itself keeps. None of these tables is a domain record: they hold the changesets, this node's
 * place in its own chain, and answers already given to repeated requests.
 */
import { sql } from 'drizzle-orm'
import type { ColumnKit } from '../column-kit.ts'

export function defineLedgerTables(kit: ColumnKit) {
  /** Every changeset this node has written or received, whole, as canonical JSON. Append-only. */
  const changeSet = kit.table(
    'change_set',
    {
      device: kit.text().notNull(),
      seq: kit.int().notNull(),
      id: kit.text().notNull(),
      hlc: kit.text().notNull(),
      /** When this node committed it, by its own clock. */
      committedAt: kit.text().notNull(),
      userId: kit.text(),
      action: kit.text().notNull(),
      reason: kit.text(),
      batch: kit.text(),
      schemaVersion: kit.int().notNull(),
      prev: kit.text().notNull(),
      hash: kit.text().notNull(),
      /** Where it stands on its way to HQ; on HQ itself everything is settled. */
      state: kit.choice(['pending', 'sent', 'settled', 'rejected']).notNull(),
      /**
       * The ops, as JSON text rather than jsonb: the hash is over this very text. Last, because SQLite reads a row from
       * its beginning, and this may be half a megabyte.
       */
      ops: kit.text().notNull(),
    },
    (table) => [
      kit.primaryKey({ columns: [table.device, table.seq] }),
      kit.uniqueIndex('change_set_id').on(table.id),
      kit.index('change_set_hlc').on(table.hlc),
      // Every further index is paid for in every command; the audit screen filters along the clock instead.
      kit.index('change_set_batch').on(table.batch).where(sql`batch is not null`),
    ],
  )

  /** Index from a record to the changesets that touched it or its parts. Can be rebuilt from `change_set`. */
  const changeEntry = kit.table(
    'change_entry',
    {
      /** The record people think of: an ear tag's history shows under its animal. */
      rootEntity: kit.text().notNull(),
      rootId: kit.text().notNull(),
      device: kit.text().notNull(),
      seq: kit.int().notNull(),
    },
    (table) => [kit.primaryKey({ columns: [table.rootEntity, table.rootId, table.device, table.seq] })],
  )

  /** This node: its device id, its place in its chain, its clock. One row per key. */
  const nodeState = kit.table('node_state', { key: kit.text().primaryKey(), value: kit.text().notNull() })

  /** The head of this node's own chain; the row is locked for the length of every command. */
  const chainHead = kit.table('chain_head', {
    device: kit.text().primaryKey(),
    seq: kit.int().notNull(),
    hash: kit.text().notNull(),
    hlc: kit.text().notNull(),
  })

  /** Answers to requests that carried an Idempotency-Key, so that a repeated request is answered and not done twice. */
  const idempotencyKey = kit.table(
    'idempotency_key',
    {
      key: kit.text().notNull(),
      userId: kit.text().notNull(),
      action: kit.text().notNull(),
      requestHash: kit.text().notNull(),
      answer: kit.text().notNull(),
      createdAt: kit.text().notNull(),
    },
    (table) => [
      kit.primaryKey({ columns: [table.userId, table.key] }),
      kit.index('idempotency_key_age').on(table.createdAt),
    ],
  )

  return { changeSet, changeEntry, nodeState, chainHead, idempotencyKey }
}
