import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../lib/api/services.tsx'
import { useCommand } from '../../../lib/api/use-command.ts'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { recordQuery } from '../../../lib/live/live-queries.ts'
import { useSession, useUser } from '../../../lib/session/session.tsx'
import { Button } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Mono } from '../../../ui/mono.tsx'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Tag } from '../../../ui/status.tsx'
import styles from './profile.module.css'

/** Where the person is signed in, and signing out there. */
export function OwnSessions(): ReactElement {
  const { t } = useTranslation('people')
  const words = useWords()
  const api = useApi()
  const { id } = useUser()
  const { signOut } = useSession()
  // Sessions are no records; signing in and out leaves events, which tell that they changed.
  const found = useQuery(
    recordQuery({
      entity: 'user',
      id,
      rest: ['sessions'],
      also: ['signInEvent'],
      read: (signal) => api.auth.sessions(undefined, { signal }),
    }),
  )
  const end = useCommand((client, sessionId: string) => client.auth.endSession({ id: sessionId }))
  const endAll = useCommand((client, _: undefined) => client.auth.logoutEverywhere())
  if (found.isError) return <ErrorState {...words.errorState(found.error)} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Skeleton lines={3} />
  return (
    <>
      <ul className={styles.list}>
        {found.data.items.map((session) => (
          <li key={session.id}>
            <span className={styles.grow}>
              {t(`methods.${session.method}`)} {session.origin !== null && <Mono>{session.origin}</Mono>}
            </span>
            <span className={styles.dim}>
              {t('profile.lastUsed')} <RelativeTime at={session.lastUsedAt} />
            </span>
            {session.current ? (
              <Tag>{t('profile.thisOne')}</Tag>
            ) : (
              <Button small busy={end.busy} onClick={() => void end.run(session.id)}>
                {t('profile.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button
          icon="logout"
          busy={endAll.busy}
          onClick={() => {
            void endAll.run(undefined).then((answer) => answer !== undefined && signOut())
          }}
        >
          {t('profile.signOutEverywhere')}
        </Button>
      </div>
    </>
  )
}
