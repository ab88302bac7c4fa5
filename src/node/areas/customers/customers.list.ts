/** What the customers list can be filtered and sorted by, parts of the customer included. */
import { type AnyColumn, and, eq, gte, inArray, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm'
import type { Condition } from '../../../core/kernel/listing.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { ReadTx } from '../../store/engine.ts'
import { columnCondition } from '../../store/list-conditions.ts'
import type { ListSpec } from '../../store/list-spec.ts'

export const customerList = {
  entity: 'customer',
  siteColumn: null,
  searchable: 'customer',
  defaultSort: 'name',
  fields: {
    code: { kind: 'text' },
    name: { kind: 'text' },
    nameArabic: { kind: 'text' },
    type: { kind: 'choice' },
    category: { kind: 'choice' },
    status: { kind: 'choice' },
    taxId: { kind: 'text' },
    registrationNumber: { kind: 'text' },
    industry: { kind: 'text' },
    website: { kind: 'text' },
    email: { kind: 'text' },
    phone: { kind: 'text' },
    creditLimit: { kind: 'number' },
    currency: { kind: 'choice' },
    paymentTermsDays: { kind: 'number' },
    discountPercent: { kind: 'number' },
    language: { kind: 'choice' },
    createdAt: { kind: 'date' },
    updatedAt: { kind: 'date' },
    notes: { kind: 'text', sortable: false },
    updatedSince: {
      kind: 'date',
      sortable: false,
      condition: (comparison, tx) => gte(tx.tables.customer.updatedAt, oneText(comparison)),
    },
    tag: { kind: 'choice', sortable: false, condition: tagCondition },
    city: {
      kind: 'text',
      sortable: false,
      condition: (comparison, tx) => addressCondition(tx, tx.tables.customerAddress.city, comparison),
    },
    country: {
      kind: 'choice',
      sortable: false,
      condition: (comparison, tx) => addressCondition(tx, tx.tables.customerAddress.country, comparison),
    },
    hasOpenFollowUp: { kind: 'boolean', sortable: false, condition: openFollowUpCondition },
  },
} as const satisfies ListSpec

/** An interaction that somebody still has to come back to. */
export function isOpenFollowUp(tx: ReadTx): SQL {
  const { customerInteraction: table } = tx.tables
  return sql`${isNull(table.deletedAt)} and ${isNotNull(table.dueDate)} and ${isNull(table.doneAt)}`
}

function openFollowUpCondition(comparison: Condition, tx: ReadTx): SQL {
  const { customer, customerInteraction: table } = tx.tables
  const exists = sql`exists (select 1 from ${table} where ${table.customerId} = ${customer.id} and ${isOpenFollowUp(tx)})`
  const { op } = comparison
  // In the address of a request everything is text.
  const value = comparison.value === 'true' ? true : comparison.value === 'false' ? false : comparison.value
  if ((op !== 'is' && op !== 'is_not') || typeof value !== 'boolean') throw invalid(comparison)
  return (op === 'is') === value ? exists : not(exists)
}

/** True for customers of whose tags at least one fits. "Is not" and "is empty" look at all of them. */
function tagCondition(comparison: Condition, tx: ReadTx): SQL {
  const { tags } = tx.tables.customer
  const each =
    tx.dialect === 'sqlite' ? sql`json_each(${tags}) as tag` : sql`jsonb_array_elements_text(${tags}) as tag(value)`
  const having = (condition: SQL) => sql`exists (select 1 from ${each} where ${condition})`
  const value = sql`tag.value`
  switch (comparison.op) {
    case 'is':
    case 'in':
      return having(inArray(value, manyTexts(comparison)))
    case 'is_not':
    case 'not_in':
      return not(having(inArray(value, manyTexts(comparison))))
    case 'is_empty':
      return not(having(sql`true`))
    case 'is_not_empty':
      return having(sql`true`)
    default:
      throw invalid(comparison)
  }
}

/** True for customers with an address that fits; "is not" and "is empty" for those with none that does. */
function addressCondition(tx: ReadTx, column: AnyColumn, comparison: Condition): SQL {
  const { customer, customerAddress: table } = tx.tables
  const having = (condition: SQL | undefined) =>
    sql`exists (select 1 from ${table} where ${and(eq(table.customerId, customer.id), isNull(table.deletedAt), condition)})`
  // Both engines lower ASCII letters only, so that is what is done here too; Arabic has no case.
  const anyCase = () =>
    or(
      ...manyTexts(comparison).map(
        (text) => sql`lower(${column}) = ${text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())}`,
      ),
    )
  switch (comparison.op) {
    case 'is':
    case 'in':
      return having(anyCase())
    case 'is_not':
    case 'not_in':
      return not(having(anyCase()))
    case 'is_empty':
      return not(having(undefined))
    default:
      return having(columnCondition(column, comparison, tx))
  }
}

function oneText(comparison: Condition): string {
  if (typeof comparison.value !== 'string') throw invalid(comparison)
  return comparison.value
}

function manyTexts(comparison: Condition): string[] {
  const values = Array.isArray(comparison.value) ? comparison.value : [comparison.value]
  if (values.length === 0 || !values.every((value) => typeof value === 'string')) throw invalid(comparison)
  return values
}

function invalid(comparison: Condition): DomainError {
  return new DomainError(
    'validation_failed',
    { issues: [{ path: 'where', code: 'comparison_not_possible', field: comparison.field }] },
    { field: 'where' },
  )
}
