/** The live feed: what a commit touched, so that every open screen reads again what it shows. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { query } from '../../kernel/procedure.ts'

export const commitNotice = z.object({
  changesetIds: z.array(z.string()),
  action: z.string(),
  userId: z.string().nullable(),
  sessionId: z.string().nullable(),
  callId: z.string().nullable(),
  undoable: z.boolean(),
  /** Touched records by entity; null instead of ids when there are too many to name. */
  touched: z.record(z.string(), z.array(z.string()).nullable()),
  at: z.string(),
})

export const liveContract = {
  commits: query({
    action: 'live.commits',
    access: 'signed_in',
    path: '/live/commits',
    summary: 'Streams what each commit touched',
  }).output(eventIterator(commitNotice)),
}
