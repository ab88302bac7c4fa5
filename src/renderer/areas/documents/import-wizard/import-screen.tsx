import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSite } from '../../../lib/session/site-choice.tsx'
import { Button } from '../../../ui/button.tsx'
import { Screen } from '../../../ui/frame/screen.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { FileStep } from './file-step.tsx'
import { type Analysis, draftOf, type ImportDraft, type ImportList, type RunAnswer } from './import-target.ts'
import styles from './import-wizard.module.css'
import { MappingStep } from './mapping-step.tsx'
import { PreviewStep } from './preview-step.tsx'
import { ReportStep } from './report-step.tsx'

const steps = ['file', 'mapping', 'preview', 'report'] as const
type Step = (typeof steps)[number]

/** The way of a file into a list: file, columns, check, report. Nothing is written before the third step ends. */
export function ImportScreen({ list }: { list: ImportList }): ReactElement {
  const { t } = useTranslation('imports')
  const { siteForNew } = useSite()
  const [step, setStep] = useState<Step>('file')
  const [draft, setDraft] = useState<ImportDraft | null>(null)
  const [answer, setAnswer] = useState<RunAnswer | null>(null)

  function begin(file: string, fileName: string, analysis: Analysis): void {
    setDraft(draftOf(file, fileName, analysis, siteForNew, list))
    setStep('mapping')
  }
  return (
    <Screen
      header={
        <PageHeader
          title={t(`title.${list}`)}
          path={[{ label: t(`list.${list}`), href: `/${list}` }]}
          actions={
            <Button icon="history" href={`/${list}/imports`}>
              {t('earlier')}
            </Button>
          }
          {...(draft === null ? {} : { detail: <bdi>{draft.fileName}</bdi> })}
        />
      }
    >
      <ol className={styles.steps} aria-label={t('steps.label')}>
        {steps.map((name, at) => (
          <li
            key={name}
            aria-current={name === step ? 'step' : undefined}
            data-done={at < steps.indexOf(step) || undefined}
          >
            <span className={styles.stepNumber}>{at + 1}</span>
            {t(`steps.${name}`)}
          </li>
        ))}
      </ol>
      {step === 'file' && <FileStep list={list} onReady={begin} />}
      {step === 'mapping' && draft !== null && (
        <MappingStep
          list={list}
          draft={draft}
          onChange={setDraft}
          onBack={() => setStep('file')}
          onNext={() => setStep('preview')}
        />
      )}
      {step === 'preview' && draft !== null && (
        <PreviewStep
          list={list}
          draft={draft}
          onBack={() => setStep('mapping')}
          onDone={(done) => {
            setAnswer(done)
            setStep('report')
          }}
        />
      )}
      {step === 'report' && answer !== null && (
        <ReportStep
          list={list}
          answer={answer}
          onAnother={() => {
            setDraft(null)
            setAnswer(null)
            setStep('file')
          }}
        />
      )}
    </Screen>
  )
}

/** `/animals/import` */
export function AnimalsImportScreen(): ReactElement {
  return <ImportScreen list="animals" />
}

/** `/customers/import` */
export function CustomersImportScreen(): ReactElement {
  return <ImportScreen list="customers" />
}
