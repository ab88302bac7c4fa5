import type { InferSchemaOutput } from '@orpc/contract'
import type { customersContract } from '../../../core/areas/customers/customers.contract.ts'
import type { Customer } from '../../../core/areas/customers/customers.model.ts'
import type { ListAnswer } from '../../../core/kernel/listing.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import { findMany } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { CountCache } from '../../store/count-cache.ts'
import { listRows } from '../../store/list-query.ts'
import type { ListSpec } from '../../store/list-spec.ts'

export const customerList = {
  entity: 'customer',
  siteColumn: null,
  searchable: 'customer',
  defaultSort: 'name',
  fields: {
    code: { kind: 'text' },
    name: { kind: 'text' },
    type: { kind: 'choice' },
    category: { kind: 'choice' },
    status: { kind: 'choice' },
    industry: { kind: 'text' },
    creditLimit: { kind: 'number' },
    createdAt: { kind: 'date' },
    updatedAt: { kind: 'date' },
  },
} as const satisfies ListSpec

type ListCustomers = InferSchemaOutput<(typeof customersContract.list)['~orpc']['inputSchema'] & {}>

export function createCustomerQueries(counts: CountCache) {
  return {
    async list(reading: Reading, input: ListCustomers): Promise<ListAnswer<Customer>> {
      const { limit, cursor, offset, sort, q, where, ...filters } = input
      return listRows(reading, customerList, { limit, cursor, offset, sort, q, where, filters }, reading.scope('customers.read'), counts)
    },

    async get(reading: Reading, input: { id: string }): Promise<Customer> {
      const [found] = await findMany(reading, 'customer', [input.id])
      if (found === undefined) throw new DomainError('not_found', { entity: 'customer', id: input.id })
      return found
    },
  }
}

export type CustomerQueries = ReturnType<typeof createCustomerQueries>
