/** What a changeset did, record by record and field by field: from, to. */
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditOp } from '../../../core/areas/quality/quality.model.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useWords } from '../i18n/use-words.ts'
import { FieldValue } from './field-value.tsx'
import styles from './history.module.css'
import { calledBy, isShownField, rootFieldOf } from './history-fields.ts'
import { RecordName } from './record-name.tsx'

/** Fields of a new record shown before the rest is asked for. */
const mostFields = 6

interface ChangeListProps {
  readonly ops: readonly AuditOp[]
  /** The record whose page this is: its own changes need no heading. */
  readonly of?: { readonly entity: string; readonly id: string }
}

export function ChangeList({ ops, of }: ChangeListProps): ReactElement {
  return (
    <ul className={styles.ops}>
      {ops.map((op) => (
        <li key={`${op.entity} ${op.id} ${op.op}`} className={styles.op}>
          <OpHead op={op} own={of !== undefined && op.id === of.id} onPage={of !== undefined} />
          <OpFields op={op} />
        </li>
      ))}
    </ul>
  )
}

function OpHead({ op, own, onPage }: { op: AuditOp; own: boolean; onPage: boolean }): ReactElement | null {
  const { t } = useTranslation('quality')
  const words = useWords()
  if (own) return null
  return (
    <p className={styles.opHead}>
      <b>{words.record(op.entity)}</b>
      {!onPage && <Subject op={op} />}
      <span className={styles.dim}>{t(`history.op.${op.op}`)}</span>
    </p>
  )
}

/** Which record an op is about: a part by what it belongs to, others by name. */
function Subject({ op }: { op: AuditOp }): ReactElement {
  const rootField = rootFieldOf(op.entity)
  const root = rootField === null ? undefined : op.set?.[rootField]
  if (rootField !== null && typeof root === 'string')
    return <FieldValue entity={op.entity} field={rootField} value={root} />
  const called = calledBy(op.entity, op.set)
  if (called !== null) return <FieldValue entity={op.entity} field={called.field} value={called.text} />
  return <RecordName entity={op.entity} id={op.id} />
}

function OpFields({ op }: { op: AuditOp }): ReactElement | null {
  const { t } = useTranslation('quality')
  const words = useWords()
  const [all, setAll] = useState(false)
  if (op.changed !== undefined) {
    const changed = Object.entries(op.changed).filter(([field]) => isShownField(op.entity, field))
    return changed.length === 0 ? null : (
      <dl className={styles.fields}>
        {changed.map(([field, { from, to }]) => (
          <div key={field} className={styles.field}>
            <dt>{words.field(op.entity, field)}</dt>
            <dd>
              <span className={isNothing(from) ? styles.fromNothing : styles.from}>
                <FieldValue entity={op.entity} field={field} value={from} />
              </span>
              <Icon name="arrow-end" size={12} className={styles.arrow} label={t('history.to')} />
              <FieldValue entity={op.entity} field={field} value={to} />
            </dd>
          </div>
        ))}
      </dl>
    )
  }
  const rootField = rootFieldOf(op.entity)
  const set = Object.entries(op.set ?? {}).filter(
    ([field, value]) => field !== rootField && isShownField(op.entity, field) && isSaid(value),
  )
  if (set.length === 0) return null
  const shown = all ? set : set.slice(0, mostFields)
  return (
    <>
      <dl className={styles.fields}>
        {shown.map(([field, value]) => (
          <div key={field} className={styles.field}>
            <dt>{words.field(op.entity, field)}</dt>
            <dd>
              <FieldValue entity={op.entity} field={field} value={value} />
            </dd>
          </div>
        ))}
      </dl>
      {shown.length < set.length && (
        <LinkButton onClick={() => setAll(true)}>
          {t('history.moreFields', { count: set.length - shown.length })}
        </LinkButton>
      )}
    </>
  )
}

/** A new record says what it was given; what was left open is no news. */
function isSaid(value: unknown): boolean {
  return value !== false && !isNothing(value)
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
