import { type ReactElement, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../../core/areas/quality/quality.model.ts'
import { useActionText } from '../../lib/history/action-text.ts'
import { calledBy, rootFieldOf } from '../../lib/history/history-fields.ts'
import { RecordName } from '../../lib/history/record-name.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { PersonName } from '../../lib/people/person-names.tsx'
import { formatDateTime, formatTime } from '../../ui/format-values.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLook } from '../../ui/theme/look.ts'
import styles from './audit.module.css'
import { AuditDetail } from './audit-detail.tsx'
import type { AuditFilterState } from './use-audit-filters.ts'

interface AuditRowProps {
  readonly entry: AuditEntry
  readonly filters: AuditFilterState
  readonly openFirst?: boolean
}

/** One changeset as a line that opens: when, what, on which record, by whom. */
export function AuditRow({ entry, filters, openFirst = false }: AuditRowProps): ReactElement {
  const { lang } = useLook()
  const actionText = useActionText()
  const id = useId()
  const [open, setOpen] = useState(openFirst)
  return (
    <li className={styles.row}>
      <h3 className={styles.rowHead}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'chevron-down' : 'chevron-end'} size={14} className={styles.chevron} />
          <time className={styles.time} dateTime={entry.at} title={formatDateTime(lang, entry.at)}>
            <bdi dir="ltr">{formatTime(lang, entry.at)}</bdi>
          </time>
          <span className={styles.what}>{actionText(entry)}</span>
          <span className={styles.on}>
            <Subject entry={entry} />
          </span>
          <span className={styles.who}>
            <PersonName id={entry.userId} />
          </span>
        </button>
      </h3>
      <div id={id} hidden={!open}>
        {open && <AuditDetail entry={entry} filters={filters} />}
      </div>
    </li>
  )
}

/** The record a changeset is about: the one it is all about by name, otherwise how many. */
function Subject({ entry }: { entry: AuditEntry }): ReactElement {
  const { t } = useTranslation('quality')
  const words = useWords()
  const roots = new Map(entry.ops.map((op) => [rootKey(op), op]))
  const [first] = roots.values()
  if (first === undefined) return <>{t('audit.noRecord')}</>
  if (roots.size > 1 || entry.opCount > entry.ops.length)
    return (
      <>
        {t('audit.records', { count: new Set(entry.ops.map((op) => op.id)).size + entry.opCount - entry.ops.length })}
      </>
    )
  const root = rootOf(first)
  const called = calledBy(first.entity, first.set)
  return (
    <>
      <span className={styles.dim}>{words.record(first.entity)}</span>{' '}
      {called !== null && <bdi>{words.value(first.entity, called.field, called.text)}</bdi>}
      {called === null && root !== null && <RecordName entity={root.entity} id={root.id} link={false} />}
    </>
  )
}

type Op = AuditEntry['ops'][number]

/** The record people know: of a tag its animal. Only an insert says which that is. */
function rootOf(op: Op): { entity: string; id: string } | null {
  const field = rootFieldOf(op.entity)
  if (field === null) return { entity: op.entity, id: op.id }
  const id = op.set?.[field]
  return typeof id === 'string' ? { entity: field.slice(0, -'Id'.length), id } : null
}

function rootKey(op: Op): string {
  const root = rootOf(op)
  return root === null ? `${op.entity} ${op.id}` : `${root.entity} ${root.id}`
}
