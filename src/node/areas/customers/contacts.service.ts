/**
 * Contacts and addresses. Of each kind a customer that has any has exactly one primary: the first one becomes it, a new
 * primary takes it from the old, and removing it passes it to the oldest that is left.
 */
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type {
  AddressChanges,
  AddressFields,
  ContactChanges,
  ContactFields,
  CustomerAddress,
  CustomerContact,
} from '../../../core/areas/customers/contacts.model.ts'
import { refusePosition } from '../../../core/areas/customers/customers.rules.ts'
import { DomainError, refuseIf } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import { getCustomer } from './customers.queries.ts'

type Part = 'customerContact' | 'customerAddress'

interface PartRow {
  readonly id: string
  readonly rev: number
  readonly customerId: string
  readonly isPrimary: boolean
}

/** What a caller says about the row they saw. */
interface Seen {
  readonly id: string
  readonly rev?: number
}

/** Living contacts or addresses of a customer, the primary one first, then the oldest. */
async function partsOf(reading: Pick<Reading, 'db' | 'tables'>, part: Part, customerId: string): Promise<PartRow[]> {
  // Both tables have the columns used here; the builder needs one of them to type its rows.
  const table = reading.tables[part] as Reading['tables']['customerContact']
  return reading.db
    .select()
    .from(table)
    .where(and(eq(table.customerId, customerId), isNull(table.deletedAt)))
    .orderBy(desc(table.isPrimary), asc(table.id))
}

async function getPart(change: Change, part: Part, customerId: string, id: string): Promise<PartRow> {
  await getCustomer(change, customerId)
  const row = await change.get(part, id)
  if (row.customerId !== customerId) throw new DomainError('not_found', { entity: part, id })
  return row
}

async function addPart(
  change: Change,
  part: Part,
  customerId: string,
  fields: { isPrimary: boolean },
): Promise<unknown> {
  await getCustomer(change, customerId)
  const others = await partsOf(change, part, customerId)
  const isPrimary = fields.isPrimary || !others.some((other) => other.isPrimary)
  if (isPrimary) await demote(change, part, others)
  return change.insert(part, { ...fields, customerId, isPrimary } as never)
}

async function updatePart(
  change: Change,
  part: Part,
  customerId: string,
  seen: Seen,
  changes: { isPrimary?: boolean },
): Promise<unknown> {
  const before = await getPart(change, part, customerId, seen.id)
  const others = (await partsOf(change, part, customerId)).filter((other) => other.id !== before.id)
  const stepsDown = before.isPrimary && changes.isPrimary === false
  // The only one stays the primary one, whatever is asked.
  const allowed = stepsDown && others.length === 0 ? { ...changes, isPrimary: true } : changes
  const after = await change.update(part, before.id, allowed as never, { expectedRev: seen.rev })
  if (changes.isPrimary === true) await demote(change, part, others)
  if (stepsDown) await promote(change, part, others)
  return after
}

async function removePart(change: Change, part: Part, customerId: string, seen: Seen): Promise<void> {
  const before = await getPart(change, part, customerId, seen.id)
  const others = (await partsOf(change, part, customerId)).filter((other) => other.id !== before.id)
  await change.remove(part, before.id, { expectedRev: seen.rev })
  if (before.isPrimary) await promote(change, part, others)
}

// The rev of these rows is the one just read: an If-Match of the caller speaks of the row they edit, not of these.
async function demote(change: Change, part: Part, rows: readonly PartRow[]): Promise<void> {
  for (const row of rows)
    if (row.isPrimary) await change.update(part, row.id, { isPrimary: false }, { expectedRev: row.rev })
}

async function promote(change: Change, part: Part, rows: readonly PartRow[]): Promise<void> {
  const [next] = rows
  if (next !== undefined && !next.isPrimary)
    await change.update(part, next.id, { isPrimary: true }, { expectedRev: next.rev })
}

export function createContactsService() {
  return {
    async contacts(reading: Reading, { id }: { id: string }): Promise<{ items: CustomerContact[] }> {
      await getCustomer(reading, id)
      return { items: (await partsOf(reading, 'customerContact', id)) as CustomerContact[] }
    },

    async addContact(change: Change, { id, ...fields }: ContactFields & { id: string }): Promise<CustomerContact> {
      return (await addPart(change, 'customerContact', id, fields)) as CustomerContact
    },

    async updateContact(
      change: Change,
      { id, contactId, rev, ...changes }: ContactChanges & { id: string; contactId: string; rev?: number },
    ): Promise<CustomerContact> {
      return (await updatePart(change, 'customerContact', id, { id: contactId, rev }, changes)) as CustomerContact
    },

    async removeContact(
      change: Change,
      { id, contactId, rev }: { id: string; contactId: string; rev?: number },
    ): Promise<{ id: string }> {
      await removePart(change, 'customerContact', id, { id: contactId, rev })
      return { id: contactId }
    },

    async addresses(reading: Reading, { id }: { id: string }): Promise<{ items: CustomerAddress[] }> {
      await getCustomer(reading, id)
      return { items: (await partsOf(reading, 'customerAddress', id)) as unknown as CustomerAddress[] }
    },

    async addAddress(change: Change, { id, ...fields }: AddressFields & { id: string }): Promise<CustomerAddress> {
      refuseIf(refusePosition(fields))
      return (await addPart(change, 'customerAddress', id, fields)) as CustomerAddress
    },

    async updateAddress(
      change: Change,
      { id, addressId, rev, ...changes }: AddressChanges & { id: string; addressId: string; rev?: number },
    ): Promise<CustomerAddress> {
      const before = await change.get('customerAddress', addressId)
      refuseIf(refusePosition({ latitude: before.latitude, longitude: before.longitude, ...changes }))
      return (await updatePart(change, 'customerAddress', id, { id: addressId, rev }, changes)) as CustomerAddress
    },

    async removeAddress(
      change: Change,
      { id, addressId, rev }: { id: string; addressId: string; rev?: number },
    ): Promise<{ id: string }> {
      await removePart(change, 'customerAddress', id, { id: addressId, rev })
      return { id: addressId }
    },
  }
}
