import type { AreaRoute } from '../../lib/route/area-route.ts'

export const qualityRoutes: readonly AreaRoute[] = [
  {
    path: '/quality/audit',
    rail: { group: 'quality', item: 'audit' },
    permission: 'quality.audit',
    load: () => import('./audit-screen.tsx').then((module) => module.AuditScreen),
  },
]
