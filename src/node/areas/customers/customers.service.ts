import type { Customer, CustomerFields } from '../../../core/areas/customers/customers.model.ts'
import type { Change } from '../../runtime/change.ts'
import type { CodeSource } from '../../runtime/code-source.ts'

interface Dependencies {
  readonly codes: CodeSource
}

/** Commands on customers. Each takes the open change first and awaits nothing but the store. */
export function createCustomersService({ codes }: Dependencies) {
  return {
    async create(change: Change, input: CustomerFields): Promise<Customer> {
      return change.insert('customer', { ...input, code: await codes.next(change, 'CU') })
    },

    async update(change: Change, { id, rev, ...patch }: Partial<CustomerFields> & { id: string; rev?: number }): Promise<Customer> {
      return change.update('customer', id, patch, { expectedRev: rev })
    },

    async archive(change: Change, { id, rev }: { id: string; rev?: number }): Promise<{ id: string }> {
      await change.remove('customer', id, { expectedRev: rev })
      return { id }
    },
  }
}

export type CustomersService = ReturnType<typeof createCustomersService>
