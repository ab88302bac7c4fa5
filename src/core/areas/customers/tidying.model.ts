/** Shapes for keeping the list of customers in order: duplicates, merging, editing many at once. */
import { z } from 'zod'
import { conditionGroup } from '../../kernel/listing.ts'
import { recordId, requiredText } from '../../kernel/procedure.ts'
import { customer, customerChanges } from './customers.model.ts'

export const duplicateReason = z.object({
  kind: z.enum(['same_tax_id', 'same_email', 'same_phone', 'similar_name']),
  /** 0 to 1; 1 for everything but similar names. */
  score: z.number(),
})

export const duplicateCandidate = z.object({
  customer,
  score: z.number().describe('highest of the reasons, 0 to 1'),
  reasons: z.array(duplicateReason),
})

export const duplicatePair = z.object({
  first: customer,
  second: customer,
  score: z.number(),
  reasons: z.array(duplicateReason),
})

export const mergePreview = z.object({
  keep: customer,
  loser: customer,
  /** Fields in which the two differ, and what the merge proposes: the survivor's value unless it has none. */
  differences: z.array(z.object({ field: z.string(), keep: z.unknown(), loser: z.unknown(), proposed: z.unknown() })),
  moves: z.object({
    contacts: z.number().int(),
    addresses: z.number().int(),
    interactions: z.number().int(),
    attachments: z.number().int(),
    animals: z.number().int(),
  }),
})

/** Fields that may be changed on many customers at once, beside adding and removing tags. */
export const bulkChanges = customerChanges
  .pick({
    type: true,
    category: true,
    status: true,
    industry: true,
    language: true,
    currency: true,
    creditLimit: true,
    paymentTermsDays: true,
    discountPercent: true,
  })
  .extend({
    addTags: z.array(requiredText(40)).max(20).optional(),
    removeTags: z.array(requiredText(40)).max(20).optional(),
  })

/** Which customers: those with these ids, or all that a list with this filter shows. */
export const bulkSelection = z.union([
  z.strictObject({ ids: z.array(recordId).min(1).max(10_000) }),
  z.strictObject({
    q: z.string().trim().max(200).optional(),
    where: conditionGroup.optional(),
    filters: z.record(z.string().max(60), z.union([z.string().max(500), z.number(), z.boolean()])).optional(),
    segmentId: recordId.optional(),
  }),
])

export const bulkPreview = z.object({
  selected: z.number().int(),
  affected: z.number().int().describe('rows that would really change'),
  rows: z
    .array(
      z.object({
        id: recordId,
        code: z.string(),
        name: z.string(),
        before: z.record(z.string(), z.unknown()),
        after: z.record(z.string(), z.unknown()),
      }),
    )
    .describe('the first 100 affected rows, changed fields only'),
})

export type DuplicateReason = z.infer<typeof duplicateReason>
export type DuplicateCandidate = z.infer<typeof duplicateCandidate>
export type DuplicatePair = z.infer<typeof duplicatePair>
export type MergePreview = z.infer<typeof mergePreview>
export type BulkChanges = z.infer<typeof bulkChanges>
export type BulkSelection = z.infer<typeof bulkSelection>
export type BulkPreview = z.infer<typeof bulkPreview>
