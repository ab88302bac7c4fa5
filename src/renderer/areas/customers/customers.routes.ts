import type { AreaRoute } from '../../lib/route/area-route.ts'

const rail = (item: string) => ({ group: 'customers', item })

/** Screens of the customers area. Fixed addresses stand before `$id`. */
export const customersRoutes: readonly AreaRoute[] = [
  {
    path: '/customers',
    rail: rail('customerList'),
    permission: 'customers.read',
    load: () => import('./customers-screen.tsx').then((file) => file.CustomersScreen),
  },
  {
    path: '/customers/new',
    rail: rail('customerList'),
    permission: 'customers.write',
    load: () => import('./new-customer-screen.tsx').then((file) => file.NewCustomerScreen),
  },
  {
    path: '/customers/follow-ups',
    rail: rail('followUps'),
    permission: 'customers.read',
    load: () => import('./follow-ups-screen.tsx').then((file) => file.FollowUpsScreen),
  },
  {
    path: '/customers/duplicates',
    rail: rail('duplicates'),
    permission: 'customers.read',
    load: () => import('./duplicates-screen.tsx').then((file) => file.DuplicatesScreen),
  },
  {
    path: '/customers/archived',
    rail: rail('archivedCustomers'),
    permission: 'customers.read',
    load: () => import('./archived-customers-screen.tsx').then((file) => file.ArchivedCustomersScreen),
  },
  {
    path: '/customers/$id',
    rail: rail('customerList'),
    permission: 'customers.read',
    load: () => import('./customer-screen.tsx').then((file) => file.CustomerScreen),
  },
]
