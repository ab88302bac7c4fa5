import type { AreaRoute } from '../../lib/route/area-route.ts'

const users = { group: 'system', item: 'users' }
const sites = { group: 'system', item: 'sites' }

export const peopleRoutes: readonly AreaRoute[] = [
  {
    path: '/system/users',
    rail: users,
    permission: 'people.read',
    load: () => import('./users/users-screen.tsx').then((module) => module.UsersScreen),
  },
  {
    path: '/system/users/new',
    rail: users,
    permission: 'people.write',
    load: () => import('./users/new-user-screen.tsx').then((module) => module.NewUserScreen),
  },
  {
    path: '/system/users/$id',
    rail: users,
    permission: 'people.read',
    load: () => import('./users/user-screen.tsx').then((module) => module.UserScreen),
  },
  {
    path: '/system/sites',
    rail: sites,
    permission: 'sites.read',
    load: () => import('./sites/sites-screen.tsx').then((module) => module.SitesScreen),
  },
  {
    path: '/system/sites/new',
    rail: sites,
    permission: 'sites.write',
    load: () => import('./sites/new-site-screen.tsx').then((module) => module.NewSiteScreen),
  },
  {
    path: '/system/sites/$id',
    rail: sites,
    permission: 'sites.read',
    load: () => import('./sites/site-screen.tsx').then((module) => module.SiteScreen),
  },
  {
    path: '/profile',
    rail: { group: '' },
    load: () => import('./profile/profile-screen.tsx').then((module) => module.ProfileScreen),
  },
]
