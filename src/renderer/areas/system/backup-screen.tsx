/** Backups of this bench: take, check, go back to one. */
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../lib/api/services.tsx'
import { useCommand } from '../../lib/api/use-command.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { recordsQuery } from '../../lib/live/live-queries.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useToast } from '../../ui/toast.tsx'
import { BackupTable } from './backup-table.tsx'
import styles from './system.module.css'

export function BackupScreen(): ReactElement {
  const { t } = useTranslation('system')
  const words = useWords()
  const api = useApi()
  const toast = useToast()
  const backups = useQuery(
    recordsQuery({ entity: 'backup', read: (signal) => api.system.backups(undefined, { signal }) }),
  )
  const { data, refetch } = backups
  const take = useCommand((client, _input: undefined) => client.system.takeBackup())
  async function takeNow(): Promise<void> {
    if ((await take.run(undefined)) === undefined) return
    toast({ text: t('backup.taken'), meaning: 'ok' })
    await refetch()
  }
  const takeButton = (
    <Button kind="main" icon="database" busy={take.busy} onClick={() => void takeNow()}>
      {t('backup.take')}
    </Button>
  )
  return (
    <Screen
      header={
        <PageHeader
          title={t('backup.title')}
          {...(data?.available === false ? {} : { detail: t('backup.detail') })}
          {...(data?.available === true ? { actions: takeButton } : {})}
        />
      }
    >
      <div className={styles.page}>
        {backups.isPending && <Skeleton lines={5} />}
        {backups.isError && <ErrorState {...words.errorState(backups.error)} onRetry={() => void refetch()} />}
        {data?.available === false && (
          <EmptyState icon="database" title={t('backup.hqTitle')} detail={t('backup.hqDetail')} />
        )}
        {data?.restoreWaiting === true && (
          <Note meaning="warn" title={t('backup.waiting')} role="status">
            {t('backup.waitingDetail')}
          </Note>
        )}
        {data?.available === true &&
          (data.items.length === 0 ? (
            <EmptyState icon="database" title={t('backup.none')} detail={t('backup.noneDetail')} />
          ) : (
            <BackupTable items={data.items} onChanged={() => void refetch()} />
          ))}
      </div>
    </Screen>
  )
}
