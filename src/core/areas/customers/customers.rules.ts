/** Decisions about customers and their parts; the same on screens and nodes. */
import { type Refusal, refusal } from '../../kernel/refusal.ts'
import { foldText } from '../../kernel/search-text.ts'
import type { Customer, CustomerChanges, OpenItems } from './customers.model.ts'
import type { InteractionFields } from './interactions.model.ts'

/** Terms of business: changing them needs `customers.credit`. */
const creditFields = ['creditLimit', 'discountPercent', 'paymentTermsDays'] as const

/**
 * The first term of business that the changes would alter, or null. `before` is null for a new customer. The currency
 * is one while there is a credit limit, because it says what the limit is worth.
 */
export function alteredCreditField(before: Customer | null, changes: CustomerChanges): string | null {
  const altered = (field: (typeof creditFields)[number] | 'currency') =>
    changes[field] !== undefined && changes[field] !== (before?.[field] ?? null)
  for (const field of creditFields) if (altered(field)) return field
  return before !== null && before.creditLimit !== null && altered('currency') ? 'currency' : null
}

/** Tags as a set: each once whatever its case and accents, in order of code points, so that equal sets are equal. */
export function cleanTags(tags: readonly string[]): string[] {
  const byFolded = new Map<string, string>()
  for (const tag of tags) {
    const folded = foldText(tag)
    if (!byFolded.has(folded)) byFolded.set(folded, tag)
  }
  return [...byFolded.values()].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0))
}

/** The tags after taking some away and adding others, as `cleanTags` gives them. What is there keeps its spelling. */
export function changeTags(tags: readonly string[], add: readonly string[], remove: readonly string[]): string[] {
  const away = new Set(remove.map(foldText))
  return cleanTags([...tags.filter((tag) => !away.has(foldText(tag))), ...add])
}

/** Refuses to lay a customer aside unseen while something still hangs on it. */
export function refuseArchive(open: OpenItems, evenSo: boolean): Refusal | null {
  if (evenSo || (open.openFollowUps === 0 && open.animals === 0)) return null
  return refusal('customer_has_open_items', { ...open })
}

/** Refuses a follow-up that would never come up again. */
export function refuseInteraction(fields: Pick<InteractionFields, 'kind' | 'dueDate'>): Refusal | null {
  const undated = fields.dueDate === null || fields.dueDate === undefined
  return fields.kind === 'follow_up' && undated ? refusal('follow_up_needs_due_date', {}, 'dueDate') : null
}

/** Refuses a latitude without a longitude, and the reverse. */
export function refusePosition(address: { latitude?: number | null; longitude?: number | null }): Refusal | null {
  const noLatitude = address.latitude === null || address.latitude === undefined
  const noLongitude = address.longitude === null || address.longitude === undefined
  return noLatitude === noLongitude ? null : refusal('address_half_position', {}, noLatitude ? 'latitude' : 'longitude')
}
