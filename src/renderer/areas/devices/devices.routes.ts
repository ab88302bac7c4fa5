import type { AreaRoute } from '../../lib/route/area-route.ts'

export const devicesRoutes: readonly AreaRoute[] = [
  {
    path: '/system/devices',
    rail: { group: 'system', item: 'devices' },
    load: () => import('./devices-screen.tsx').then((module) => module.DevicesScreen),
  },
]
