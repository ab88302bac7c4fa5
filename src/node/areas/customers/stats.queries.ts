/** Counts for the customers dashboard. Every figure is counted by the database when it is asked for. */

import type { InferSchemaInput } from '@orpc/contract'
import { type AnyColumn, and, count, gte, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { customersContract } from '../../../core/areas/customers/customers.contract.ts'
import { customerCategories, customerStatuses, customerTypes } from '../../../core/areas/customers/customers.model.ts'
import { type Clock, instantOf } from '../../../core/kernel/clock.ts'
import type { Reading } from '../../runtime/reading.ts'
import { isOpenFollowUp } from './customers.list.ts'

type Stats = InferSchemaInput<(typeof customersContract.stats)['~orpc']['outputSchema'] & {}>

const monthsShown = 12

export function createCustomerStats(clock: Clock) {
  return {
    async stats(reading: Reading, input: { today?: string }): Promise<Stats> {
      const { customer, customerInteraction } = reading.tables
      const today = input.today ?? instantOf(clock.nowMs()).slice(0, 10)
      const living = isNull(customer.deletedAt)
      const months = lastMonths(instantOf(clock.nowMs()).slice(0, 7))
      // A follow-up of a customer that was laid aside waits for nobody.
      const open = sql`${isOpenFollowUp(reading)} and ${customerInteraction.customerId} in (select ${customer.id} from ${customer} where ${living})`
      return {
        total: await countWhere(reading, living),
        archived: await countWhere(reading, and(isNotNull(customer.deletedAt), isNull(customer.mergedIntoId))),
        byType: await countBy(reading, customer.type, customerTypes),
        byCategory: await countBy(reading, customer.category, customerCategories),
        byStatus: await countBy(reading, customer.status, customerStatuses),
        newPerMonth: await newPerMonth(reading, months),
        openFollowUps: await countFollowUps(reading, open),
        overdueFollowUps: await countFollowUps(reading, and(open, lt(customerInteraction.dueDate, today))),
      }
    },
  }
}

async function countWhere(reading: Reading, where: SQL | undefined): Promise<number> {
  const rows = await reading.db.select({ n: count() }).from(reading.tables.customer).where(where)
  return Number(rows[0]?.n ?? 0)
}

async function countFollowUps(reading: Reading, where: SQL | undefined): Promise<number> {
  const rows = await reading.db.select({ n: count() }).from(reading.tables.customerInteraction).where(where)
  return Number(rows[0]?.n ?? 0)
}

/** Every value of the choice, those nobody has with zero, so that charts keep their order. */
async function countBy<Value extends string>(
  reading: Reading,
  column: AnyColumn,
  values: readonly Value[],
): Promise<{ value: Value; count: number }[]> {
  const { customer } = reading.tables
  const rows = await reading.db
    .select({ value: sql<string>`${column}`, n: count() })
    .from(customer)
    .where(isNull(customer.deletedAt))
    .groupBy(sql`${column}`)
  const found = new Map(rows.map((row) => [row.value, Number(row.n)]))
  return values.map((value) => ({ value, count: found.get(value) ?? 0 }))
}

async function newPerMonth(reading: Reading, months: readonly string[]): Promise<{ month: string; count: number }[]> {
  const { customer } = reading.tables
  const month = sql<string>`substr(${customer.createdAt}, 1, 7)`
  const rows = await reading.db
    .select({ month, n: count() })
    .from(customer)
    .where(gte(customer.createdAt, months[0] ?? ''))
    .groupBy(month)
  const found = new Map(rows.map((row) => [row.month, Number(row.n)]))
  return months.map((one) => ({ month: one, count: found.get(one) ?? 0 }))
}

/** The months `YYYY-MM` up to and including the given one, oldest first. */
function lastMonths(until: string): string[] {
  const last = Number(until.slice(0, 4)) * 12 + Number(until.slice(5, 7)) - 1
  return Array.from({ length: monthsShown }, (_, index) => {
    const month = last - monthsShown + 1 + index
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
