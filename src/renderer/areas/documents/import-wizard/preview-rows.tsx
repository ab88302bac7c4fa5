import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { formatNumber } from '../../../ui/format-values.ts'
import { type Meaning, Status } from '../../../ui/status.tsx'
import { useLook } from '../../../ui/theme/look.ts'
import type { Analysis, ImportList, Preview } from './import-target.ts'
import styles from './import-wizard.module.css'

type Row = Preview['rows'][number]

const meanings: Readonly<Record<Row['action'], Meaning>> = {
  create: 'ok',
  update: 'info',
  skip: 'none',
  reject: 'critical',
}
const entities: Readonly<Record<ImportList, string>> = { animals: 'animal', customers: 'customer' }

/** The first records as they would be. */
export function PreviewRows({
  list,
  rows,
  fields,
}: {
  list: ImportList
  rows: readonly Row[]
  fields: Analysis['fields']
}): ReactElement {
  const { t } = useTranslation('imports')
  const { lang } = useLook()
  const words = useWords()
  const shown = fields.filter((field) =>
    rows.some((row) => row.values[field.key] !== undefined && row.values[field.key] !== null),
  )
  const show = (key: string, value: unknown): string => {
    if (value === null || value === undefined) return ''
    if (typeof value === 'string') return words.value(entities[list], key, value)
    if (Array.isArray(value)) return value.map((part) => show(key, part)).join(' ')
    if (typeof value !== 'object') return String(value)
    const { breed, fraction } = value as { breed?: unknown; fraction?: unknown }
    if (typeof breed === 'string')
      return `${words.value('animal', 'mainBreed', breed)}${fraction === 1 ? '' : ` ${formatNumber(lang, Number(fraction) * 100)}%`}`
    // A date comes with how much of it is known, which its text shows already.
    const { precision: _known, ...rest } = value as Record<string, unknown>
    return Object.values(rest)
      .filter((part) => typeof part === 'string' || typeof part === 'number')
      .join(' ')
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className={styles.scroll} aria-label={t('preview.rows')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.number}>{t('issues.line')}</th>
            <th>{t('preview.action')}</th>
            {shown.map((field) => (
              <th key={field.key}>{lang === 'ar' ? field.labels.ar : field.labels.en}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td className={styles.number}>{formatNumber(lang, row.line)}</td>
              <td>
                <Status meaning={meanings[row.action]} word={t(`actions.${row.action}`)} />
              </td>
              {shown.map((field) => (
                <td key={field.key}>
                  <bdi>{show(field.key, row.values[field.key])}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
