/** The search index: written by projections, asked by lists and the palette. Both dialects behind three functions. */
import { type SQL, sql } from 'drizzle-orm'
import { searchWords } from '../../core/kernel/search-text.ts'
import type { ReadTx, Tx } from './engine.ts'

export type Searchable = 'animal' | 'customer' | 'user'

/** Matches beyond this many are "broad": a list then walks its own order instead of gathering all matches. */
const broadMatches = 2000

/** Puts, replaces or (with null) takes out the index entry of each record. */
export async function putSearchEntries(
  tx: Tx,
  kind: Searchable,
  entries: readonly { id: string; body: string | null }[],
): Promise<void> {
  const put = `insert into search_${kind} (record_id, body) values (?, ?) on conflict (record_id) do update set body = excluded.body`
  for (const entry of entries) {
    if (entry.body === null) await tx.fixed(`delete from search_${kind} where record_id = ?`, [entry.id])
    else await tx.fixed(put, [entry.id, entry.body])
  }
}

export interface SearchMatch {
  /** Condition on the listed table's id column. */
  readonly condition: SQL
  /** Whether so many records match that they must not be gathered first. */
  readonly broad: boolean
  /** Number of matches, exact. */
  readonly count: number
}

/**
 * Turns what a person typed into a condition on `idColumn`: every word must begin a word of the record. Null when the
 * text has no words, which means no condition.
 */
export async function matchSearch(
  tx: ReadTx,
  kind: Searchable,
  text: string,
  idColumn: SQL,
): Promise<SearchMatch | null> {
  const words = searchWords(text)
  if (words.length === 0) return null
  const count = await countMatches(tx, kind, words)
  const broad = count > broadMatches
  if (tx.dialect === 'postgres') {
    const entries = sql.raw(`search_${kind}`)
    return {
      broad,
      count,
      condition: sql`${idColumn} in (select record_id from ${entries} where vector @@ ${tsQuery(words)})`,
    }
  }
  const entries = sql.raw(`search_${kind}`)
  const index = sql.raw(`search_${kind}_fts`)
  const condition = broad
    ? sql`exists (select 1 from ${entries} entry cross join ${index} hit where entry.record_id = ${idColumn} and hit.rowid = entry.key and ${index} match ${ftsQuery(words)})`
    : sql`${idColumn} in (select record_id from ${entries} where key in (select rowid from ${index} where ${index} match ${ftsQuery(words)}))`
  return { broad, count, condition }
}

/** Ids of the first matches, in no particular order: for the palette, which ranks a handful itself. */
export async function firstMatches(tx: ReadTx, kind: Searchable, text: string, limit: number): Promise<string[]> {
  const words = searchWords(text)
  if (words.length === 0) return []
  const entries = sql.raw(`search_${kind}`)
  const index = sql.raw(`search_${kind}_fts`)
  const rows =
    tx.dialect === 'postgres'
      ? await tx.raw<{ record_id: string }>(
          sql`select record_id from ${entries} where vector @@ ${tsQuery(words)} limit ${limit}`,
        )
      : await tx.raw<{ record_id: string }>(
          sql`select record_id from ${entries} where key in (select rowid from ${index} where ${index} match ${ftsQuery(words)} limit ${limit})`,
        )
  return rows.map((row) => row.record_id)
}

async function countMatches(tx: ReadTx, kind: Searchable, words: readonly string[]): Promise<number> {
  const index = sql.raw(tx.dialect === 'sqlite' ? `search_${kind}_fts` : `search_${kind}`)
  const rows =
    tx.dialect === 'sqlite'
      ? await tx.raw<{ n: number }>(sql`select count(*) as n from ${index} where ${index} match ${ftsQuery(words)}`)
      : await tx.raw<{ n: number }>(sql`select count(*) as n from ${index} where vector @@ ${tsQuery(words)}`)
  return Number(rows[0]?.n ?? 0)
}

/** Words hold letters and digits only, so quoting them is enough. */
function ftsQuery(words: readonly string[]): string {
  return words.map((word) => `"${word}"*`).join(' AND ')
}

function tsQuery(words: readonly string[]): SQL {
  return sql`to_tsquery('simple', ${words.map((word) => `'${word}':*`).join(' & ')})`
}
