import { customersContract } from '../../../core/areas/customers/customers.contract.ts'
import type { Binder } from '../../rpc/bind.ts'
import type { CustomerQueries } from './customers.queries.ts'
import type { CustomersService } from './customers.service.ts'

export function createCustomersRouter(bind: Binder, service: CustomersService, queries: CustomerQueries) {
  return {
    list: bind.query(customersContract.list, queries.list),
    get: bind.query(customersContract.get, queries.get),
    create: bind.command(customersContract.create, service.create),
    update: bind.command(customersContract.update, service.update),
    archive: bind.command(customersContract.archive, service.archive),
  }
}
