import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../lib/api/services.tsx'
import { todayHere } from '../../lib/list/where-from-filter.ts'
import { recordsQuery } from '../../lib/live/live-queries.ts'
import { useCommits } from '../../lib/live/use-live-queries.ts'
import { useMay } from '../../lib/session/session.tsx'
import { useMinute } from '../../lib/time/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { formatDate, formatRelative, formatTime } from '../../ui/format-values.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { Band, BandRow, BandRows } from './band.tsx'

/** How the exchange with HQ stands, and what is connected here. */
export function SyncBand(): ReactElement {
  const { t } = useTranslation('today')
  const { lang } = useLook()
  const api = useApi()
  const may = useMay()
  const now = useMinute()
  const status = useQuery(
    recordsQuery({ entity: 'changeset', rest: ['sync'], read: (signal) => api.sync.status(undefined, { signal }) }),
  )
  const { data, refetch } = status
  useCommits(() => void refetch({ cancelRefetch: false }))
  const isHq = data?.connection === 'is_hq'
  const oldest = data?.pending.oldestAt ?? null
  const sentence = () => {
    if (data === undefined) return ''
    if (isHq) return t('sync.hqDetail')
    if (oldest === null || data.pending.count === 0) return t('sync.none')
    return t('sync.some', { count: data.pending.count, age: formatRelative(lang, oldest, now.getTime()) })
  }
  return (
    <Band title={t('sync.title')}>
      <BandRows>
        {data !== undefined && (
          <BandRow
            lead={isHq || oldest === null ? '' : <Since at={oldest} />}
            meaning="none"
            icon={isHq ? 'cloud' : 'cloud-off'}
            title={isHq ? t('sync.hq') : t('sync.bench')}
            detail={sentence()}
            action={
              <Button small href="/system/sync">
                {t('sync.openCentre')}
              </Button>
            }
          />
        )}
        <BandRow
          lead=""
          meaning="none"
          icon="device"
          title={t('sync.devices')}
          detail={t('sync.devicesDetail')}
          action={
            <Button small href="/system/devices">
              {t('sync.openDevices')}
            </Button>
          }
        />
        {may('system.backup') && !isHq && <BackupRow />}
      </BandRows>
    </Band>
  )
}

function BackupRow(): ReactElement | null {
  const { t } = useTranslation('today')
  const api = useApi()
  const { data } = useQuery(
    recordsQuery({ entity: 'backup', read: (signal) => api.system.backups(undefined, { signal }) }),
  )
  if (data === undefined || !data.available) return null
  const action = (
    <Button small href="/system/backup">
      {t('sync.openBackup')}
    </Button>
  )
  const [last] = data.items
  if (data.restoreWaiting) return <BandRow lead="" meaning="warn" title={t('sync.restoreWaiting')} action={action} />
  if (last === undefined)
    return (
      <BandRow
        lead=""
        meaning="warn"
        icon="database"
        title={t('sync.noBackup')}
        detail={t('sync.noBackupDetail')}
        action={action}
      />
    )
  return (
    <BandRow
      lead={<Since at={last.takenAt} />}
      meaning="none"
      icon="database"
      title={t('sync.backup')}
      detail={<RelativeTime at={last.takenAt} />}
      action={action}
    />
  )
}

/** The time of today, the date of any other day. */
function Since({ at }: { at: string }): ReactElement {
  const { lang } = useLook()
  const day = todayHere(new Date(at))
  const isToday = day === todayHere()
  return (
    <time dateTime={at}>
      {isToday ? (
        <bdi dir="ltr">{formatTime(lang, at)}</bdi>
      ) : (
        formatDate(lang, day, { day: 'numeric', month: 'short' })
      )}
    </time>
  )
}
