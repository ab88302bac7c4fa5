/** How the exchange with HQ stands, as it is: what waits, since when, and that it is safe here. */
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiClient } from '../../lib/api/api-client.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { recordsQuery } from '../../lib/live/live-queries.ts'
import { useCommits } from '../../lib/live/use-live-queries.ts'
import { useMay } from '../../lib/session/session.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { formatNumber } from '../../ui/format-values.ts'
import { Screen, Split } from '../../ui/frame/screen.tsx'
import { Icon } from '../../ui/icon.tsx'
import { IdChip } from '../../ui/id-chip.tsx'
import { Facts } from '../../ui/inspector.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLook } from '../../ui/theme/look.ts'
import styles from './sync.module.css'

type Status = Awaited<ReturnType<ApiClient['sync']['status']>>

export function SyncScreen(): ReactElement {
  const { t } = useTranslation('sync')
  const words = useWords()
  const api = useApi()
  const status = useQuery(
    recordsQuery({ entity: 'changeset', rest: ['sync'], read: (signal) => api.sync.status(undefined, { signal }) }),
  )
  const { refetch } = status
  // Every commit adds to what waits.
  useCommits(() => void refetch({ cancelRefetch: false }))
  const { data } = status
  return (
    <Split
      start={
        <div className={styles.start}>
          <h1 className={styles.title}>{t('title')}</h1>
          {data !== undefined && <Connection status={data} />}
          {data !== undefined && <Waiting status={data} />}
        </div>
      }
    >
      <Screen>
        {status.isPending && <Skeleton lines={5} />}
        {status.isError && <ErrorState {...words.errorState(status.error)} onRetry={() => void refetch()} />}
        {data !== undefined && (
          <div className={styles.main}>
            <Here status={data} />
            <Card>
              <EmptyState
                icon="fork"
                title={t('decisions.title')}
                detail={data.connection === 'is_hq' ? t('decisions.hq') : t('decisions.bench')}
              />
            </Card>
          </div>
        )}
      </Screen>
    </Split>
  )
}

function Connection({ status }: { status: Status }): ReactElement {
  const { t } = useTranslation('sync')
  const isHq = status.connection === 'is_hq'
  const { count } = status.pending
  return (
    <section className={styles.connection}>
      <h2 className={styles.connectionTitle}>
        <Icon name={isHq ? 'cloud' : 'cloud-off'} size={16} />
        {isHq ? t('hq.title') : t('bench.title')}
      </h2>
      <p className={styles.dim}>{isHq ? t('hq.detail') : count === 0 ? t('bench.none') : t('bench.some', { count })}</p>
    </section>
  )
}

/** What waits, by what was done; whoever reads the audit trail may open each. */
function Waiting({ status }: { status: Status }): ReactElement | null {
  const { t } = useTranslation('sync')
  const { lang } = useLook()
  const words = useWords()
  const may = useMay()
  const { pending } = status
  if (status.connection === 'is_hq' && pending.count === 0) return null
  const linked = may('quality.audit')
  return (
    <section>
      <h2 className={styles.listHead}>
        {t('waiting.title')}
        <bdi dir="ltr">{formatNumber(lang, pending.count)}</bdi>
      </h2>
      {pending.count === 0 ? (
        <p className={styles.dim}>{t('waiting.none')}</p>
      ) : (
        <ul className={styles.list}>
          {pending.byAction.map(({ action, count }) => (
            <li key={action} className={styles.item}>
              {linked ? (
                <a
                  href={`/quality/audit?what=${encodeURIComponent(action)}`}
                  aria-label={t('waiting.open', { what: words.action(action) })}
                  className={styles.link}
                >
                  {words.action(action)}
                </a>
              ) : (
                <span>{words.action(action)}</span>
              )}
              <bdi dir="ltr" className={styles.count}>
                {formatNumber(lang, count)}
              </bdi>
            </li>
          ))}
        </ul>
      )}
      {pending.oldestAt !== null && (
        <p className={styles.oldest}>
          {t('waiting.oldest')} <RelativeTime at={pending.oldestAt} />
        </p>
      )}
    </section>
  )
}

function Here({ status }: { status: Status }): ReactElement {
  const { t } = useTranslation('sync')
  const { lang } = useLook()
  const may = useMay()
  return (
    <Card
      title={t('here.title')}
      {...(may('quality.audit')
        ? {
            actions: (
              <a href="/quality/audit" className={styles.link}>
                {t('waiting.seeAll')}
              </a>
            ),
          }
        : {})}
    >
      <Facts
        labelWidth={150}
        items={[
          {
            label: t('here.connection'),
            value: status.connection === 'is_hq' ? t('here.isHq') : t('here.notConnected'),
          },
          { label: t('here.ledger'), value: <bdi dir="ltr">{formatNumber(lang, status.ledgerCount)}</bdi> },
          ...(status.connection === 'is_hq'
            ? []
            : [{ label: t('here.waiting'), value: <bdi dir="ltr">{formatNumber(lang, status.pending.count)}</bdi> }]),
          { label: t('here.device'), value: <IdChip id={status.device.slice(0, 8)} value={status.device} /> },
        ]}
      />
      <p className={styles.dim}>{t('here.ledgerHint')}</p>
    </Card>
  )
}
