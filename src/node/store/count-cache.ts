/**
 * Remembers totals of lists until their table changes. Counting a million rows takes tens of milliseconds; a grid asks
 * for the same total with every window it scrolls to.
 */
import { count, type SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/sqlite-core'
import type { CommitFeed } from '../runtime/commit-feed.ts'
import type { ReadTx } from './engine.ts'
import type { EntityName } from './entities.ts'

export interface CountCache {
  count(tx: ReadTx, entity: EntityName, table: ReadTx['tables']['customer'], where: SQL | undefined): Promise<number>
}

const maxEntries = 500

/** Listens to the feed: a commit that touches an entity forgets its totals. */
export function createCountCache(feed: CommitFeed): CountCache {
  const cached = new Map<string, number>()
  feed.subscribe((notice) => {
    // A condition may look into parts of the record (its tags, its roles), so any commit of its area must count again.
    if (Object.keys(notice.touched).length > 0) cached.clear()
  })
  return {
    async count(tx, entity, table, where) {
      const key = `${entity} ${describe(where)}`
      const known = cached.get(key)
      if (known !== undefined) return known
      const rows = await tx.db.select({ n: count() }).from(table).where(where)
      const total = Number(rows[0]?.n ?? 0)
      if (cached.size >= maxEntries) cached.clear()
      cached.set(key, total)
      return total
    },
  }
}

const builder = new QueryBuilder()

function describe(where: SQL | undefined): string {
  if (where === undefined) return ''
  const built = builder.select({ where }).from(sql`list`).toSQL()
  return `${built.sql} ${JSON.stringify(built.params)}`
}
