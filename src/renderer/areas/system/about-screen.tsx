/** What runs here, and the file for whoever helps from afar. */
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiClient } from '../../lib/api/api-client.ts'
import { saveFile } from '../../lib/api/save-file.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useCommand } from '../../lib/api/use-command.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { recordsQuery } from '../../lib/live/live-queries.ts'
import { useMay } from '../../lib/session/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { IdChip } from '../../ui/id-chip.tsx'
import { Facts } from '../../ui/inspector.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { DateTimeText, RelativeTime } from '../../ui/relative-time.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './system.module.css'

type Info = Awaited<ReturnType<ApiClient['system']['info']>>

export function AboutScreen(): ReactElement {
  const { t } = useTranslation('system')
  const words = useWords()
  const api = useApi()
  const may = useMay()
  const info = useQuery(
    recordsQuery({ entity: 'nodeSetting', rest: ['info'], read: (signal) => api.system.info(undefined, { signal }) }),
  )
  return (
    <Screen header={<PageHeader title={t('about.title')} detail={t('about.product')} />} width="read">
      <div className={styles.page}>
        {info.isPending && <Skeleton lines={6} />}
        {info.isError && <ErrorState {...words.errorState(info.error)} onRetry={() => void info.refetch()} />}
        {info.data !== undefined && <Machine info={info.data} />}
        {info.data !== undefined && may('system.diagnose') && <Help device={info.data.device} />}
      </div>
    </Screen>
  )
}

function Machine({ info }: { info: Info }): ReactElement {
  const { t } = useTranslation('system')
  return (
    <Card title={t('about.machine')}>
      <Facts
        labelWidth={170}
        items={[
          { label: t('about.version'), value: <bdi dir="ltr">{info.version}</bdi> },
          { label: t('about.kind'), value: t(`about.kinds.${info.nodeKind}`) },
          {
            label: t('about.benchName'),
            value:
              info.benchName === '' ? (
                <span className={styles.dim}>{t('about.unnamed')}</span>
              ) : (
                <bdi>{info.benchName}</bdi>
              ),
          },
          { label: t('about.engine'), value: t(`about.engines.${info.engine}`) },
          { label: t('about.schema'), value: <bdi dir="ltr">{info.schemaVersion}</bdi> },
          { label: t('about.device'), value: <IdChip id={info.device} /> },
          {
            label: t('about.started'),
            value: (
              <>
                <DateTimeText at={info.startedAt} />
                <span className={styles.dim}>
                  <RelativeTime at={info.startedAt} />
                </span>
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}

function Help({ device }: { device: string }): ReactElement {
  const { t } = useTranslation('system')
  const download = useCommand(async (api, _input: undefined) => {
    const facts = await api.system.diagnostics()
    const day = new Date().toISOString().slice(0, 10)
    saveFile(
      `reprotech-diagnostics-${device.slice(0, 8)}-${day}.json`,
      new Blob([JSON.stringify(facts, null, 2)], { type: 'application/json' }),
    )
    return true
  })
  return (
    <Card title={t('about.help')}>
      <p className={styles.helpText}>{t('about.helpDetail')}</p>
      <Button icon="download" busy={download.busy} onClick={() => void download.run(undefined)}>
        {t('about.download')}
      </Button>
    </Card>
  )
}
