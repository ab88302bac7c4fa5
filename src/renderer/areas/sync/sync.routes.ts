import type { AreaRoute } from '../../lib/route/area-route.ts'

export const syncRoutes: readonly AreaRoute[] = [
  {
    path: '/system/sync',
    rail: { group: 'system', item: 'sync' },
    load: () => import('./sync-screen.tsx').then((module) => module.SyncScreen),
  },
]
