import { instantOf } from '../../core/kernel/clock.ts'
import { addressesOf, contactsOf, interactionsOf } from './customer-parts.ts'
import { demoCustomers } from './demo-customers.ts'
import type { DemoTools } from './demo-tools.ts'
import type { Choices } from './seeded-choices.ts'
import { todayOf } from './today.ts'

const wholeCustomers = 60
/** Who talks to customers, and who is asked to come back to them. */
const callers = ['faisal', 'huda', 'leena', 'omar'] as const

/** Adds the customers with what hangs on them, through their own commands; returns their ids. */
export async function fillCustomers({ clientOf, say, scale, userIds }: DemoTools, choices: Choices): Promise<string[]> {
  const wanted = demoCustomers(Math.max(4, Math.round(wholeCustomers * scale)), choices)
  say(`Adding ${wanted.length} customers.`)
  const manager = clientOf('faisal')
  const ids: string[] = []
  for (const customer of wanted) {
    const { id, createdAt } = await manager.customers.create(customer.fields)
    for (const contact of contactsOf(customer, choices)) await manager.customers.addContact({ ...contact, id })
    for (const address of addressesOf(customer, choices)) await manager.customers.addAddress({ ...address, id })
    for (const { done, ...interaction } of interactionsOf(todayOf(createdAt), choices)) {
      const client = clientOf(choices.pick(callers))
      const assignedToUserId = interaction.dueDate === null ? null : (userIds.get(choices.pick(callers)) ?? null)
      const { id: interactionId } = await client.customers.addInteraction({ ...interaction, id, assignedToUserId })
      const doneAt = done && interaction.dueDate ? earlier(`${interaction.dueDate}T08:30:00.000Z`, createdAt) : null
      if (doneAt !== null)
        await client.customers.completeFollowUp({
          id,
          interactionId,
          doneAt,
          outcome: choices.pick(['Settled by phone', 'Report sent', 'Agreed on site']),
        })
    }
    ids.push(id)
  }
  return ids
}

/** The earlier of two instants: nothing was done in the future. */
function earlier(left: string, right: string): string {
  return instantOf(Math.min(Date.parse(left), Date.parse(right)))
}
