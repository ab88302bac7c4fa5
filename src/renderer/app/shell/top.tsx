import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useLineState } from '../../lib/api/services.tsx'
import { useLookChoice } from '../../lib/look/look-choice.tsx'
import { useRoleText } from '../../lib/people/role-text.ts'
import { useGo } from '../../lib/route/use-go.ts'
import { useSession, useUser } from '../../lib/session/session.tsx'
import { useSite } from '../../lib/session/site-choice.tsx'
import { useSiteName } from '../../lib/session/use-site-name.ts'
import { SyncPill, TopBar } from '../../ui/frame/top-bar.tsx'
import type { MenuEntry } from '../../ui/menu.tsx'
import { useUndo } from '../undo/undo-provider.tsx'
import { useSyncStatus } from './use-sync-status.ts'

/** The top bar: site, search, how the exchange with HQ stands, the person. No scanner is shown until one exists. */
export function Top({ onSearch }: { onSearch: () => void }): ReactElement {
  const { t } = useTranslation('app')
  const user = useUser()
  const roleText = useRoleText()
  const items = useUserMenu()
  return (
    <TopBar
      site={useSiteMenu()}
      search={{ label: t('top.search'), keys: 'Ctrl+K', onOpen: onSearch }}
      tools={<Sync />}
      user={{ name: user.displayName, role: roleText(user.roles), items }}
    />
  )
}

function useSiteMenu(): { label: string; items: MenuEntry[] } {
  const { t } = useTranslation('app')
  const { siteId, sites, choose } = useSite()
  const nameOf = useSiteName()
  const chosen = sites.find((site) => site.id === siteId)
  const entries = sites.map((site) => ({
    id: site.id,
    label: nameOf(site),
    checked: site.id === siteId,
    onSelect: () => choose(site.id),
  }))
  const only = sites.length === 1 ? sites[0] : undefined
  const label =
    chosen !== undefined
      ? nameOf(chosen)
      : only !== undefined
        ? nameOf(only)
        : sites.length === 0
          ? t('top.noSite')
          : t('top.allSites')
  const all: MenuEntry = { id: 'all', label: t('top.allSites'), checked: siteId === null, onSelect: () => choose(null) }
  return { label, items: sites.length < 2 ? [] : [all, 'divider', ...entries] }
}

function Sync(): ReactElement | null {
  const { t } = useTranslation('app')
  const go = useGo()
  const line = useLineState()
  const { nodeKind } = useSession()
  const status = useSyncStatus()
  const open = () => go('/system/sync')
  if (line === 'lost')
    return <SyncPill state="behind" text={nodeKind === 'hq' ? t('top.lineLostHq') : t('top.lineLost')} onClick={open} />
  if (status === undefined) return null
  if (status.connection === 'is_hq') return <SyncPill state="synced" text={t('top.isHq')} onClick={open} />
  const { count } = status.pending
  return (
    <SyncPill state="offline" text={count === 0 ? t('top.syncNone') : t('top.syncWaiting', { count })} onClick={open} />
  )
}

function useUserMenu(): MenuEntry[] {
  const { t } = useTranslation('app')
  const go = useGo()
  const { lock, signOut } = useSession()
  const { look, change } = useLookChoice()
  const { openHistory } = useUndo()
  const density = (id: 'dense' | 'default' | 'gloves'): MenuEntry => ({
    id,
    label: t(`user.${id}`),
    checked: look.density === id,
    onSelect: () => change({ density: id }),
  })
  const scheme = (id: 'light' | 'dark' | 'auto', icon: 'sun' | 'moon' | 'settings'): MenuEntry => ({
    id,
    icon,
    label: t(`user.${id}`),
    checked: look.scheme === id,
    onSelect: () => change({ scheme: id }),
  })
  return [
    { id: 'profile', label: t('user.profile'), icon: 'user', onSelect: () => go('/profile') },
    { id: 'history', label: t('user.history'), icon: 'history', onSelect: openHistory },
    'divider',
    {
      id: 'language',
      label: t('user.language'),
      icon: 'globe',
      onSelect: () => change({ lang: look.lang === 'ar' ? 'en' : 'ar' }),
    },
    'divider',
    density('dense'),
    density('default'),
    density('gloves'),
    'divider',
    scheme('light', 'sun'),
    scheme('dark', 'moon'),
    scheme('auto', 'settings'),
    'divider',
    { id: 'lock', label: t('user.lock'), icon: 'lock', keys: 'Ctrl+Alt+L', onSelect: lock },
    { id: 'sign-out', label: t('user.signOut'), icon: 'logout', onSelect: signOut },
  ]
}
