import { z } from 'zod'
import { listInput, listOutput } from '../../kernel/listing.ts'
import { calendarDate, command, expectedRev, instant, optionalText, query, recordId } from '../../kernel/procedure.ts'
import { contactsContract } from './contacts.contract.ts'
import {
  archivedCustomer,
  customer,
  customerCategories,
  customerChanges,
  customerFields,
  customerListItem,
  customerStatuses,
  customerTypes,
} from './customers.model.ts'
import { interactionsContract } from './interactions.contract.ts'
import { tidyingContract } from './tidying.contract.ts'

const one = z.object({ id: recordId })

const byCount = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z.array(z.object({ value: z.enum(values), count: z.number().int() }))

/** Filters of the customers list beside the shared ones; the same names work as fields of `where`. */
export const customerFilters = {
  type: z.enum(customerTypes).optional(),
  category: z.enum(customerCategories).optional(),
  status: z.enum(customerStatuses).optional(),
  industry: z.string().max(120).optional(),
  tag: z.string().max(40).optional().describe('customers that carry this tag'),
  city: z.string().max(120).optional().describe('customers with an address there, in any case'),
  country: z.string().max(2).optional().describe('customers with an address there, ISO 3166-1 alpha-2'),
  hasOpenFollowUp: z.boolean().optional(),
  updatedSince: instant.optional(),
}

export const customersContract = {
  list: query({
    action: 'customers.list',
    access: 'customers.read',
    path: '/customers',
    summary: 'Lists customers',
    refuses: ['cursor_invalid', 'segment_unknown'],
  })
    .input(listInput({ ...customerFilters, segmentId: recordId.optional().describe('only customers of this segment') }))
    .output(listOutput(customerListItem)),

  stats: query({
    action: 'customers.stats',
    access: 'customers.read',
    path: '/customers/stats',
    summary: 'Counts customers and their follow-ups',
  })
    .input(
      z.object({
        today: calendarDate.optional().describe("the caller's calendar date, for overdue; the UTC date when left out"),
      }),
    )
    .output(
      z.object({
        total: z.number().int(),
        archived: z.number().int().describe('laid aside, those merged into others not counted'),
        byType: byCount(customerTypes),
        byCategory: byCount(customerCategories),
        byStatus: byCount(customerStatuses),
        newPerMonth: z
          .array(z.object({ month: z.string(), count: z.number().int() }))
          .describe('the last 12 months, UTC, oldest first; archived ones count too'),
        openFollowUps: z.number().int(),
        overdueFollowUps: z.number().int(),
      }),
    ),

  tags: query({
    action: 'customers.tags',
    access: 'customers.read',
    path: '/customers/tags',
    summary: 'Lists the tags in use, with the number of customers that carry each',
  }).output(z.object({ items: z.array(z.object({ tag: z.string(), count: z.number().int() })) })),

  archived: query({
    action: 'customers.archived',
    access: 'customers.read',
    path: '/customers/archived',
    summary: 'Lists customers that were laid aside or merged, latest first',
  })
    .input(
      z.object({ limit: z.number().int().min(1).max(200).default(50), offset: z.number().int().min(0).default(0) }),
    )
    .output(z.object({ items: z.array(archivedCustomer), total: z.number().int() })),

  get: query({
    action: 'customers.get',
    access: 'customers.read',
    path: '/customers/{id}',
    summary: 'Reads one customer; `not_found` names the one it was merged into',
  })
    .input(one)
    .output(customer),

  create: command({
    action: 'customers.create',
    access: 'customers.write',
    path: '/customers',
    summary: 'Adds a customer',
  })
    .input(customerFields)
    .output(customer),

  update: command({
    action: 'customers.update',
    access: 'customers.write',
    path: '/customers/{id}',
    method: 'PUT',
    summary: 'Changes the given fields of a customer; credit limit, discount and payment terms need customers.credit',
  })
    .input(customerChanges.extend({ id: recordId, rev: expectedRev }))
    .output(customer),

  archive: command({
    action: 'customers.archive',
    access: 'customers.archive',
    path: '/customers/{id}',
    method: 'DELETE',
    summary: 'Lays a customer aside',
    refuses: ['customer_has_open_items'],
  })
    .input(
      z.strictObject({
        id: recordId,
        rev: expectedRev,
        evenSo: z.boolean().optional().describe('archive although follow-ups are open or animals are owned'),
        reason: optionalText(500),
      }),
    )
    .output(z.object({ id: recordId })),

  restore: command({
    action: 'customers.restore',
    access: 'customers.archive',
    path: '/customers/{id}/restore',
    summary: 'Takes an archived customer back',
    successStatus: 200,
    refuses: ['customer_merged'],
  })
    .input(one)
    .output(customer),

  ...contactsContract,
  ...interactionsContract,
  ...tidyingContract,
}
