/** The one typed contract of the product: every procedure of every area, the same on stations and at HQ. */
import { customersContract } from './areas/customers/customers.contract.ts'
import { liveContract } from './areas/sync/live.contract.ts'

export const contract = {
  customers: customersContract,
  live: liveContract,
}

export type Contract = typeof contract
