import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../../core/areas/people/people.model.ts'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { useRoleText } from '../../../lib/people/role-text.ts'
import { useSite } from '../../../lib/session/site-choice.tsx'
import { useSiteName } from '../../../lib/session/use-site-name.ts'
import type { GridColumn } from '../../../ui/data-grid/grid-column.ts'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { Status } from '../../../ui/status.tsx'
import { useAccountState } from './account-state.ts'

/** Columns of the list of users. */
export function useUserColumns(): GridColumn<Person>[] {
  const { t, i18n } = useTranslation('people')
  const words = useWords()
  const roleText = useRoleText()
  const accountState = useAccountState()
  const { sites } = useSite()
  const siteName = useSiteName()
  const { language } = i18n
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language stands for all texts
  return useMemo(() => {
    const field = (name: string) => words.field('user', name)
    const siteNames = (person: Person) => {
      if (person.roles.some((role) => role.siteId === null)) return t('users.everySite')
      const held = new Set(person.roles.map((role) => role.siteId))
      return sites
        .filter((site) => held.has(site.id))
        .map(siteName)
        .join(', ')
    }
    return [
      {
        id: 'displayName',
        header: field('displayName'),
        kind: 'text',
        width: 200,
        pinned: true,
        sortable: true,
        value: (person) => person.displayName,
      },
      {
        id: 'username',
        header: field('username'),
        kind: 'mono',
        width: 150,
        sortable: true,
        value: (person) => person.username,
      },
      {
        id: 'roles',
        header: field('roles'),
        kind: 'text',
        width: 200,
        grow: true,
        value: (person) => roleText(person.roles),
      },
      { id: 'site', header: words.field('any', 'siteId'), kind: 'text', width: 160, value: siteNames },
      {
        id: 'position',
        header: field('position'),
        kind: 'text',
        width: 140,
        sortable: true,
        hidden: true,
        value: (person) => person.position ?? '',
      },
      {
        id: 'department',
        header: field('department'),
        kind: 'text',
        width: 140,
        sortable: true,
        hidden: true,
        value: (person) => person.department ?? '',
      },
      {
        id: 'email',
        header: field('email'),
        kind: 'text',
        width: 200,
        hidden: true,
        value: (person) => person.email ?? '',
      },
      {
        id: 'phone',
        header: field('phone'),
        kind: 'mono',
        width: 140,
        hidden: true,
        value: (person) => person.phone ?? '',
      },
      {
        id: 'lastSignInAt',
        header: field('lastSignInAt'),
        kind: 'text',
        width: 130,
        value: (person) => person.lastSignInAt ?? '',
        cell: (person) => (person.lastSignInAt === null ? t('users.never') : <RelativeTime at={person.lastSignInAt} />),
      },
      {
        id: 'status',
        header: field('status'),
        kind: 'status',
        width: 110,
        value: (person) => accountState(person).word,
        cell: (person) => <Status {...accountState(person)} />,
      },
    ]
  }, [language, sites])
}
