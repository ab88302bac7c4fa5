/** Keeping the list of customers in order: duplicates, merging, editing many at once, segments. */
import { z } from 'zod'
import { command, expectedRev, optionalText, query, recordId, requiredText } from '../../kernel/procedure.ts'
import { savedView, viewState } from '../documents/views.model.ts'
import { customer, customerChanges } from './customers.model.ts'
import {
  bulkChanges,
  bulkPreview,
  bulkSelection,
  duplicateCandidate,
  duplicatePair,
  mergePreview,
} from './tidying.model.ts'

/** A shared view of the customers list, with the number of customers it holds now. */
export const segment = savedView.extend({
  count: z.number().int().nullable().describe('null when the filter no longer fits the list'),
})

export const tidyingContract = {
  possibleDuplicates: query({
    action: 'customers.possibleDuplicates',
    access: 'customers.read',
    path: '/customers/possible-duplicates',
    summary: 'Finds customers that may be the one described',
  })
    .input(
      z.object({
        name: z.string().trim().max(200).optional(),
        nameArabic: z.string().trim().max(200).optional(),
        taxId: z.string().trim().max(60).optional(),
        email: z.string().trim().max(200).optional(),
        phone: z.string().trim().max(60).optional(),
        exceptId: recordId.optional().describe('the record being edited'),
      }),
    )
    .output(z.object({ items: z.array(duplicateCandidate) })),

  duplicates: query({
    action: 'customers.duplicates',
    access: 'customers.read',
    path: '/customers/duplicates',
    summary: 'Lists pairs of customers that may be the same, most alike first',
  })
    .input(
      z.object({ limit: z.number().int().min(1).max(200).default(50), offset: z.number().int().min(0).default(0) }),
    )
    .output(
      z.object({
        items: z.array(duplicatePair),
        total: z.number().int(),
        truncated: z.boolean().describe('more candidates exist than were compared; settle some first'),
      }),
    ),

  previewMerge: query({
    action: 'customers.previewMerge',
    access: 'customers.merge',
    path: '/customers/{id}/merge-preview',
    summary: 'Shows what merging another customer into this one would do',
  })
    .input(z.object({ id: recordId, loserId: recordId }))
    .output(mergePreview),

  merge: command({
    action: 'customers.merge',
    access: 'customers.merge',
    path: '/customers/{id}/merge',
    summary: 'Merges another customer into this one: its parts move here, it becomes a tombstone that names this one',
    successStatus: 200,
    refuses: ['customer_merge_same', 'customer_merged'],
  })
    .input(
      z.strictObject({
        id: recordId.describe('the record that stays'),
        loserId: recordId,
        rev: expectedRev,
        loserRev: expectedRev,
        values: customerChanges.optional().describe('fields to set on the record that stays'),
        reason: optionalText(500),
      }),
    )
    .output(customer),

  previewBulkEdit: query({
    action: 'customers.previewBulkEdit',
    access: 'customers.bulk',
    path: '/customers/bulk-edit/preview',
    method: 'POST',
    summary: 'Shows what an edit of many customers would change',
  })
    .input(z.strictObject({ selection: bulkSelection, changes: bulkChanges }))
    .output(bulkPreview),

  bulkEdit: command({
    action: 'customers.bulkEdit',
    access: 'customers.bulk',
    path: '/customers/bulk-edit',
    summary: 'Changes chosen fields of many customers in one step',
    successStatus: 200,
    refuses: ['bulk_selection_changed', 'bulk_selection_too_large', 'bulk_without_change'],
  })
    .input(
      z.strictObject({
        selection: bulkSelection,
        changes: bulkChanges,
        expectedAffected: z
          .number()
          .int()
          .min(0)
          .describe('`affected` of the preview; refused when it is another number by now'),
        reason: optionalText(500),
      }),
    )
    .output(z.object({ changed: z.number().int() })),

  segments: query({
    action: 'customers.segments',
    access: 'customers.read',
    path: '/customers/segments',
    summary: 'Lists the segments with the number of customers in each',
  }).output(z.object({ items: z.array(segment) })),

  createSegment: command({
    action: 'customers.createSegment',
    access: 'customers.write',
    path: '/customers/segments',
    summary: 'Saves a filter of the customers list as a segment for everybody',
    refuses: ['view_name_taken', 'segment_broken'],
  })
    .input(z.strictObject({ name: requiredText(80), state: viewState }))
    .output(segment),
}
