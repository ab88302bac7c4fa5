import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isAbort } from '../../../lib/api/api-error.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import { formatNumber } from '../../../ui/format-values.ts'
import { Section } from '../../../ui/inspector.tsx'
import { Note } from '../../../ui/note.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { useLook } from '../../../ui/theme/look.ts'
import { ImportIssues } from './import-issues.tsx'
import { type ImportDraft, type ImportList, importApi, jobOf, type Preview, type RunAnswer } from './import-target.ts'
import styles from './import-wizard.module.css'
import { PreviewRows } from './preview-rows.tsx'

interface PreviewStepProps {
  readonly list: ImportList
  readonly draft: ImportDraft
  onBack(): void
  onDone(answer: RunAnswer): void
}

/** How often the node is asked how far it is. Work of this kind has no commits to listen to. */
const askMs = 500

/** What the import would do, row by row where it refuses; then doing it. */
export function PreviewStep({ list, draft, onBack, onDone }: PreviewStepProps): ReactElement {
  const { t } = useTranslation('imports')
  const { lang } = useLook()
  const api = importApi(useApi(), list)
  const words = useWords()
  const [running, setRunning] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const ending = useRef<AbortController>(undefined)
  useEffect(() => () => ending.current?.abort(), [])
  const job = jobOf(draft)
  const preview = useQuery({
    queryKey: ['import', 'preview', list, job],
    // What it says depends on the database of this moment: never from memory.
    gcTime: 0,
    staleTime: 0,
    retry: false,
    queryFn: ({ signal }) => api.preview({ ...job, rows: 50, issues: 500 }, { signal }),
  })
  const { data } = preview

  async function run(seen: Preview): Promise<void> {
    const controller = new AbortController()
    ending.current = controller
    setFailure(null)
    setRunning(true)
    try {
      onDone(
        await api.run(
          { ...job, rejectedSeen: seen.counts.reject },
          { signal: controller.signal, context: { quiet: true } },
        ),
      )
    } catch (error) {
      if (!isAbort(error)) setFailure(error)
    } finally {
      setRunning(false)
    }
  }
  const writes = data === undefined ? 0 : data.counts.create + data.counts.update
  return (
    <>
      {preview.isFetching && <WorkProgress list={list} file={draft.file} label={t('preview.checking')} />}
      {running && <WorkProgress list={list} file={draft.file} label={t('preview.writing')} />}
      {preview.isError && <Note meaning="critical">{words.error(preview.error)}</Note>}
      {failure !== null && (
        <Note meaning="critical" role="alert">
          {words.error(failure)}
        </Note>
      )}
      {data !== undefined && (
        <>
          <dl className={styles.counts}>
            {(['rows', 'create', 'update', 'skip', 'reject', 'added'] as const).map((name) => (
              <div key={name} data-alert={(name === 'reject' && data.counts.reject > 0) || undefined}>
                <dt>{t(`counts.${name}`)}</dt>
                <dd>{formatNumber(lang, data.counts[name])}</dd>
              </div>
            ))}
          </dl>
          {data.issueCount > 0 && (
            <ImportIssues
              list={list}
              issues={data.issues}
              total={data.issueCount}
              rejectedFile={data.rejectedFile}
              fields={draft.analysis.fields}
            />
          )}
          {data.rows.length > 0 && (
            <Section title={t('preview.rows')} detail={t('preview.firstRows', { count: data.rows.length })}>
              <PreviewRows list={list} rows={data.rows} fields={draft.analysis.fields} />
            </Section>
          )}
        </>
      )}
      <div className={styles.actions}>
        <Button onClick={onBack} disabled={running}>
          {t('back')}
        </Button>
        {running && <Button onClick={() => ending.current?.abort()}>{t('cancel')}</Button>}
        {data !== undefined && (
          <Button
            kind="main"
            busy={running}
            disabled={writes === 0 || preview.isFetching}
            onClick={() => void run(data)}
          >
            {data.counts.reject > 0
              ? t('preview.runWithout', { count: writes, rejected: data.counts.reject })
              : t('preview.run', { count: writes })}
          </Button>
        )}
      </div>
    </>
  )
}

function WorkProgress({ list, file, label }: { list: ImportList; file: string; label: string }): ReactElement {
  const { t } = useTranslation('imports')
  const api = importApi(useApi(), list)
  const progress = useQuery({
    queryKey: ['import', 'progress', list, file],
    queryFn: ({ signal }) => api.progress({ file }, { signal }),
    refetchInterval: askMs,
    gcTime: 0,
    staleTime: 0,
  })
  const { data } = progress
  const part = data === undefined || data.total === 0 ? undefined : data.done / data.total
  return (
    <Progress value={part} label={data === undefined || data.stage === 'idle' ? label : t(`stages.${data.stage}`)} />
  )
}
