/** The audit trail, a record's history, and undo. All of it reads changesets and nothing else. */
import { z } from 'zod'
import { command, query, recordId } from '../../kernel/procedure.ts'
import { auditEntry, chainReport } from './quality.model.ts'

const window = {
  limit: z.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
}

const entries = z.object({ items: z.array(auditEntry), nextCursor: z.string().nullable() })

export const qualityContract = {
  audit: query({
    action: 'quality.audit',
    access: 'quality.audit',
    path: '/audit',
    summary: 'Lists changesets, newest first',
  })
    .input(
      z.object({
        ...window,
        userId: z.string().optional(),
        action: z.string().max(80).optional().describe('an action (`animals.update`) or an area (`animals`)'),
        entity: z.string().max(60).optional(),
        id: z.string().max(60).optional().describe('with entity: one record and its parts'),
        from: z.iso.datetime().optional(),
        to: z.iso.datetime().optional(),
      }),
    )
    .output(entries),

  auditEntry: query({
    action: 'quality.auditEntry',
    access: 'quality.audit',
    path: '/audit/{id}',
    summary: 'Reads one changeset whole',
  })
    .input(z.object({ id: recordId }))
    .output(auditEntry),

  verify: query({
    action: 'quality.verify',
    access: 'quality.audit',
    path: '/audit/verify',
    summary: 'Walks every chain of changesets and names the first broken entry',
  }).output(z.object({ chains: z.array(chainReport), checkedAt: z.string() })),

  history: query({
    action: 'quality.history',
    access: 'quality.history',
    path: '/history/{entity}/{id}',
    summary: 'History of one record: who, when, from, to',
  })
    .input(z.object({ entity: z.string().max(60), id: recordId, ...window }))
    .output(entries),

  undo: command({
    action: 'quality.undo',
    access: 'signed_in',
    path: '/undo',
    summary: 'Takes a command back by writing the compensating changes',
    refuses: ['undo_conflict', 'undo_not_possible', 'undo_others_work'],
  })
    .input(z.strictObject({ changesetId: recordId }))
    .output(z.object({ action: z.string(), ops: z.number().int() })),
}
