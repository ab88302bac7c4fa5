import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useLineState } from '../../lib/api/services.tsx'
import { recordsQuery } from '../../lib/live/live-queries.ts'
import { useLookChoice } from '../../lib/look/look-choice.tsx'
import { useSession } from '../../lib/session/session.tsx'
import { zoneOffset } from '../../lib/time/calendar-text.ts'
import { useMinute } from '../../lib/time/use-now.ts'
import { formatTime } from '../../ui/format-values.ts'
import { StripItem } from '../../ui/frame/status-strip.tsx'
import { Mono } from '../../ui/mono.tsx'
import { useSyncStatus } from './use-sync-status.ts'

function useInfo() {
  const api = useApi()
  return useQuery(
    recordsQuery({ entity: 'nodeSetting', rest: ['info'], read: (signal) => api.system.info(undefined, { signal }) }),
  ).data
}

/** Start of the strip: which bench this is. Devices will stand here once there are some. */
export function StripStart(): ReactElement {
  const { t } = useTranslation('app')
  const { nodeKind } = useSession()
  const info = useInfo()
  const line = useLineState()
  const kind = nodeKind === 'hq' ? t('strip.hq') : t('strip.bench')
  return (
    <>
      <StripItem>{info === undefined || info.benchName === '' ? kind : info.benchName}</StripItem>
      {info !== undefined && <StripItem>{<Mono>{info.device.slice(0, 8)}</Mono>}</StripItem>}
      {line === 'lost' && <StripItem meaning="warn">{t('strip.lost')}</StripItem>}
    </>
  )
}

/** End of the strip: what waits to be sent, and the time of this place. */
export function StripEnd(): ReactElement {
  const { t } = useTranslation('app')
  const { look } = useLookChoice()
  const now = useMinute()
  const waiting = useSyncStatus()?.pending.count ?? 0
  return (
    <>
      {waiting > 0 && <StripItem>{t('strip.waiting', { count: waiting })}</StripItem>}
      <StripItem>
        <bdi dir="ltr">
          {formatTime(look.lang, now.toISOString())} {zoneOffset(now)}
        </bdi>
      </StripItem>
    </>
  )
}
