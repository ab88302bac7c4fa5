import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactElement, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../../core/areas/quality/quality.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { ChangeList } from '../../lib/history/change-list.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { recordQuery } from '../../lib/live/live-queries.ts'
import { PersonName } from '../../lib/people/person-names.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { formatDateTime } from '../../ui/format-values.ts'
import { Icon } from '../../ui/icon.tsx'
import { Facts } from '../../ui/inspector.tsx'
import { Mono } from '../../ui/mono.tsx'
import { WaitingMark } from '../../ui/status.tsx'
import { useLook } from '../../ui/theme/look.ts'
import styles from './audit.module.css'

/** Entries as rows; each opens to what it changed and where it stands in the chain. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }): ReactElement {
  const { t } = useTranslation('quality')
  return (
    <table className={styles.table} aria-label={t('audit.table')}>
      <thead>
        <tr>
          <th scope="col">{t('audit.when')}</th>
          <th scope="col">{t('audit.who')}</th>
          <th scope="col">{t('audit.did')}</th>
          <th scope="col">{t('audit.records')}</th>
          <th scope="col">{t('audit.hash')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <EntryRows key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  )
}

function EntryRows({ entry }: { entry: AuditEntry }): ReactElement {
  const { t } = useTranslation('quality')
  const { lang } = useLook()
  const words = useWords()
  const [open, setOpen] = useState(false)
  const detailId = useId()
  return (
    <Fragment>
      <tr className={styles.row} data-open={open || undefined}>
        <td className={styles.when}>
          <time dateTime={entry.at}>{formatDateTime(lang, entry.at)}</time>
        </td>
        <td>
          <PersonName id={entry.userId} />
        </td>
        <td>
          <button type="button" className={styles.opener} aria-expanded={open} aria-controls={detailId} onClick={() => setOpen(!open)}>
            <Icon name={open ? 'chevron-down' : 'chevron-end'} size={14} />
            {words.action(entry.action)}
          </button>
          {entry.state === 'pending' && <WaitingMark label={t('audit.states.pending')} />}
        </td>
        <td className={styles.records}>{recordsText(entry, words.record, (count) => t('audit.recordsCount', { count }))}</td>
        <td>
          <Mono>{entry.hash.slice(0, 10)}</Mono>
        </td>
      </tr>
      {open && (
        <tr id={detailId} className={styles.detail}>
          <td colSpan={5}>
            <EntryDetail entry={entry} />
          </td>
        </tr>
      )}
    </Fragment>
  )
}

/** "Customer" for one record, "Customer and 3 records" for more kinds. */
function recordsText(entry: AuditEntry, record: (entity: string) => string, counted: (count: number) => string): string {
  const kinds = [...new Set(entry.ops.map((op) => op.entity))]
  const [only] = kinds
  if (entry.opCount === 1 && only !== undefined) return record(only)
  return kinds.length === 1 && only !== undefined ? `${record(only)}, ${counted(entry.opCount)}` : counted(entry.opCount)
}

function EntryDetail({ entry }: { entry: AuditEntry }): ReactElement {
  const { t } = useTranslation('quality')
  const api = useApi()
  const [all, setAll] = useState(false)
  const whole = useQuery(recordQuery({ entity: 'changeset', id: entry.id, enabled: all, read: (signal) => api.quality.auditEntry({ id: entry.id }, { signal }) }))
  const ops = whole.data?.ops ?? entry.ops
  const short = entry.opCount > ops.length
  return (
    <div className={styles.detailBody}>
      <div>
        {entry.reason !== null && (
          <p className={styles.reason}>
            {t('audit.reason')}: {entry.reason}
          </p>
        )}
        <ChangeList ops={ops} opCount={ops.length} />
        {short && <LinkButton onClick={() => setAll(true)}>{t('audit.whole', { count: entry.opCount })}</LinkButton>}
      </div>
      <div className={styles.chain}>
        <p className={styles.seq}>{t('audit.entry', { seq: entry.seq })}</p>
        <Facts
          labelWidth={64}
          items={[
            { label: t('audit.state'), value: t(`audit.states.${entry.state}`) },
            { label: t('audit.device'), value: <Mono>{entry.device}</Mono> },
            { label: t('audit.hash'), value: <Mono>{entry.hash}</Mono> },
            { label: t('audit.prev'), value: <Mono>{entry.prev}</Mono> },
          ]}
        />
      </div>
    </div>
  )
}
