import type { InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { and, count, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { customersContract } from '../../../core/areas/customers/customers.contract.ts'
import type { Customer, CustomerListItem } from '../../../core/areas/customers/customers.model.ts'
import type { ListAnswer } from '../../../core/kernel/listing.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import { findMany } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { CountCache } from '../../store/count-cache.ts'
import type { ReadTx } from '../../store/engine.ts'
import { listRows } from '../../store/list-query.ts'
import { customerList } from './customers.list.ts'
import { withSummaries } from './customers.summaries.ts'
import { withinSegment } from './segments.ts'

type ListCustomers = InferSchemaOutput<(typeof customersContract.list)['~orpc']['inputSchema'] & {}>
type Archived = InferSchemaInput<(typeof customersContract.archived)['~orpc']['outputSchema'] & {}>

export function createCustomerQueries(counts: CountCache) {
  return {
    async list(reading: Reading, input: ListCustomers): Promise<ListAnswer<CustomerListItem>> {
      const { limit, cursor, offset, sort, segmentId, q, where, ...filters } = input
      const request = {
        limit,
        cursor,
        offset,
        sort,
        ...(await withinSegment(reading, segmentId, { q, where, filters })),
      }
      const page = await listRows(reading, customerList, request, reading.scope('customers.read'), counts)
      return { ...page, items: await withSummaries(reading, page.items) }
    },

    get: (reading: Reading, input: { id: string }): Promise<Customer> => getCustomer(reading, input.id),

    async tags(reading: Reading): Promise<{ items: { tag: string; count: number }[] }> {
      const { customer } = reading.tables
      const each =
        reading.dialect === 'sqlite'
          ? sql`json_each(${customer.tags}) as tag`
          : sql`jsonb_array_elements_text(${customer.tags}) as tag(value)`
      const rows = await reading.raw<{ tag: string; n: number | string }>(
        sql`select tag.value as tag, count(*) as n from ${customer}, ${each} where ${isNull(customer.deletedAt)} group by tag.value order by tag.value`,
      )
      return { items: rows.map((row) => ({ tag: row.tag, count: Number(row.n) })) }
    },

    async archived(reading: Reading, input: { limit: number; offset: number }): Promise<Archived> {
      const { customer } = reading.tables
      const laidAside = isNotNull(customer.deletedAt)
      const totals = await reading.db.select({ n: count() }).from(customer).where(laidAside)
      const rows = await reading.db
        .select()
        .from(customer)
        .where(laidAside)
        .orderBy(desc(customer.deletedAt), desc(customer.id))
        .limit(input.limit)
        .offset(input.offset)
      return {
        items: rows.map((row) => ({ ...row, deletedAt: row.deletedAt ?? row.updatedAt })),
        total: Number(totals[0]?.n ?? 0),
      }
    },
  }
}

/** The living customer; `not_found` says when it was laid aside, and into which one it was merged. */
export async function getCustomer(tx: Pick<ReadTx, 'db' | 'tables' | 'records'>, id: string): Promise<Customer> {
  const [found] = await findMany(tx, 'customer', [id])
  if (found !== undefined) return found
  const { customer } = tx.tables
  const [gone] = await tx.db
    .select({ mergedIntoId: customer.mergedIntoId })
    .from(customer)
    .where(and(eq(customer.id, id), isNotNull(customer.deletedAt)))
  if (gone === undefined) throw new DomainError('not_found', { entity: 'customer', id })
  throw new DomainError('not_found', { entity: 'customer', id, archived: true, mergedIntoId: gone.mergedIntoId })
}

export type CustomerQueries = ReturnType<typeof createCustomerQueries>
