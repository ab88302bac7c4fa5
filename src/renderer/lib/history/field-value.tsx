import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../ui/format-values.ts'
import { DateText, DateTimeText } from '../../ui/relative-time.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { useWords } from '../i18n/use-words.ts'
import styles from './history.module.css'
import { isRecordId, referredEntity } from './history-fields.ts'
import { RecordName, ShortId } from './record-name.tsx'

const dateForm = /^\d{4}-\d{2}-\d{2}$/
const instantForm = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

interface FieldValueProps {
  readonly entity: string
  readonly field: string
  readonly value: unknown
}

/** A value of a field as a changeset carries it, in words: choices, dates and times, other records by name. */
export function FieldValue({ entity, field, value }: FieldValueProps): ReactElement {
  const { t } = useTranslation('quality')
  const { lang } = useLook()
  const words = useWords()
  if (value === null || value === undefined || value === '' || isEmptyList(value))
    return <span className={styles.none}>{t('history.nothing')}</span>
  if (typeof value === 'boolean') {
    const word = words.value(entity, field, String(value))
    return <span>{word !== String(value) ? word : value ? t('history.yes') : t('history.no')}</span>
  }
  if (typeof value === 'number') return <bdi dir="ltr">{formatNumber(lang, value, { maximumFractionDigits: 6 })}</bdi>
  if (typeof value !== 'string') return <StructuredValue entity={entity} field={field} value={value} />
  const referred = referredEntity(entity, field, value)
  if (referred !== null) return <RecordName entity={referred} id={value} />
  if (isRecordId(value)) return <ShortId id={value} />
  if (instantForm.test(value)) return <DateTimeText at={value} />
  if (dateForm.test(value)) return <DateText date={value} />
  return <bdi className={styles.text}>{words.value(entity, field, value)}</bdi>
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** Lists of words are joined; anything deeper is shown as it is kept. */
function StructuredValue({ entity, field, value }: FieldValueProps): ReactElement {
  const { lang } = useLook()
  const words = useWords()
  if (isFractions(value)) {
    return (
      <bdi dir="ltr" className={styles.text}>
        {value
          .map(
            ({ breed, fraction }) =>
              `${breed} ${formatNumber(lang, fraction, { style: 'percent', maximumFractionDigits: 2 })}`,
          )
          .join(', ')}
      </bdi>
    )
  }
  if (Array.isArray(value) && value.every((part) => typeof part === 'string'))
    return (
      <bdi className={styles.text}>
        {value.map((part) => words.value(entity, field, part)).join(lang === 'ar' ? '، ' : ', ')}
      </bdi>
    )
  return (
    <bdi dir="ltr" className={styles.json}>
      {JSON.stringify(value)}
    </bdi>
  )
}

interface Fraction {
  readonly breed: string
  readonly fraction: number
}

function isFractions(value: unknown): value is readonly Fraction[] {
  return (
    Array.isArray(value) &&
    value.every(
      (part) =>
        typeof part === 'object' &&
        part !== null &&
        typeof (part as Fraction).breed === 'string' &&
        typeof (part as Fraction).fraction === 'number',
    )
  )
}
