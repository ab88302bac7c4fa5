import { and, count, eq, isNotNull } from 'drizzle-orm'
import type {
  Customer,
  CustomerChanges,
  CustomerFields,
  OpenItems,
} from '../../../core/areas/customers/customers.model.ts'
import { alteredCreditField, cleanTags, refuseArchive } from '../../../core/areas/customers/customers.rules.ts'
import { DomainError, refuseIf } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import type { CodeSource } from '../../runtime/code-source.ts'
import type { Reading } from '../../runtime/reading.ts'
import { countPresentAnimals } from './animal-counts.ts'
import { isOpenFollowUp } from './customers.list.ts'
import { getCustomer } from './customers.queries.ts'

interface Dependencies {
  readonly codes: CodeSource
}

interface ArchiveInput {
  readonly id: string
  readonly rev?: number
  readonly evenSo?: boolean
  readonly reason?: string | null
}

/** Commands on customers. Each takes the open change first and awaits nothing but the store. */
export function createCustomersService({ codes }: Dependencies) {
  return {
    async create(change: Change, input: CustomerFields): Promise<Customer> {
      requireCredit(change, null, input)
      return change.insert('customer', { ...input, tags: cleanTags(input.tags), code: await codes.next(change, 'CU') })
    },

    async update(
      change: Change,
      { id, rev, ...changes }: CustomerChanges & { id: string; rev?: number },
    ): Promise<Customer> {
      requireCredit(change, await getCustomer(change, id), changes)
      return change.update('customer', id, withCleanTags(changes), { expectedRev: rev })
    },

    async archive(change: Change, { id, rev, evenSo, reason }: ArchiveInput): Promise<{ id: string }> {
      await getCustomer(change, id)
      refuseIf(refuseArchive(await openItemsOf(change, id), evenSo === true))
      if (reason !== null && reason !== undefined) change.because(reason)
      await change.remove('customer', id, { expectedRev: rev })
      return { id }
    },

    async restore(change: Change, { id }: { id: string }): Promise<Customer> {
      const { customer } = change.tables
      const [gone] = await change.db
        .select({ mergedIntoId: customer.mergedIntoId })
        .from(customer)
        .where(and(eq(customer.id, id), isNotNull(customer.deletedAt)))
      // Its parts belong to the other record by now: only undoing the merge brings it back whole.
      if (gone !== undefined && gone.mergedIntoId !== null)
        throw new DomainError('customer_merged', { id, mergedIntoId: gone.mergedIntoId })
      await change.restore('customer', id)
      return getCustomer(change, id)
    },
  }
}

/** Refuses `forbidden` when the changes alter terms of business and the caller may not. */
export function requireCredit(reading: Reading, before: Customer | null, changes: CustomerChanges): void {
  const field = alteredCreditField(before, changes)
  if (field !== null && !reading.may('customers.credit'))
    throw new DomainError('forbidden', { permission: 'customers.credit' }, { field })
}

export function withCleanTags(changes: CustomerChanges): CustomerChanges {
  return changes.tags === undefined ? changes : { ...changes, tags: cleanTags(changes.tags) }
}

async function openItemsOf(change: Change, customerId: string): Promise<OpenItems> {
  const { customerInteraction } = change.tables
  const rows = await change.db
    .select({ n: count() })
    .from(customerInteraction)
    .where(and(eq(customerInteraction.customerId, customerId), isOpenFollowUp(change)))
  return { openFollowUps: Number(rows[0]?.n ?? 0), animals: await countPresentAnimals(change, customerId) }
}
