import type { InferSchemaOutput } from '@orpc/contract'
import { eq, gte, inArray, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { interactionsContract } from '../../../core/areas/customers/interactions.contract.ts'
import type { CustomerInteraction, FollowUp } from '../../../core/areas/customers/interactions.model.ts'
import { type Clock, instantOf } from '../../../core/kernel/clock.ts'
import type { ListAnswer } from '../../../core/kernel/listing.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { CountCache } from '../../store/count-cache.ts'
import { listRows } from '../../store/list-query.ts'
import type { ListSpec } from '../../store/list-spec.ts'
import { isOpenFollowUp } from './customers.list.ts'
import { getCustomer } from './customers.queries.ts'

const interactionList = {
  entity: 'customerInteraction',
  siteColumn: null,
  defaultSort: '-happenedAt',
  fields: {
    kind: { kind: 'choice' },
    subject: { kind: 'text' },
    details: { kind: 'text', sortable: false },
    happenedAt: { kind: 'date' },
    dueDate: { kind: 'date' },
    doneAt: { kind: 'date' },
    outcome: { kind: 'text', sortable: false },
    customerId: { kind: 'choice', sortable: false },
    contactId: { kind: 'choice', sortable: false },
    assignedToUserId: { kind: 'choice', sortable: false },
    createdAt: { kind: 'date' },
  },
} as const satisfies ListSpec

type ListInteractions = InferSchemaOutput<(typeof interactionsContract.interactions)['~orpc']['inputSchema'] & {}>
type ListFollowUps = InferSchemaOutput<(typeof interactionsContract.followUps)['~orpc']['inputSchema'] & {}>

export function createInteractionQueries({ counts, clock }: { counts: CountCache; clock: Clock }) {
  return {
    async interactions(reading: Reading, input: ListInteractions): Promise<ListAnswer<CustomerInteraction>> {
      const { id, limit, cursor, offset, sort, q, where, ...filters } = input
      await getCustomer(reading, id)
      const extra = [eq(reading.tables.customerInteraction.customerId, id), ...textSearch(reading, q)]
      return listRows(
        reading,
        interactionList,
        { limit, cursor, offset, sort, where, filters },
        reading.scope('customers.read'),
        counts,
        extra,
      )
    },

    async followUps(reading: Reading, input: ListFollowUps): Promise<ListAnswer<FollowUp>> {
      const { limit, cursor, offset, sort, q, where, state, today: given, dueFrom, dueTo, ...filters } = input
      const today = given ?? instantOf(clock.nowMs()).slice(0, 10)
      const { customer, customerInteraction: table } = reading.tables
      const ofLiving = sql`exists (select 1 from ${customer} where ${customer.id} = ${table.customerId} and ${isNull(customer.deletedAt)})`
      const extra = [
        isNotNull(table.dueDate),
        ofLiving,
        ...stateConditions(reading, state, today),
        ...textSearch(reading, q),
      ]
      if (dueFrom !== undefined) extra.push(gte(table.dueDate, dueFrom))
      if (dueTo !== undefined) extra.push(lte(table.dueDate, dueTo))
      const request = { limit, cursor, offset, sort: sort ?? 'dueDate', where, filters }
      const page = await listRows(reading, interactionList, request, reading.scope('customers.read'), counts, extra)
      return { ...page, items: await withCustomers(reading, page.items, today) }
    },
  }
}

function stateConditions(reading: Reading, state: ListFollowUps['state'], today: string): SQL[] {
  const { customerInteraction: table } = reading.tables
  switch (state) {
    case 'all':
      return []
    case 'done':
      return [isNotNull(table.doneAt)]
    case 'overdue':
      return [isOpenFollowUp(reading), lt(table.dueDate, today)]
    default:
      return [isOpenFollowUp(reading)]
  }
}

/** Interactions are found by a part of subject or details; they are few per customer and have no index of words. */
function textSearch(reading: Reading, q: string | undefined): SQL[] {
  if (q === undefined || q === '') return []
  const { customerInteraction: table } = reading.tables
  const pattern = `%${q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const like = reading.dialect === 'sqlite' ? sql`like` : sql`ilike`
  return [sql`(${table.subject} ${like} ${pattern} escape '\\' or ${table.details} ${like} ${pattern} escape '\\')`]
}

async function withCustomers(
  reading: Reading,
  rows: readonly CustomerInteraction[],
  today: string,
): Promise<FollowUp[]> {
  const { customer } = reading.tables
  const ids = [...new Set(rows.map((row) => row.customerId))]
  if (ids.length === 0) return []
  const found = await reading.db
    .select({ id: customer.id, code: customer.code, name: customer.name, nameArabic: customer.nameArabic })
    .from(customer)
    .where(inArray(customer.id, ids))
  const byId = new Map(found.map((one) => [one.id, one]))
  return rows.map((row) => {
    const owner = byId.get(row.customerId)
    return {
      ...row,
      customerCode: owner?.code ?? '',
      customerName: owner?.name ?? '',
      customerNameArabic: owner?.nameArabic ?? null,
      overdue: row.doneAt === null && row.dueDate !== null && row.dueDate < today,
    }
  })
}
