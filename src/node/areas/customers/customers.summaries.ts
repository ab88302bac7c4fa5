/** What a list of customers shows of their parts, read for one page at a time. */
import { and, asc, count, eq, inArray, isNull, min } from 'drizzle-orm'
import type { Customer, CustomerListItem } from '../../../core/areas/customers/customers.model.ts'
import type { Reading } from '../../runtime/reading.ts'
import { siteWithin } from './animal-counts.ts'
import { isOpenFollowUp } from './customers.list.ts'

/** Adds primary contact and place, open follow-ups and the number of animals to each customer of a page. */
export async function withSummaries(reading: Reading, customers: readonly Customer[]): Promise<CustomerListItem[]> {
  if (customers.length === 0) return []
  const ids = customers.map((customer) => customer.id)
  const contacts = await primaryContacts(reading, ids)
  const places = await primaryPlaces(reading, ids)
  const followUps = await openFollowUps(reading, ids)
  const animals = reading.may('animals.read') ? await animalCounts(reading, ids) : null
  return customers.map((customer) => ({
    ...customer,
    primaryContact: contacts.get(customer.id) ?? null,
    city: places.get(customer.id)?.city ?? null,
    country: places.get(customer.id)?.country ?? null,
    openFollowUps: followUps.get(customer.id)?.open ?? 0,
    nextDueDate: followUps.get(customer.id)?.nextDueDate ?? null,
    animals: animals === null ? null : (animals.get(customer.id) ?? 0),
  }))
}

async function primaryContacts(
  reading: Reading,
  ids: string[],
): Promise<Map<string, NonNullable<CustomerListItem['primaryContact']>>> {
  const { customerContact: table } = reading.tables
  const rows = await reading.db
    .select({
      customerId: table.customerId,
      id: table.id,
      name: table.name,
      phone: table.phone,
      mobile: table.mobile,
      email: table.email,
    })
    .from(table)
    .where(and(inArray(table.customerId, ids), eq(table.isPrimary, true), isNull(table.deletedAt)))
    .orderBy(asc(table.id))
  return new Map(rows.map(({ customerId, mobile, phone, ...row }) => [customerId, { ...row, phone: phone ?? mobile }]))
}

async function primaryPlaces(reading: Reading, ids: string[]): Promise<Map<string, { city: string; country: string }>> {
  const { customerAddress: table } = reading.tables
  const rows = await reading.db
    .select({ customerId: table.customerId, city: table.city, country: table.country })
    .from(table)
    .where(and(inArray(table.customerId, ids), eq(table.isPrimary, true), isNull(table.deletedAt)))
    .orderBy(asc(table.id))
  return new Map(rows.map((row) => [row.customerId, row]))
}

async function openFollowUps(
  reading: Reading,
  ids: string[],
): Promise<Map<string, { open: number; nextDueDate: string | null }>> {
  const { customerInteraction: table } = reading.tables
  const rows = await reading.db
    .select({ customerId: table.customerId, open: count(), nextDueDate: min(table.dueDate) })
    .from(table)
    .where(and(inArray(table.customerId, ids), isOpenFollowUp(reading)))
    .groupBy(table.customerId)
  return new Map(rows.map((row) => [row.customerId, { open: Number(row.open), nextDueDate: row.nextDueDate }]))
}

async function animalCounts(reading: Reading, ids: string[]): Promise<Map<string | null, number>> {
  const { animal } = reading.tables
  const rows = await reading.db
    .select({ customerId: animal.ownerCustomerId, animals: count() })
    .from(animal)
    .where(
      and(
        inArray(animal.ownerCustomerId, ids),
        isNull(animal.deletedAt),
        siteWithin(reading.scope('animals.read'), animal.siteId),
      ),
    )
    .groupBy(animal.ownerCustomerId)
  return new Map(rows.map((row) => [row.customerId, Number(row.animals)]))
}
