import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../../core/areas/quality/quality.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { recordsQuery } from '../../lib/live/live-queries.ts'
import { PersonName } from '../../lib/people/person-names.tsx'
import { Button } from '../../ui/button.tsx'
import { formatTime } from '../../ui/format-values.ts'
import { useLook } from '../../ui/theme/look.ts'
import { Band, BandRow, BandRows } from './band.tsx'

const dayMs = 86_400_000
const most = 50

/** People who asked for a one-time code within a day and were not given one. Absent while there is none. */
export function PeopleBand(): ReactElement | null {
  const { t } = useTranslation('today')
  const { lang } = useLook()
  const api = useApi()
  const asked = useQuery(
    recordsQuery({
      entity: 'signInEvent',
      rest: ['reset-requests'],
      read: async (signal) => {
        const from = new Date(Date.now() - dayMs).toISOString()
        const [requests, issued] = await Promise.all([
          api.quality.audit({ action: 'people.forgotPassword', from, limit: most }, { signal }),
          api.quality.audit({ action: 'users.issueResetCode', from, limit: most }, { signal }),
        ])
        return openRequests(requests.items, issued.items)
      },
    }),
  )
  const open = asked.data ?? []
  if (open.length === 0) return null
  return (
    <Band title={t('people.title')} detail={t('people.detail', { count: open.length })}>
      <BandRows>
        {open.map((request) => (
          <BandRow
            key={request.userId}
            lead={<bdi dir="ltr">{formatTime(lang, request.at)}</bdi>}
            meaning="warn"
            icon="key"
            title={<PersonName id={request.userId} />}
            detail={t('people.asks')}
            action={
              <Button small href={`/system/users/${request.userId}`}>
                {t('people.issue')}
              </Button>
            }
          />
        ))}
      </BandRows>
    </Band>
  )
}

interface Request {
  readonly userId: string
  readonly at: string
}

/** The newest request per person that no code followed. Requests for names nobody has are left to the audit trail. */
function openRequests(requests: readonly AuditEntry[], issued: readonly AuditEntry[]): Request[] {
  const codeAt = new Map<string, string>()
  for (const { userId, at } of eventsOf(issued)) if ((codeAt.get(userId) ?? '') < at) codeAt.set(userId, at)
  const newest = new Map<string, Request>()
  for (const request of eventsOf(requests)) {
    const served = (codeAt.get(request.userId) ?? '') > request.at
    if (!served && !newest.has(request.userId)) newest.set(request.userId, request)
  }
  return [...newest.values()]
}

function eventsOf(entries: readonly AuditEntry[]): Request[] {
  return entries.flatMap((entry) =>
    entry.ops.flatMap((op) => {
      const userId = op.entity === 'signInEvent' ? op.set?.userId : undefined
      return typeof userId === 'string' ? [{ userId, at: entry.at }] : []
    }),
  )
}
