import type { AreaRoute } from '../../lib/route/area-route.ts'

export const systemRoutes: readonly AreaRoute[] = [
  { path: '/system/settings', rail: { group: 'system', item: 'settings' }, permission: 'system.settings', load: () => import('./settings-screen.tsx').then((module) => module.SettingsScreen) },
  { path: '/system/backup', rail: { group: 'system', item: 'backup' }, permission: 'system.backup', load: () => import('./backup-screen.tsx').then((module) => module.BackupScreen) },
  { path: '/system/about', rail: { group: 'system', item: 'about' }, load: () => import('./about-screen.tsx').then((module) => module.AboutScreen) },
]
