import { z } from 'zod'
import { query } from '../../kernel/procedure.ts'

export const syncStatus = z.object({
  nodeKind: z.enum(['station', 'hq']),
  device: z.string(),
  /** `not_connected` until this bench is enrolled with HQ; HQ itself is `is_hq`. */
  connection: z.enum(['not_connected', 'is_hq']),
  pending: z.object({
    count: z.number().int(),
    oldestAt: z.string().nullable(),
    byAction: z.array(z.object({ action: z.string(), count: z.number().int() })),
  }),
  /** Changesets this node holds in all. */
  ledgerCount: z.number().int(),
})

export const syncContract = {
  status: query({
    action: 'sync.status',
    access: 'signed_in',
    path: '/sync-status',
    summary: 'What waits for HQ, and whether HQ is connected',
  }).output(syncStatus),
}
