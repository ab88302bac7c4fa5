/**
 * The rail: groups of devices-and-ux 2.5, and of their entries those that exist. An entry whose permission the person
 * does not hold is not there; a group without entries neither.
 */
import type { TFunction } from 'i18next'
import type { RailGroup } from '../ui/frame/rail.tsx'
import type { IconName } from '../ui/icon-shapes.tsx'

interface Entry {
  readonly id: string
  readonly href: string
  readonly label: (t: TFunction<'app'>) => string
  readonly permission?: string
  /** `G` then this letter opens it. */
  readonly letter?: string
}

interface Group extends Entry {
  readonly icon: IconName
  readonly entries: readonly Entry[]
}

export const railGroups: readonly Group[] = [
  { id: 'today', icon: 'today', href: '/', label: (t) => t('rail.today'), letter: 'D', entries: [] },
  {
    id: 'animals',
    icon: 'animals',
    href: '/animals',
    label: (t) => t('rail.animals'),
    entries: [
      { id: 'register', href: '/animals', label: (t) => t('rail.register'), permission: 'animals.read', letter: 'A' },
      {
        id: 'pedigree',
        href: '/animals/pedigree',
        label: (t) => t('rail.pedigree'),
        permission: 'animals.read',
        letter: 'P',
      },
      {
        id: 'animalDuplicates',
        href: '/animals/duplicates',
        label: (t) => t('rail.duplicates'),
        permission: 'animals.read',
      },
      { id: 'animalImports', href: '/animals/imports', label: (t) => t('rail.imports'), permission: 'animals.import' },
    ],
  },
  {
    id: 'customers',
    icon: 'customers',
    href: '/customers',
    label: (t) => t('rail.customers'),
    entries: [
      {
        id: 'customerList',
        href: '/customers',
        label: (t) => t('rail.customerList'),
        permission: 'customers.read',
        letter: 'C',
      },
      {
        id: 'followUps',
        href: '/customers/follow-ups',
        label: (t) => t('rail.followUps'),
        permission: 'customers.read',
        letter: 'K',
      },
      {
        id: 'duplicates',
        href: '/customers/duplicates',
        label: (t) => t('rail.duplicates'),
        permission: 'customers.read',
      },
      {
        id: 'archivedCustomers',
        href: '/customers/archived',
        label: (t) => t('rail.archivedCustomers'),
        permission: 'customers.read',
      },
    ],
  },
  {
    id: 'quality',
    icon: 'quality',
    href: '/quality/audit',
    label: (t) => t('rail.quality'),
    entries: [
      { id: 'audit', href: '/quality/audit', label: (t) => t('rail.audit'), permission: 'quality.audit', letter: 'Q' },
    ],
  },
  {
    id: 'system',
    icon: 'system',
    href: '/system/sync',
    label: (t) => t('rail.system'),
    entries: [
      { id: 'sync', href: '/system/sync', label: (t) => t('rail.sync'), letter: 'Y' },
      { id: 'devices', href: '/system/devices', label: (t) => t('rail.devices'), letter: 'V' },
      { id: 'users', href: '/system/users', label: (t) => t('rail.users'), permission: 'people.read', letter: 'U' },
      { id: 'sites', href: '/system/sites', label: (t) => t('rail.sites'), permission: 'sites.read', letter: 'L' },
      {
        id: 'backup',
        href: '/system/backup',
        label: (t) => t('rail.backup'),
        permission: 'system.backup',
        letter: 'B',
      },
      { id: 'settings', href: '/system/settings', label: (t) => t('rail.settings'), permission: 'system.settings' },
      { id: 'about', href: '/system/about', label: (t) => t('rail.about') },
    ],
  },
]

/** A screen one may go to, as the palette and the letters after `G` know it. */
export interface Place {
  readonly id: string
  readonly label: string
  readonly href: string
  readonly icon: IconName
  readonly letter: string | undefined
}

type May = (permission: string) => boolean

function allowed(entry: Entry, may: May): boolean {
  return entry.permission === undefined || may(entry.permission)
}

/** Gives the rail for this person. */
export function railFor(t: TFunction<'app'>, may: May): RailGroup[] {
  return railGroups.flatMap((group) => {
    const items = group.entries
      .filter((entry) => allowed(entry, may))
      .map(({ id, href, label }) => ({ id, href, label: label(t) }))
    if (!allowed(group, may) || (group.entries.length > 0 && items.length === 0)) return []
    return [{ id: group.id, icon: group.icon, label: group.label(t), href: items[0]?.href ?? group.href, items }]
  })
}

/** Gives every screen of the rail this person may open. */
export function placesFor(t: TFunction<'app'>, may: May): Place[] {
  const places = railGroups.flatMap((group) => {
    const entries = group.entries.length === 0 ? [group] : group.entries
    return entries
      .filter((entry) => allowed(group, may) && allowed(entry, may))
      .map(({ id, href, label, letter }) => ({
        id,
        href,
        label: label(t),
        icon: group.icon,
        letter,
        group: group.label(t),
      }))
  })
  // Two groups may have an entry of the same name.
  const named = Map.groupBy(places, (place) => place.label)
  return places.map(({ group, ...place }) =>
    (named.get(place.label)?.length ?? 0) > 1 ? { ...place, label: `${group}: ${place.label}` } : place,
  )
}
