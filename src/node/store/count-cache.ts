/**
 * Remembers totals of lists until their records change. Counting a million rows takes tens of milliseconds; a grid asks
 * for the same total with every window it scrolls to.
 */
import { count, isNull, type SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/sqlite-core'
import type { CommitFeed } from '../runtime/commit-feed.ts'
import type { ReadTx } from './engine.ts'
import type { EntityName } from './entities.ts'
import { countingIndex } from './list-indexes.ts'

type ListedTable = ReadTx['tables']['customer']

export interface CountCache {
  count(tx: ReadTx, entity: EntityName, table: ListedTable, where: SQL | undefined): Promise<number>
  /** Roughly how many living records there are; may be some commits old. Only for choosing how to look. */
  roughly(tx: ReadTx, entity: EntityName, table: ListedTable): Promise<number>
}

const maxEntries = 500

/** Listens to the feed: a commit that touches a record, or a part of one, forgets the totals of its kind. */
export function createCountCache(feed: CommitFeed): CountCache {
  const cached = new Map<EntityName, Map<string, number>>()
  const rough = new Map<EntityName, number>()
  feed.subscribe((notice) => {
    // Notices name the record a part belongs to as well, so a new tag counts the animals again.
    for (const entity of Object.keys(notice.touched)) cached.delete(entity as EntityName)
  })
  const cache: CountCache = {
    async count(tx, entity, table, where) {
      const totals = cached.get(entity) ?? new Map<string, number>()
      // A commit while we count throws this map away, and with it what we are about to put in.
      cached.set(entity, totals)
      const key = describe(where)
      const known = totals.get(key)
      if (known !== undefined) return known
      const total = await countRows(tx, table, where)
      if (totals.size >= maxEntries) totals.clear()
      totals.set(key, total)
      return total
    },
    async roughly(tx, entity, table) {
      const known = rough.get(entity)
      if (known !== undefined) return known
      const total = await cache.count(tx, entity, table, isNull(table.deletedAt))
      rough.set(entity, total)
      return total
    },
  }
  return cache
}

async function countRows(tx: ReadTx, table: ListedTable, where: SQL | undefined): Promise<number> {
  const index = tx.dialect === 'sqlite' ? countingIndex(table, where) : null
  if (index !== null) {
    const hinted = await tx.raw<{ n: number }>(
      sql`select count(*) as n from ${table} indexed by ${sql.raw(index)} where ${where}`,
    )
    return Number(hinted[0]?.n ?? 0)
  }
  const rows = await tx.db.select({ n: count() }).from(table).where(where)
  return Number(rows[0]?.n ?? 0)
}

const builder = new QueryBuilder()

function describe(where: SQL | undefined): string {
  if (where === undefined) return ''
  const built = builder.select({ where }).from(sql`list`).toSQL()
  return `${built.sql} ${JSON.stringify(built.params)}`
}
