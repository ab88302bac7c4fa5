/** What happened with a customer, and what somebody still has to do about it. */
import { z } from 'zod'
import { calendarDate, instant, optionalText, recordColumns, recordId, requiredText } from '../../kernel/procedure.ts'

export const interactionKinds = [
  'call',
  'mail',
  'meeting',
  'visit',
  'complaint',
  'service_request',
  'follow_up',
  'note',
] as const

export const followUpStates = ['open', 'overdue', 'done', 'all'] as const

/** The fields of an interaction that may be changed, each optional and without a default. */
export const interactionChanges = z.strictObject({
  kind: z.enum(interactionKinds).optional(),
  subject: requiredText(200).optional(),
  details: optionalText(10_000),
  happenedAt: instant.optional().describe('now, when left out'),
  contactId: recordId.nullable().optional(),
  dueDate: calendarDate.nullable().optional(),
  assignedToUserId: recordId.nullable().optional(),
})

/** What a person enters about an interaction. With a due date it is a follow-up, whatever its kind, until it is done. */
export const interactionFields = interactionChanges.extend({
  kind: z.enum(interactionKinds),
  subject: requiredText(200),
})

export const customerInteraction = z.object({
  ...recordColumns,
  customerId: recordId,
  contactId: z.string().nullable(),
  kind: z.enum(interactionKinds),
  subject: z.string(),
  details: z.string().nullable(),
  happenedAt: instant,
  dueDate: z.string().nullable(),
  assignedToUserId: z.string().nullable(),
  doneAt: z.string().nullable(),
  outcome: z.string().nullable(),
})

/** A follow-up with the customer it belongs to, for lists over all customers. */
export const followUp = customerInteraction.extend({
  customerCode: z.string(),
  customerName: z.string(),
  customerNameArabic: z.string().nullable(),
  overdue: z.boolean(),
})

export type InteractionFields = z.infer<typeof interactionFields>
export type InteractionChanges = z.infer<typeof interactionChanges>
export type CustomerInteraction = z.infer<typeof customerInteraction>
export type FollowUp = z.infer<typeof followUp>
