import type { AreaRoute } from '../../lib/route/area-route.ts'

export const todayRoutes: readonly AreaRoute[] = [
  {
    path: '/',
    rail: { group: 'today' },
    load: () => import('./today-screen.tsx').then((module) => module.TodayScreen),
  },
]
