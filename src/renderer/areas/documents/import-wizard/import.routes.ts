import type { AreaRoute } from '../../../lib/route/area-route.ts'

const loadWizard = () => import('./import-screen.tsx')
const loadBatches = () => import('./imports-screen.tsx')
const animals = { rail: { group: 'animals', item: 'animalImports' }, permission: 'animals.import' } as const
const customers = { rail: { group: 'customers', item: 'customerList' }, permission: 'customers.import' } as const

/** Bringing in files, for every list that can. */
export const importRoutes: readonly AreaRoute[] = [
  { ...animals, path: '/animals/import', load: () => loadWizard().then((m) => m.AnimalsImportScreen) },
  { ...animals, path: '/animals/imports', load: () => loadBatches().then((m) => m.AnimalsImportsScreen) },
  { ...customers, path: '/customers/import', load: () => loadWizard().then((m) => m.CustomersImportScreen) },
  { ...customers, path: '/customers/imports', load: () => loadBatches().then((m) => m.CustomersImportsScreen) },
]
