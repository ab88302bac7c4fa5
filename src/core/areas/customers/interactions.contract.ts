/** Interactions with a customer, the follow-ups among them, and everything that happened in one line of time. */
import { z } from 'zod'
import { listInput, listOutput } from '../../kernel/listing.ts'
import { calendarDate, command, expectedRev, instant, optionalText, query, recordId } from '../../kernel/procedure.ts'
import {
  customerInteraction,
  followUp,
  followUpStates,
  interactionChanges,
  interactionFields,
  interactionKinds,
} from './interactions.model.ts'

const one = z.strictObject({ id: recordId.describe('customer'), interactionId: recordId, rev: expectedRev })

/** One thing that happened, from whichever area it comes. */
export const timelineEntry = z.object({
  kind: z.enum(['interaction', 'document', 'animal']),
  id: recordId,
  at: instant.describe('interaction: when it happened; document and animal: when they were recorded'),
  /** Interaction kind, attachment kind, or species. */
  detail: z.string(),
  /** Subject, file name, or the animal's name (its code when it has none). */
  title: z.string(),
  by: z.string().nullable().describe('user who recorded it'),
  dueDate: z.string().nullable(),
  doneAt: z.string().nullable(),
})

export const interactionsContract = {
  interactions: query({
    action: 'customers.interactions',
    access: 'customers.read',
    path: '/customers/{id}/interactions',
    summary: 'Lists the interactions with a customer, newest first',
  })
    .input(listInput({ id: recordId, kind: z.enum(interactionKinds).optional() }))
    .output(listOutput(customerInteraction)),

  addInteraction: command({
    action: 'customers.addInteraction',
    access: 'customers.log',
    path: '/customers/{id}/interactions',
    summary: 'Records an interaction; with a due date it is a follow-up',
    refuses: ['follow_up_needs_due_date', 'contact_of_other_customer', 'assignee_unknown'],
  })
    .input(interactionFields.extend({ id: recordId }))
    .output(customerInteraction),

  updateInteraction: command({
    action: 'customers.updateInteraction',
    access: 'customers.log',
    path: '/customers/{id}/interactions/{interactionId}',
    method: 'PUT',
    summary: 'Changes the given fields of an interaction',
    refuses: ['follow_up_needs_due_date', 'contact_of_other_customer', 'assignee_unknown'],
  })
    .input(interactionChanges.extend(one.shape))
    .output(customerInteraction),

  completeFollowUp: command({
    action: 'customers.completeFollowUp',
    access: 'customers.log',
    path: '/customers/{id}/interactions/{interactionId}/complete',
    summary: 'Marks a follow-up as done',
    successStatus: 200,
    refuses: ['follow_up_not_open'],
  })
    .input(one.extend({ outcome: optionalText(2000), doneAt: instant.optional().describe('now, when left out') }))
    .output(customerInteraction),

  reopenFollowUp: command({
    action: 'customers.reopenFollowUp',
    access: 'customers.log',
    path: '/customers/{id}/interactions/{interactionId}/reopen',
    summary: 'Takes "done" back',
    successStatus: 200,
    refuses: ['follow_up_not_done'],
  })
    .input(one)
    .output(customerInteraction),

  removeInteraction: command({
    action: 'customers.removeInteraction',
    access: 'customers.log',
    path: '/customers/{id}/interactions/{interactionId}',
    method: 'DELETE',
    summary: 'Lays an interaction aside',
  })
    .input(one)
    .output(z.object({ id: recordId })),

  followUps: query({
    action: 'customers.followUps',
    access: 'customers.read',
    path: '/customers/follow-ups',
    summary: 'Lists follow-ups over all customers, earliest due first',
  })
    .input(
      listInput({
        state: z.enum(followUpStates).default('open'),
        today: calendarDate.optional().describe("the caller's calendar date, for overdue; the UTC date when left out"),
        assignedToUserId: recordId.optional(),
        customerId: recordId.optional(),
        kind: z.enum(interactionKinds).optional(),
        dueFrom: calendarDate.optional(),
        dueTo: calendarDate.optional(),
      }),
    )
    .output(listOutput(followUp)),

  timeline: query({
    action: 'customers.timeline',
    access: 'customers.read',
    path: '/customers/{id}/timeline',
    summary: 'Service history: interactions, documents and animals of a customer in one line of time, newest first',
  })
    .input(
      z.object({
        id: recordId,
        limit: z.number().int().min(1).max(200).default(50),
        cursor: z.string().max(500).optional(),
        kinds: z
          .array(z.enum(['interaction', 'document', 'animal']))
          .optional()
          .describe('all when left out'),
      }),
    )
    .output(z.object({ items: z.array(timelineEntry), nextCursor: z.string().nullable() })),
}
