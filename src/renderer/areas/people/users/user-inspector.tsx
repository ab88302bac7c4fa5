import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../lib/api/services.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { recordQuery } from '../../../lib/live/live-queries.ts'
import { useMay } from '../../../lib/session/session.tsx'
import { useSite } from '../../../lib/session/site-choice.tsx'
import { useSiteName } from '../../../lib/session/use-site-name.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Facts, Inspector, Rows, Section } from '../../../ui/inspector.tsx'
import { Mono } from '../../../ui/mono.tsx'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { useAccountState } from './account-state.ts'
import styles from './users.module.css'

/** A user beside the list: account, contact, roles. */
export function UserInspector({
  id,
  onClose,
  onOpen,
}: {
  id: string
  onClose: () => void
  onOpen: () => void
}): ReactElement {
  const { t } = useTranslation('people')
  const words = useWords()
  const api = useApi()
  const may = useMay()
  const accountState = useAccountState()
  const { sites } = useSite()
  const found = useQuery(recordQuery({ entity: 'user', id, read: (signal) => api.users.get({ id }, { signal }) }))
  const person = found.data
  const nameOf = useSiteName()
  const siteName = (siteId: string | null) => {
    if (siteId === null) return t('users.everySite')
    const site = sites.find((candidate) => candidate.id === siteId)
    return site === undefined ? siteId.slice(-12) : nameOf(site)
  }
  const facts =
    person === undefined
      ? []
      : [
          { label: words.field('user', 'position'), value: person.position },
          { label: words.field('user', 'department'), value: person.department },
          {
            label: words.field('user', 'email'),
            value: person.email === null ? null : <bdi dir="ltr">{person.email}</bdi>,
          },
          { label: words.field('user', 'phone'), value: person.phone === null ? null : <Mono>{person.phone}</Mono> },
          {
            label: words.field('user', 'lastSignInAt'),
            value: person.lastSignInAt === null ? t('users.never') : <RelativeTime at={person.lastSignInAt} />,
          },
        ].filter((fact) => fact.value !== null)
  return (
    <Inspector
      title={person?.displayName ?? ''}
      subtitle={person === undefined ? undefined : <Mono>{person.username}</Mono>}
      onClose={onClose}
      onOpen={onOpen}
      marks={person === undefined ? undefined : <StatusBadge {...accountState(person)} />}
      footer={
        may('people.write') ? (
          <Button icon="edit" keys="E" onClick={onOpen}>
            {t('users.open')}
          </Button>
        ) : undefined
      }
    >
      {found.isError && <ErrorState {...words.errorState(found.error)} onRetry={() => void found.refetch()} />}
      {person === undefined && !found.isError && <Skeleton lines={6} />}
      {person !== undefined && (
        <>
          <Facts items={facts} />
          <Section title={words.field('user', 'roles')}>
            <Rows>
              {person.roles.map((role) => (
                <li key={role.id} className={styles.role}>
                  <span>{t(`roles.${role.role}`)}</span>
                  <span className={styles.dim}>{siteName(role.siteId)}</span>
                </li>
              ))}
            </Rows>
          </Section>
        </>
      )}
    </Inspector>
  )
}
