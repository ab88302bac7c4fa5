import type { AreaRoute } from '../../lib/route/area-route.ts'

const group = 'system'

export const systemRoutes: readonly AreaRoute[] = [
  {
    path: '/system/backup',
    rail: { group, item: 'backup' },
    permission: 'system.backup',
    load: () => import('./backup-screen.tsx').then((module) => module.BackupScreen),
  },
  {
    path: '/system/settings',
    rail: { group, item: 'settings' },
    permission: 'system.settings',
    load: () => import('./settings-screen.tsx').then((module) => module.SettingsScreen),
  },
  {
    path: '/system/about',
    rail: { group, item: 'about' },
    load: () => import('./about-screen.tsx').then((module) => module.AboutScreen),
  },
]
