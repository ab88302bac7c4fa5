import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate, formatDateTime, formatNumber } from '../../ui/format-values.ts'
import { Mono } from '../../ui/mono.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { useWords } from '../i18n/use-words.ts'
import { PersonName } from '../people/person-names.tsx'
import { useSite } from '../session/site-choice.tsx'
import styles from './history.module.css'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
const date = /^\d{4}-\d{2}-\d{2}$/
/** Fields that hold the id of a person. */
const personField = /^(userId|createdBy|updatedBy|ownerUserId|assignedToUserId|doneBy|by)$/

interface ChangeValueProps {
  readonly entity: string
  readonly field: string
  readonly value: unknown
}

/** One value of a changeset as people read it: choices as words, people and sites by name, times of this place. */
export function ChangeValue({ entity, field, value }: ChangeValueProps): ReactElement {
  const { t } = useTranslation('quality')
  const { lang } = useLook()
  const words = useWords()
  const { sites } = useSite()
  if (value === null || value === undefined || value === '') return <span className={styles.nothing}>{t('history.nothing')}</span>
  if (typeof value === 'boolean') {
    const word = words.value(entity, field, String(value))
    return <span>{word === String(value) ? (value ? t('history.yes') : t('history.no')) : word}</span>
  }
  if (typeof value === 'number') return <bdi>{formatNumber(lang, value, { maximumFractionDigits: 12 })}</bdi>
  if (typeof value !== 'string') return <PlainObject entity={entity} field={field} value={value} />
  if (uuid.test(value)) {
    if (personField.test(field)) return <PersonName id={value} />
    const site = sites.find((candidate) => candidate.id === value)
    return site === undefined ? <Mono>{value.slice(-12)}</Mono> : <bdi>{site.name}</bdi>
  }
  if (instant.test(value)) return <time dateTime={value}>{formatDateTime(lang, value)}</time>
  if (date.test(value)) return <time dateTime={value}>{formatDate(lang, value)}</time>
  return <bdi>{words.value(entity, field, value)}</bdi>
}

function PlainObject({ entity, field, value }: ChangeValueProps): ReactElement {
  const words = useWords()
  const { lang } = useLook()
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) {
    return <bdi>{value.map((part) => words.value(entity, field, part)).join(lang === 'ar' ? '، ' : ', ')}</bdi>
  }
  return <Mono>{JSON.stringify(value)}</Mono>
}
