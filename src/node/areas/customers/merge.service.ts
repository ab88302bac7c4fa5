/**
 * Merging: everything that hangs on one customer moves to another, and the emptied record becomes a tombstone that names
 * the one that carries on. It is one command, so one undo puts everything back where it was.
 */
import { and, eq, isNull } from 'drizzle-orm'
import type { Customer, CustomerChanges } from '../../../core/areas/customers/customers.model.ts'
import { mergeDifferences } from '../../../core/areas/customers/merge.rules.ts'
import type { MergePreview } from '../../../core/areas/customers/tidying.model.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import { getCustomer } from './customers.queries.ts'
import { requireCredit, withCleanTags } from './customers.service.ts'

interface MergeInput {
  readonly id: string
  readonly loserId: string
  readonly rev?: number
  readonly loserRev?: number
  readonly values?: CustomerChanges
  readonly reason?: string | null
}

interface Moved {
  readonly id: string
  readonly rev: number
}

export async function previewMerge(reading: Reading, input: { id: string; loserId: string }): Promise<MergePreview> {
  const { keep, loser } = await bothOf(reading, input)
  const parts = await partsOf(reading, input.loserId)
  return {
    keep,
    loser,
    differences: mergeDifferences(keep, loser),
    moves: {
      contacts: parts.contacts.length,
      addresses: parts.addresses.length,
      interactions: parts.interactions.length,
      attachments: parts.attachments.length,
      animals: parts.animals.length,
    },
  }
}

export async function mergeCustomers(change: Change, input: MergeInput): Promise<Customer> {
  const { id, loserId } = input
  const { keep, loser } = await bothOf(change, input)
  const own = await partsOf(change, id)
  const parts = await partsOf(change, loserId)
  const values = input.values ?? {}
  requireCredit(change, keep, values)
  if (input.reason !== null && input.reason !== undefined) change.because(input.reason)

  const keepsContact = own.contacts.some((row) => row.isPrimary)
  const keepsAddress = own.addresses.some((row) => row.isPrimary)
  // Each row is written against the rev just read: an If-Match of the caller speaks of the surviving record only.
  for (const row of parts.contacts)
    await change.update(
      'customerContact',
      row.id,
      { customerId: id, isPrimary: row.isPrimary && !keepsContact },
      seen(row),
    )
  for (const row of parts.addresses)
    await change.update(
      'customerAddress',
      row.id,
      { customerId: id, isPrimary: row.isPrimary && !keepsAddress },
      seen(row),
    )
  for (const row of parts.interactions)
    await change.update('customerInteraction', row.id, { customerId: id }, seen(row))
  for (const row of parts.attachments) await change.update('attachment', row.id, { ownerId: id }, seen(row))
  for (const row of parts.animals) await change.update('animal', row.id, { ownerCustomerId: id }, seen(row))
  const survivor = await change.update('customer', id, withCleanTags(values), { expectedRev: input.rev })
  const marked = await change.update(
    'customer',
    loserId,
    { mergedIntoId: id },
    { expectedRev: input.loserRev ?? loser.rev },
  )
  await change.remove('customer', loserId, seen(marked))
  return survivor
}

function seen(row: Moved): { expectedRev: number } {
  return { expectedRev: row.rev }
}

/** Both records, living. Refuses one and the same, and one that was merged before. */
async function bothOf(
  reading: Reading,
  { id, loserId }: { id: string; loserId: string },
): Promise<{ keep: Customer; loser: Customer }> {
  if (id === loserId) throw new DomainError('customer_merge_same', { id }, { field: 'loserId' })
  return { keep: await livingOrMerged(reading, id), loser: await livingOrMerged(reading, loserId) }
}

async function livingOrMerged(reading: Reading, id: string): Promise<Customer> {
  const { customer } = reading.tables
  const [row] = await reading.db
    .select({ mergedIntoId: customer.mergedIntoId })
    .from(customer)
    .where(eq(customer.id, id))
  if (row !== undefined && row.mergedIntoId !== null)
    throw new DomainError('customer_merged', { id, mergedIntoId: row.mergedIntoId })
  return getCustomer(reading, id)
}

/** Everything that names the customer, living rows only: what was laid aside keeps telling whose it was. */
async function partsOf(reading: Pick<Reading, 'db' | 'tables'>, customerId: string) {
  const { customerContact, customerAddress, customerInteraction, attachment, animal } = reading.tables
  const { db } = reading
  return {
    contacts: await db
      .select({ id: customerContact.id, rev: customerContact.rev, isPrimary: customerContact.isPrimary })
      .from(customerContact)
      .where(and(eq(customerContact.customerId, customerId), isNull(customerContact.deletedAt))),
    addresses: await db
      .select({ id: customerAddress.id, rev: customerAddress.rev, isPrimary: customerAddress.isPrimary })
      .from(customerAddress)
      .where(and(eq(customerAddress.customerId, customerId), isNull(customerAddress.deletedAt))),
    interactions: await db
      .select({ id: customerInteraction.id, rev: customerInteraction.rev })
      .from(customerInteraction)
      .where(and(eq(customerInteraction.customerId, customerId), isNull(customerInteraction.deletedAt))),
    attachments: await db
      .select({ id: attachment.id, rev: attachment.rev })
      .from(attachment)
      .where(
        and(eq(attachment.ownerEntity, 'customer'), eq(attachment.ownerId, customerId), isNull(attachment.deletedAt)),
      ),
    animals: await db
      .select({ id: animal.id, rev: animal.rev })
      .from(animal)
      .where(and(eq(animal.ownerCustomerId, customerId), isNull(animal.deletedAt))),
  }
}
