/** What happens to the fields when one customer is merged into another. */

import type { Customer } from './customers.model.ts'
import { cleanTags } from './customers.rules.ts'
import type { MergePreview } from './tidying.model.ts'

const mergedFields = [
  'name',
  'nameArabic',
  'type',
  'category',
  'status',
  'taxId',
  'registrationNumber',
  'industry',
  'website',
  'email',
  'phone',
  'creditLimit',
  'currency',
  'paymentTermsDays',
  'discountPercent',
  'language',
  'notes',
  'tags',
] as const satisfies readonly (keyof Customer)[]

/**
 * The fields in which two customers differ, with a proposal for the surviving record: its own value, the other's where
 * it has none, both sets of tags, and both texts of notes so that nothing written is lost.
 */
export function mergeDifferences(keep: Customer, loser: Customer): MergePreview['differences'] {
  return mergedFields.flatMap((field) => {
    if (JSON.stringify(keep[field]) === JSON.stringify(loser[field])) return []
    return [{ field, keep: keep[field], loser: loser[field], proposed: proposal(field, keep, loser) }]
  })
}

function proposal(field: (typeof mergedFields)[number], keep: Customer, loser: Customer): unknown {
  if (field === 'tags') return cleanTags([...keep.tags, ...loser.tags])
  if (field === 'notes' && keep.notes !== null && loser.notes !== null)
    return `${keep.notes}\n\n${loser.notes}`.slice(0, 10_000)
  return keep[field] ?? loser[field]
}
