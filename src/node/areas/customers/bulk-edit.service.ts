/** Editing many customers in one step: what the preview showed is what is done, or nothing is. */

import { asc } from 'drizzle-orm'
import type { Customer, CustomerChanges } from '../../../core/areas/customers/customers.model.ts'
import { changeTags } from '../../../core/areas/customers/customers.rules.ts'
import type { BulkChanges, BulkPreview, BulkSelection } from '../../../core/areas/customers/tidying.model.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import { type Change, findMany } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import { sameValue } from '../../runtime/same-value.ts'
import { listCondition } from '../../store/list-query.ts'
import { customerList } from './customers.list.ts'
import { requireCredit } from './customers.service.ts'
import { withinSegment } from './segments.ts'

/** One changeset batch and one transaction; a bench stays usable while this many rows are written (about 2 s). */
const maxSelected = 10_000
const shownRows = 100
const idsPerQuery = 1000

interface Edit {
  readonly customer: Customer
  readonly after: CustomerChanges
}

export async function previewBulkEdit(
  reading: Reading,
  input: { selection: BulkSelection; changes: BulkChanges },
): Promise<BulkPreview> {
  const selected = await selectedCustomers(reading, input.selection)
  const edits = planEdits(reading, selected, input.changes)
  const rows = edits.slice(0, shownRows).map(({ customer, after }) => {
    const before = Object.fromEntries(Object.keys(after).map((field) => [field, customer[field as keyof Customer]]))
    return { id: customer.id, code: customer.code, name: customer.name, before, after }
  })
  return { selected: selected.length, affected: edits.length, rows }
}

export async function bulkEdit(
  change: Change,
  input: { selection: BulkSelection; changes: BulkChanges; expectedAffected: number; reason?: string | null },
): Promise<{ changed: number }> {
  const edits = planEdits(change, await selectedCustomers(change, input.selection), input.changes)
  if (edits.length !== input.expectedAffected) {
    throw new DomainError('bulk_selection_changed', { expected: input.expectedAffected, actual: edits.length })
  }
  if (input.reason !== null && input.reason !== undefined) change.because(input.reason)
  for (const { customer, after } of edits)
    await change.update('customer', customer.id, after, { expectedRev: customer.rev })
  return { changed: edits.length }
}

/** What would change per customer; those that have the values already are left out. */
function planEdits(reading: Reading, selected: readonly Customer[], changes: BulkChanges): Edit[] {
  const { addTags = [], removeTags = [], ...fields } = changes
  const named = Object.values(fields).some((value) => value !== undefined)
  if (!named && addTags.length === 0 && removeTags.length === 0) throw new DomainError('bulk_without_change')
  return selected.flatMap((customer) => {
    const wanted: CustomerChanges = { ...fields }
    if (addTags.length > 0 || removeTags.length > 0) wanted.tags = changeTags(customer.tags, addTags, removeTags)
    requireCredit(reading, customer, wanted)
    const differing = Object.entries(wanted).filter(
      ([field, value]) => value !== undefined && !sameValue(customer[field as keyof Customer], value),
    )
    return differing.length === 0 ? [] : [{ customer, after: Object.fromEntries(differing) as CustomerChanges }]
  })
}

async function selectedCustomers(reading: Reading, selection: BulkSelection): Promise<Customer[]> {
  if ('ids' in selection) {
    const ids = [...new Set(selection.ids)].sort()
    const found: Customer[] = []
    for (let start = 0; start < ids.length; start += idsPerQuery)
      found.push(...(await findMany(reading, 'customer', ids.slice(start, start + idsPerQuery))))
    return found
  }
  const { segmentId, ...filter } = selection
  const request = await withinSegment(reading, segmentId, filter)
  const condition = await listCondition(reading, customerList, request, reading.scope('customers.bulk'))
  const { customer } = reading.tables
  const rows = await reading.db
    .select()
    .from(customer)
    .where(condition)
    .orderBy(asc(customer.id))
    .limit(maxSelected + 1)
  if (rows.length > maxSelected) throw new DomainError('bulk_selection_too_large', { max: maxSelected })
  return rows
}
