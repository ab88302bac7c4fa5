import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../lib/api/services.tsx'
import { RecordHistory } from '../../../lib/history/record-history.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { recordQuery } from '../../../lib/live/live-queries.ts'
import { useParam } from '../../../lib/route/use-go.ts'
import { useSearchState } from '../../../lib/route/use-search-state.ts'
import { useMay } from '../../../lib/session/session.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Screen } from '../../../ui/frame/screen.tsx'
import { IdChip } from '../../../ui/id-chip.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { TabPanel, Tabs } from '../../../ui/tabs.tsx'
import { AccountPart } from './account-part.tsx'
import { useAccountState } from './account-state.ts'
import { PersonPart } from './person-part.tsx'
import { RolesPart } from './roles-part.tsx'
import styles from './users.module.css'

const base = 'user'

/** One user: who they are, their account, their roles, and what happened to all of it. */
export function UserScreen(): ReactElement {
  const { t } = useTranslation('people')
  const id = useParam('id')
  const api = useApi()
  const words = useWords()
  const may = useMay()
  const accountState = useAccountState()
  const [tab = 'person', setTab] = useSearchState<string>('tab')
  const found = useQuery(recordQuery({ entity: 'user', id, read: (signal) => api.users.get({ id }, { signal }) }))
  if (found.isError) return <ErrorState {...words.errorState(found.error)} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Skeleton lines={8} />
  const person = found.data
  const tabs = [
    { id: 'person', label: t('user.tabs.person') },
    { id: 'roles', label: t('user.tabs.roles'), count: person.roles.length },
    ...(may('quality.audit') ? [{ id: 'history', label: t('user.tabs.history') }] : []),
  ]
  return (
    <Screen
      header={
        <PageHeader
          path={[{ label: t('users.title'), href: '/system/users' }]}
          title={person.displayName}
          marks={
            <>
              <IdChip id={person.username} />
              <StatusBadge {...accountState(person)} />
            </>
          }
        />
      }
      tabs={<Tabs label={t('user.tabsLabel')} tabs={tabs} value={tab} onChange={setTab} base={base} />}
    >
      <TabPanel base={base} id="person" value={tab}>
        <div className={styles.stack}>
          <PersonPart key={person.rev} person={person} />
          {may('people.write') && <AccountPart person={person} />}
        </div>
      </TabPanel>
      <TabPanel base={base} id="roles" value={tab}>
        <RolesPart key={person.roles.map((role) => role.id).join()} person={person} />
      </TabPanel>
      <TabPanel base={base} id="history" value={tab}>
        <RecordHistory entity="user" id={id} />
      </TabPanel>
    </Screen>
  )
}
