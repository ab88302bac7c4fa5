import { z } from 'zod'
import { listInput, listOutput } from '../../kernel/listing.ts'
import { command, expectedRev, query, recordId } from '../../kernel/procedure.ts'
import { customer, customerCategories, customerFields, customerStatuses, customerTypes } from './customers.model.ts'

const one = z.object({ id: recordId })

export const customersContract = {
  list: query({ action: 'customers.list', access: 'customers.read', path: '/customers', summary: 'Lists customers' })
    .input(
      listInput({
        type: z.enum(customerTypes).optional(),
        category: z.enum(customerCategories).optional(),
        status: z.enum(customerStatuses).optional(),
      }),
    )
    .output(listOutput(customer)),

  get: query({ action: 'customers.get', access: 'customers.read', path: '/customers/{id}', summary: 'Reads one customer' })
    .input(one)
    .output(customer),

  create: command({ action: 'customers.create', access: 'customers.write', path: '/customers', summary: 'Adds a customer' })
    .input(customerFields)
    .output(customer),

  update: command({ action: 'customers.update', access: 'customers.write', path: '/customers/{id}', method: 'PUT', summary: 'Changes the given fields of a customer' })
    .input(customerFields.partial().extend({ id: recordId, rev: expectedRev }))
    .output(customer),

  archive: command({ action: 'customers.archive', access: 'customers.archive', path: '/customers/{id}', method: 'DELETE', summary: 'Lays a customer aside' })
    .input(one.extend({ rev: expectedRev }))
    .output(z.object({ id: recordId })),
}
