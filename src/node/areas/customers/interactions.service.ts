import { refuseInteraction } from '../../../core/areas/customers/customers.rules.ts'
import type {
  CustomerInteraction,
  InteractionChanges,
  InteractionFields,
} from '../../../core/areas/customers/interactions.model.ts'
import { DomainError, refuseIf } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import { getCustomer } from './customers.queries.ts'

interface OneInteraction {
  readonly id: string
  readonly interactionId: string
  readonly rev?: number
}

/** Commands on interactions and the follow-ups among them. */
export function createInteractionsService() {
  return {
    async addInteraction(
      change: Change,
      { id, ...fields }: InteractionFields & { id: string },
    ): Promise<CustomerInteraction> {
      await getCustomer(change, id)
      refuseIf(refuseInteraction(fields))
      await requireReferences(change, id, fields)
      return change.insert('customerInteraction', {
        ...fields,
        customerId: id,
        happenedAt: fields.happenedAt ?? change.at,
      })
    },

    async updateInteraction(
      change: Change,
      { id, interactionId, rev, ...changes }: InteractionChanges & OneInteraction,
    ): Promise<CustomerInteraction> {
      const before = await getInteraction(change, id, interactionId)
      refuseIf(refuseInteraction({ ...before, ...changes }))
      await requireReferences(change, id, changes)
      return change.update('customerInteraction', interactionId, changes, { expectedRev: rev })
    },

    async completeFollowUp(
      change: Change,
      input: OneInteraction & { outcome?: string | null; doneAt?: string },
    ): Promise<CustomerInteraction> {
      const { id, interactionId, rev, outcome, doneAt } = input
      const before = await getInteraction(change, id, interactionId)
      if (before.dueDate === null || before.doneAt !== null)
        throw new DomainError('follow_up_not_open', { id: interactionId, doneAt: before.doneAt })
      return change.update(
        'customerInteraction',
        interactionId,
        { doneAt: doneAt ?? change.at, outcome },
        { expectedRev: rev },
      )
    },

    async reopenFollowUp(change: Change, { id, interactionId, rev }: OneInteraction): Promise<CustomerInteraction> {
      const before = await getInteraction(change, id, interactionId)
      if (before.doneAt === null) throw new DomainError('follow_up_not_done', { id: interactionId })
      return change.update('customerInteraction', interactionId, { doneAt: null }, { expectedRev: rev })
    },

    async removeInteraction(change: Change, { id, interactionId, rev }: OneInteraction): Promise<{ id: string }> {
      await getInteraction(change, id, interactionId)
      await change.remove('customerInteraction', interactionId, { expectedRev: rev })
      return { id: interactionId }
    },
  }
}

async function getInteraction(change: Change, customerId: string, id: string): Promise<CustomerInteraction> {
  await getCustomer(change, customerId)
  const row = await change.get('customerInteraction', id)
  if (row.customerId !== customerId) throw new DomainError('not_found', { entity: 'customerInteraction', id })
  return row
}

/** The contact must be one of this customer, the assignee a person who still works here. */
async function requireReferences(
  change: Change,
  customerId: string,
  fields: { contactId?: string | null; assignedToUserId?: string | null },
): Promise<void> {
  const { contactId, assignedToUserId } = fields
  if (contactId !== null && contactId !== undefined) {
    const contact = await change.find('customerContact', contactId)
    if (contact?.customerId !== customerId)
      throw new DomainError('contact_of_other_customer', { contactId }, { field: 'contactId' })
  }
  if (assignedToUserId !== null && assignedToUserId !== undefined) {
    const person = await change.find('user', assignedToUserId)
    if (person === null || !person.active)
      throw new DomainError('assignee_unknown', { assignedToUserId }, { field: 'assignedToUserId' })
  }
}
