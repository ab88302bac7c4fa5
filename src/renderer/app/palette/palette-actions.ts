/** What the palette can do: go to a screen, and the few commands that need no record. */
import { useTranslation } from 'react-i18next'
import { useLookChoice } from '../../lib/look/look-choice.tsx'
import { useGo } from '../../lib/route/use-go.ts'
import { useMay, useSession } from '../../lib/session/session.tsx'
import type { PaletteAction } from '../../ui/command-palette/palette-entries.ts'
import { placesFor } from '../rail.ts'
import { useUndo } from '../undo/undo-provider.tsx'

/** What can be begun from anywhere. */
const makeable = [
  { id: 'newAnimal', icon: 'animals', permission: 'animals.write', href: '/animals/new' },
  { id: 'newCustomer', icon: 'customers', permission: 'customers.write', href: '/customers/new' },
  { id: 'newUser', icon: 'user', permission: 'people.write', href: '/system/users/new' },
  { id: 'newSite', icon: 'site', permission: 'sites.write', href: '/system/sites/new' },
] as const

export function usePaletteActions(): PaletteAction[] {
  const { t } = useTranslation('app')
  const may = useMay()
  const go = useGo()
  const { lock, signOut } = useSession()
  const { look, change } = useLookChoice()
  const { openHistory } = useUndo()
  const goTo = placesFor(t, may).map(
    (place): PaletteAction => ({
      id: `go-${place.id}`,
      label: place.label,
      icon: place.icon,
      group: t('palette.go'),
      ...(place.letter === undefined ? {} : { keys: `G ${place.letter}` }),
      run: () => go(place.href),
    }),
  )
  const group = t('palette.do')
  const create = makeable
    .filter(({ permission }) => may(permission))
    .map(({ id, icon, href }): PaletteAction => ({ id, label: t(`palette.${id}`), icon, group, run: () => go(href) }))
  const own: PaletteAction[] = [
    { id: 'profile', label: t('user.profile'), icon: 'user', group, run: () => go('/profile') },
    { id: 'history', label: t('user.history'), icon: 'history', group, run: openHistory },
    {
      id: 'language',
      label: t('palette.switchLanguage'),
      icon: 'globe',
      also: 'English العربية Arabic language',
      group,
      run: () => change({ lang: look.lang === 'ar' ? 'en' : 'ar' }),
    },
    { id: 'dense', label: t('user.dense'), icon: 'list', group, run: () => change({ density: 'dense' }) },
    { id: 'normal', label: t('user.default'), icon: 'list', group, run: () => change({ density: 'default' }) },
    { id: 'gloves', label: t('user.gloves'), icon: 'hand', group, run: () => change({ density: 'gloves' }) },
    { id: 'light', label: t('user.light'), icon: 'sun', group, run: () => change({ scheme: 'light' }) },
    { id: 'dark', label: t('user.dark'), icon: 'moon', group, run: () => change({ scheme: 'dark' }) },
    { id: 'lock', label: t('user.lock'), icon: 'lock', keys: 'Ctrl+Alt+L', group, run: lock },
    { id: 'sign-out', label: t('user.signOut'), icon: 'logout', group, run: signOut },
  ]
  return [...goTo, ...create, ...own]
}
