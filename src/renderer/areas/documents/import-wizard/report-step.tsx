import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportBatch } from '../../../../core/areas/documents/import.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useCommand } from '../../../lib/api/use-command.ts'
import { Button } from '../../../ui/button.tsx'
import { useConfirm } from '../../../ui/confirm-dialog.tsx'
import { formatNumber } from '../../../ui/format-values.ts'
import { Note } from '../../../ui/note.tsx'
import { useLook } from '../../../ui/theme/look.ts'
import { ImportIssues } from './import-issues.tsx'
import { type ImportList, importApi, type RunAnswer } from './import-target.ts'
import styles from './import-wizard.module.css'

interface ReportStepProps {
  readonly list: ImportList
  readonly answer: RunAnswer
  onAnother(): void
}

/** What was imported, what was not and why. */
export function ReportStep({ list, answer, onAnother }: ReportStepProps): ReactElement {
  const { t } = useTranslation('imports')
  const { batch } = answer
  return (
    <>
      <Note meaning="ok" title={t('report.title')}>
        {t('report.done', { count: batch.createdCount + batch.updatedCount })}
      </Note>
      <BatchCounts batch={batch} />
      {answer.issues.length > 0 && (
        <ImportIssues
          list={list}
          issues={answer.issues}
          total={answer.issues.length}
          rejectedFile={answer.rejectedFile}
        />
      )}
      <div className={styles.actions}>
        <UndoImport list={list} batch={batch} onUndone={onAnother} />
        <Button onClick={onAnother}>{t('report.another')}</Button>
        <Button kind="main" href={`/${list}`}>
          {t(`report.open.${list}`)}
        </Button>
      </div>
    </>
  )
}

/** The figures of an import. */
export function BatchCounts({ batch }: { batch: ImportBatch }): ReactElement {
  const { t } = useTranslation('imports')
  const { lang } = useLook()
  const counts = {
    create: batch.createdCount,
    update: batch.updatedCount,
    skip: batch.skippedCount,
    reject: batch.rejectedCount,
    added: batch.addedCount,
  } as const
  return (
    <dl className={styles.counts}>
      {(['create', 'update', 'skip', 'reject', 'added'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`done.${name}`)}</dt>
          <dd>{formatNumber(lang, counts[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Takes a whole import back; the node refuses when its records were used meanwhile. */
export function UndoImport({
  list,
  batch,
  small = false,
  onUndone,
}: {
  list: ImportList
  batch: ImportBatch
  small?: boolean
  onUndone?: () => void
}): ReactElement | null {
  const { t } = useTranslation('imports')
  const api = importApi(useApi(), list)
  const confirm = useConfirm()
  const undo = useCommand((_client, id: string) => api.undo({ id }))
  if (batch.undoneAt !== null) return null
  return (
    <Button
      icon="undo"
      small={small}
      busy={undo.busy}
      onClick={() => {
        void confirm({
          title: t('undo.title', { name: batch.fileName }),
          text: t('undo.text'),
          confirmLabel: t('undo.run'),
          tone: 'critical',
        }).then(async (yes) => {
          if (yes && (await undo.run(batch.id)) !== undefined) onUndone?.()
        })
      }}
    >
      {t('undo.run')}
    </Button>
  )
}
