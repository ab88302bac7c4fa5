/** The one typed contract of the product: every procedure of every area, the same on stations and at HQ. */
import { animalsContract } from './areas/animals/animals.contract.ts'
import { customersContract } from './areas/customers/customers.contract.ts'
import { documentsContract } from './areas/documents/documents.contract.ts'
import { exportContract } from './areas/documents/export.contract.ts'
import { importContract } from './areas/documents/import.contract.ts'
import { authContract } from './areas/people/auth.contract.ts'
import { sitesContract } from './areas/people/sites.contract.ts'
import { usersContract } from './areas/people/users.contract.ts'
import { qualityContract } from './areas/quality/quality.contract.ts'
import { liveContract } from './areas/sync/live.contract.ts'
import { syncContract } from './areas/sync/sync.contract.ts'
import { systemContract } from './areas/system/system.contract.ts'

export const contract = {
  animals: animalsContract,
  auth: authContract,
  customers: customersContract,
  documents: documentsContract,
  exports: exportContract,
  imports: importContract,
  live: liveContract,
  quality: qualityContract,
  sites: sitesContract,
  sync: syncContract,
  system: systemContract,
  users: usersContract,
}

export type Contract = typeof contract
