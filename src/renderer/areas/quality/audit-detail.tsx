/** A changeset laid open: what it did field by field, why, and what proves that nobody altered it since. */
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../../core/areas/quality/quality.model.ts'
import { takenBack } from '../../lib/history/action-text.ts'
import { ChangeList } from '../../lib/history/change-list.tsx'
import { ShortId } from '../../lib/history/record-name.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { formatNumber } from '../../ui/format-values.ts'
import { IdChip } from '../../ui/id-chip.tsx'
import { type Fact, Facts } from '../../ui/inspector.tsx'
import { DateTimeText } from '../../ui/relative-time.tsx'
import { type Meaning, Status } from '../../ui/status.tsx'
import { useLook } from '../../ui/theme/look.ts'
import styles from './audit.module.css'
import { useAuditEntry } from './use-audit.ts'
import type { AuditFilterState } from './use-audit-filters.ts'
import { useUndoEntry } from './use-undo-entry.ts'

const stateMeanings: Readonly<Record<AuditEntry['state'], Meaning>> = {
  pending: 'none',
  sent: 'info',
  settled: 'ok',
  rejected: 'critical',
}
const hashShown = 12

export function AuditDetail({ entry, filters }: { entry: AuditEntry; filters: AuditFilterState }): ReactElement {
  const { t } = useTranslation('quality')
  const { lang } = useLook()
  const undo = useUndoEntry(entry)
  const [only] = new Set(entry.ops.map((op) => `${op.entity} ${op.id}`)).size === 1 ? entry.ops : []
  const taken = takenBack(entry)
  return (
    <div className={styles.detail}>
      <div className={styles.changes}>
        <Changes entry={entry} narrowed={filters.record !== undefined} />
      </div>
      <div className={styles.proof}>
        <Facts labelWidth={128} items={useFacts(entry, lang)} />
        <div className={styles.actions}>
          {taken !== null && (
            <LinkButton onClick={() => filters.set({ entry: taken.changesetId })}>{t('audit.openTaken')}</LinkButton>
          )}
          {only !== undefined && filters.record === undefined && (
            <LinkButton onClick={() => filters.set({ record: { entity: only.entity, id: only.id }, entry: undefined })}>
              {t('audit.onlyThis')}
            </LinkButton>
          )}
          {undo !== null && (
            <Button small icon="undo" busy={undo.busy} onClick={() => void undo.run()}>
              {t('audit.undo')}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}

/** Lists hold the first ops only; the rest is read when it is asked for. */
function Changes({ entry, narrowed }: { entry: AuditEntry; narrowed: boolean }): ReactElement {
  const { t } = useTranslation('quality')
  const whole = useAuditEntry(entry.id, false)
  const ops = whole.data?.ops ?? entry.ops
  // A trail of one record leaves out what else its changesets did.
  const hidden = narrowed ? 0 : entry.opCount - ops.length
  return (
    <>
      <ChangeList ops={ops} />
      {hidden > 0 && (
        <p className={styles.more}>
          <span className={styles.dim}>{t('audit.shown', { shown: ops.length, count: entry.opCount })}</span>
          <Button small kind="quiet" busy={whole.isFetching} onClick={() => void whole.refetch()}>
            {t('audit.showAll')}
          </Button>
        </p>
      )}
    </>
  )
}

function useFacts(entry: AuditEntry, lang: string): Fact[] {
  const { t } = useTranslation('quality')
  const words = useWords()
  const taken = takenBack(entry)
  const reason = entry.reason === null || taken !== null ? null : entry.reason
  return [
    ...(reason === null ? [] : [{ label: t('audit.reason'), value: <bdi>{reason}</bdi> }]),
    ...(taken === null ? [] : [{ label: t('audit.takes'), value: words.action(taken.action) }]),
    { label: t('audit.when'), value: <DateTimeText at={entry.at} /> },
    { label: t('audit.device'), value: <IdChip id={entry.device.slice(0, 8)} value={entry.device} /> },
    { label: t('audit.seq'), value: <bdi dir="ltr">{formatNumber(lang, entry.seq)}</bdi> },
    {
      label: t('audit.state'),
      value: <Status meaning={stateMeanings[entry.state]} word={t(`states.${entry.state}`)} />,
    },
    { label: t('audit.schema'), value: <bdi dir="ltr">{entry.schema}</bdi> },
    { label: t('audit.id'), value: <ShortId id={entry.id} /> },
    ...(entry.batch === null ? [] : [{ label: t('audit.batch'), value: <ShortId id={entry.batch} /> }]),
    { label: t('audit.hash'), value: <IdChip id={entry.hash.slice(0, hashShown)} value={entry.hash} /> },
    { label: t('audit.prev'), value: <IdChip id={entry.prev.slice(0, hashShown)} value={entry.prev} /> },
  ]
}
