import { type ColumnKit, livingOnly } from '../column-kit.ts'
import { recordColumns } from './record-columns.ts'

export function defineCustomerTables(kit: ColumnKit) {
  const customer = kit.table(
    'customer',
    {
      ...recordColumns(kit),
      /** Our own code, people read and scan it; never reused. */
      code: kit.text().notNull(),
      name: kit.text().notNull(),
      nameArabic: kit.text(),
      type: kit.choice(['individual', 'organization', 'research', 'government']).notNull(),
      category: kit.choice(['standard', 'premium', 'vip', 'research']).notNull(),
      status: kit.choice(['active', 'inactive', 'prospect', 'blocked']).notNull(),
      taxId: kit.text(),
      registrationNumber: kit.text(),
      industry: kit.text(),
      website: kit.text(),
      email: kit.text(),
      phone: kit.text(),
      /** In `currency`, minor units are not used: whole amounts agreed with the customer. */
      creditLimit: kit.real(),
      currency: kit.text(),
      paymentTermsDays: kit.int(),
      discountPercent: kit.real(),
      language: kit.choice(['en', 'ar']),
      notes: kit.text(),
      tags: kit.json<string[]>().notNull(),
      /** Set when this record was merged into another; the other one carries on. */
      mergedIntoId: kit.text(),
    },
    (table) => [
      kit.uniqueIndex('customer_code').on(table.code),
      kit.index('customer_name').on(table.name, table.id).where(livingOnly),
      kit.index('customer_updated').on(table.updatedAt, table.id).where(livingOnly),
      kit.index('customer_created').on(table.createdAt, table.id),
    ],
  )

  const customerContact = kit.table(
    'customer_contact',
    {
      ...recordColumns(kit),
      customerId: kit
        .text()
        .notNull()
        .references(() => customer.id),
      name: kit.text().notNull(),
      title: kit.text(),
      department: kit.text(),
      email: kit.text(),
      phone: kit.text(),
      mobile: kit.text(),
      isPrimary: kit.bool().notNull(),
      isBilling: kit.bool().notNull(),
      isTechnical: kit.bool().notNull(),
      notes: kit.text(),
    },
    (table) => [kit.index('customer_contact_customer').on(table.customerId)],
  )

  const customerAddress = kit.table(
    'customer_address',
    {
      ...recordColumns(kit),
      customerId: kit
        .text()
        .notNull()
        .references(() => customer.id),
      type: kit.choice(['billing', 'shipping', 'facility', 'headquarters']).notNull(),
      line1: kit.text().notNull(),
      line2: kit.text(),
      city: kit.text().notNull(),
      region: kit.text(),
      postcode: kit.text(),
      /** ISO 3166-1 alpha-2. */
      country: kit.text().notNull(),
      isPrimary: kit.bool().notNull(),
      /** Degrees, WGS 84. */
      latitude: kit.real(),
      longitude: kit.real(),
    },
    (table) => [kit.index('customer_address_customer').on(table.customerId)],
  )

  const customerInteraction = kit.table(
    'customer_interaction',
    {
      ...recordColumns(kit),
      customerId: kit
        .text()
        .notNull()
        .references(() => customer.id),
      contactId: kit.text().references(() => customerContact.id),
      kind: kit
        .choice(['call', 'mail', 'meeting', 'visit', 'complaint', 'service_request', 'follow_up', 'note'])
        .notNull(),
      subject: kit.text().notNull(),
      details: kit.text(),
      happenedAt: kit.text().notNull(),
      /** Date by which somebody must come back to the customer; open until `doneAt`. */
      dueDate: kit.text(),
      assignedToUserId: kit.text(),
      doneAt: kit.text(),
      outcome: kit.text(),
    },
    (table) => [
      kit.index('customer_interaction_customer').on(table.customerId, table.happenedAt, table.id),
      kit.index('customer_interaction_due').on(table.dueDate, table.id).where(livingOnly),
    ],
  )

  /**
   * Under what a customer is found by somebody who enters it a second time: tax id, phone, mail and parts of the name in
   * normal form. Derived from the customer in the same transaction, local to a node, never synced.
   */
  const customerMatchKey = kit.table(
    'customer_match_key',
    {
      kind: kit.choice(['tax', 'email', 'phone', 'name']).notNull(),
      value: kit.text().notNull(),
      customerId: kit.text().notNull(),
    },
    (table) => [
      kit.primaryKey({ columns: [table.kind, table.value, table.customerId] }),
      kit.index('customer_match_key_customer').on(table.customerId),
    ],
  )

  return { customer, customerContact, customerAddress, customerInteraction, customerMatchKey }
}

export type CustomerTables = ReturnType<typeof defineCustomerTables>
