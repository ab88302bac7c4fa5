import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../lib/api/services.tsx'
import { recordsQuery } from '../../lib/live/live-queries.ts'
import { useCommits } from '../../lib/live/use-live-queries.ts'
import { useMay } from '../../lib/session/session.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { formatTime } from '../../ui/format-values.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { Band, BandRow } from './band.tsx'

/** How the exchange with HQ, the devices and the backups stand. */
export function SyncBand(): ReactElement {
  const { t } = useTranslation('today')
  const { lang } = useLook()
  const api = useApi()
  const may = useMay()
  const found = useQuery(recordsQuery({ entity: 'changeset', rest: ['sync'], read: (signal) => api.sync.status(undefined, { signal }) }))
  const { refetch } = found
  useCommits(() => void refetch({ cancelRefetch: false }))
  const status = found.data
  const hq = status?.connection === 'is_hq'
  const open = <Button href="/system/sync">{t('sync.open')}</Button>
  const waiting = status === undefined || status.pending.count === 0 ? t('sync.waitingNone') : t('sync.waiting', { count: status.pending.count })
  const oldest = status?.pending.oldestAt ?? null
  return (
    <Band title={t('sync.title')} detail={hq ? t('sync.detailHq') : t('sync.detail')}>
      {status !== undefined && (
        <BandRow
          time={hq || oldest === null ? undefined : formatTime(lang, oldest)}
          icon={hq ? 'cloud-check' : 'cloud-off'}
          title={hq ? t('sync.hq') : t('sync.offline')}
          detail={hq ? t('sync.hqDetail') : waiting}
          action={open}
        />
      )}
      <BandRow icon="device" title={t('sync.devices')} detail={t('sync.devicesDetail')} action={<LinkButton href="/system/devices">{t('sync.openDevices')}</LinkButton>} />
      {may('system.backup') && !hq && <BackupRow />}
    </Band>
  )
}

function BackupRow(): ReactElement | null {
  const { t } = useTranslation('today')
  const { lang } = useLook()
  const api = useApi()
  const found = useQuery(recordsQuery({ entity: 'backup', read: (signal) => api.system.backups(undefined, { signal }) }))
  if (found.data === undefined || !found.data.available) return null
  const action = <LinkButton href="/system/backup">{t('sync.openBackup')}</LinkButton>
  if (found.data.restoreWaiting) return <BandRow meaning="warn" title={t('sync.restoreWaiting')} action={action} />
  const [last] = found.data.items
  if (last === undefined) return <BandRow icon="database" title={t('sync.noBackup')} detail={t('sync.noBackupDetail')} action={action} />
  return <BandRow time={formatTime(lang, last.takenAt)} icon="database" title={t('sync.backup')} detail={<RelativeTime at={last.takenAt} />} action={action} />
}
