import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../lib/api/api-error.ts'
import { saveFile } from '../../../lib/api/save-file.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useCommand } from '../../../lib/api/use-command.ts'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { Button } from '../../../ui/button.tsx'
import { formatNumber } from '../../../ui/format-values.ts'
import { Section } from '../../../ui/inspector.tsx'
import { useLook } from '../../../ui/theme/look.ts'
import { type Analysis, type ImportList, importApi, type Preview } from './import-target.ts'
import styles from './import-wizard.module.css'

interface ImportIssuesProps {
  readonly list: ImportList
  readonly issues: Preview['issues']
  readonly total: number
  readonly rejectedFile: string | null
  readonly fields?: Analysis['fields']
}

/** Rows that are refused and why, by line of the file; all of them with their reasons as a file to correct. */
export function ImportIssues({ list, issues, total, rejectedFile, fields = [] }: ImportIssuesProps): ReactElement {
  const { t } = useTranslation('imports')
  const { lang } = useLook()
  const api = importApi(useApi(), list)
  const words = useWords()
  const save = useCommand(async (_client, name: string) =>
    saveFile(`${name}.csv`, await api.rejected({ rejectedFile: name })),
  )
  const labelOf = (key: string | null) => {
    const labels = fields.find((field) => field.key === key)?.labels
    return labels === undefined ? (key ?? '') : lang === 'ar' ? labels.ar : labels.en
  }
  return (
    <Section
      title={t('issues.title')}
      detail={
        total > issues.length
          ? t('issues.firstOf', { shown: formatNumber(lang, issues.length), total: formatNumber(lang, total) })
          : formatNumber(lang, total)
      }
      action={
        rejectedFile !== null && (
          <Button small icon="download" busy={save.busy} onClick={() => void save.run(rejectedFile)}>
            {t('issues.save')}
          </Button>
        )
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <section className={styles.scroll} aria-label={t('issues.title')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th className={styles.number}>{t('issues.line')}</th>
              <th>{t('mapping.column')}</th>
              <th>{t('issues.value')}</th>
              <th>{t('issues.why')}</th>
            </tr>
          </thead>
          <tbody>
            {issues.map((issue, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row may have several reasons of one kind
              <tr key={at}>
                <td className={styles.number}>{formatNumber(lang, issue.line)}</td>
                <td>
                  <bdi>{issue.column ?? labelOf(issue.field)}</bdi>
                </td>
                <td>
                  <bdi>{issue.value}</bdi>
                </td>
                <td>{words.error(new ApiError(issue.code, issue.data))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}
