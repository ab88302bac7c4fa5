/** The search index: written by projections, asked by lists and the palette. Both dialects behind three functions. */
import { type SQL, sql } from 'drizzle-orm'
import { searchWords } from '../../core/kernel/search-text.ts'
import type { ReadTx, Tx } from './engine.ts'

export type Searchable = 'animal' | 'customer' | 'user'

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
  /** Condition on the listed table's id column: all matches are gathered for it. */
  readonly condition: SQL
  /** The same asked of one search entry named `entry`: for walking many records when many match. SQLite only. */
  readonly bodyCondition: SQL | null
  /** The matching entries as the beginning of a "from", with `entry.record_id`, and what to ask of it. SQLite only. */
  readonly entries: { readonly from: SQL; readonly condition: SQL } | null
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
  const entries = sql.raw(`search_${kind}`)
  if (tx.dialect === 'postgres') {
    return {
      count,
      bodyCondition: null,
      entries: null,
      condition: sql`${idColumn} in (select record_id from ${entries} where vector @@ ${tsQuery(words)})`,
    }
  }
  const index = sql.raw(`search_${kind}_fts`)
  const from = sql`${index} hit cross join ${entries} entry on entry.key = hit.rowid`
  const matching = sql`hit.${index} match ${ftsQuery(words)}`
  return {
    count,
    condition: sql`${idColumn} in (select entry.record_id from ${from} where ${matching})`,
    entries: { from, condition: matching },
    // Bodies are words with one blank between, in the form the query's words have too.
    bodyCondition: sql.join(
      words.map((word) => sql`instr(' ' || entry.body, ${` ${word}`}) > 0`),
      sql` and `,
    ),
  }
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
