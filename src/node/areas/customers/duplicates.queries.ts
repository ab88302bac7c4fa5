/**
 * Finds customers that were entered twice. Candidates come from the index of match keys, never from comparing everyone
 * with everyone; `duplicates.rules.ts` then decides about each.
 */
import { and, eq, ne, or, sql } from 'drizzle-orm'
import type { Customer } from '../../../core/areas/customers/customers.model.ts'
import { duplicateReasons, matchKeys } from '../../../core/areas/customers/duplicates.rules.ts'
import type { DuplicateCandidate, DuplicatePair, DuplicateReason } from '../../../core/areas/customers/tidying.model.ts'
import { findMany } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'

interface Described {
  readonly name?: string
  readonly nameArabic?: string
  readonly taxId?: string
  readonly email?: string
  readonly phone?: string
  readonly exceptId?: string
}

interface Pairs {
  items: DuplicatePair[]
  total: number
  truncated: boolean
}

/** A key shared by more customers than this tells nothing about two of them. */
const maxSharers = 50
const maxPairs = 20_000
const maxCandidates = 2000
const shownCandidates = 20

export async function possibleDuplicates(reading: Reading, input: Described): Promise<{ items: DuplicateCandidate[] }> {
  const described = { ...input, name: input.name ?? '' }
  const keys = matchKeys(described)
  if (keys.length === 0) return { items: [] }
  const { customerMatchKey: table } = reading.tables
  const sharing = or(...keys.map((key) => and(eq(table.kind, key.kind), eq(table.value, key.value))))
  const rows = await reading.db
    .selectDistinct({ id: table.customerId })
    .from(table)
    .where(input.exceptId === undefined ? sharing : and(sharing, ne(table.customerId, input.exceptId)))
    .limit(maxCandidates)
  const items: DuplicateCandidate[] = []
  for (const customer of await customersById(
    reading,
    rows.map((row) => row.id),
  )) {
    const reasons = duplicateReasons(described, customer)
    if (reasons.length > 0) items.push({ customer, score: bestOf(reasons), reasons })
  }
  items.sort(
    (left, right) =>
      right.score - left.score ||
      right.reasons.length - left.reasons.length ||
      compareIds(left.customer, right.customer),
  )
  return { items: items.slice(0, shownCandidates) }
}

export async function duplicatePairs(reading: Reading, input: { limit: number; offset: number }): Promise<Pairs> {
  const candidates = await pairsSharingAKey(reading)
  const ids = new Set(candidates.flatMap((pair) => [pair.first, pair.second]))
  const byId = new Map((await customersById(reading, [...ids])).map((customer) => [customer.id, customer]))
  const found: DuplicatePair[] = []
  for (const candidate of candidates.slice(0, maxPairs)) {
    const first = byId.get(candidate.first)
    const second = byId.get(candidate.second)
    if (first === undefined || second === undefined) continue
    const reasons = duplicateReasons(first, second)
    if (reasons.length > 0) found.push({ first, second, score: bestOf(reasons), reasons })
  }
  found.sort(
    (left, right) =>
      right.score - left.score ||
      right.reasons.length - left.reasons.length ||
      compareIds(left.first, right.first) ||
      compareIds(left.second, right.second),
  )
  return {
    items: found.slice(input.offset, input.offset + input.limit),
    total: found.length,
    truncated: candidates.length > maxPairs,
  }
}

/**
 * Pairs of customers under one key, each once, the older first, those with the strongest evidence at the beginning: an
 * equal number or address before parts of names, many keys before few. One more than is compared, to know of the rest.
 */
async function pairsSharingAKey(reading: Reading): Promise<{ first: string; second: string }[]> {
  const { customerMatchKey: table } = reading.tables
  return reading.raw<{ first: string; second: string }>(sql`
    select one.customer_id as first, other.customer_id as second
    from (select kind, value from ${table} group by kind, value having count(*) between 2 and ${maxSharers}) as shared
    join ${table} as one on one.kind = shared.kind and one.value = shared.value
    join ${table} as other on other.kind = shared.kind and other.value = shared.value and other.customer_id > one.customer_id
    group by one.customer_id, other.customer_id
    order by min(case when shared.kind = 'name' then 1 else 0 end), count(*) desc, one.customer_id, other.customer_id
    limit ${maxPairs + 1}`)
}

const idsPerQuery = 1000

async function customersById(reading: Reading, ids: readonly string[]): Promise<Customer[]> {
  const found: Customer[] = []
  for (let start = 0; start < ids.length; start += idsPerQuery)
    found.push(...(await findMany(reading, 'customer', ids.slice(start, start + idsPerQuery))))
  return found
}

function bestOf(reasons: readonly DuplicateReason[]): number {
  return Math.max(...reasons.map((reason) => reason.score))
}

function compareIds(left: Customer, right: Customer): number {
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0
}
