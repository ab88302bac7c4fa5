/** The audit trail: everything that was saved, by whom, from what to what; and the proof that it is whole. */
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../lib/i18n/use-words.ts'
import { todayHere } from '../../lib/list/where-from-filter.ts'
import { longDate } from '../../lib/time/calendar-text.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLook } from '../../ui/theme/look.ts'
import styles from './audit.module.css'
import { AuditFilterRow } from './audit-filter-row.tsx'
import { AuditList } from './audit-list.tsx'
import { AuditRow } from './audit-row.tsx'
import { useAuditEntry } from './use-audit.ts'
import { type AuditFilterState, useAuditFilters } from './use-audit-filters.ts'
import { VerifyDialog } from './verify-dialog.tsx'

export function AuditScreen(): ReactElement {
  const { t } = useTranslation('quality')
  const filters = useAuditFilters()
  const [verifying, setVerifying] = useState(false)
  return (
    <>
      <Screen
        header={
          <>
            <PageHeader
              title={t('audit.title')}
              detail={filters.entry === undefined ? t('audit.detail') : t('audit.one')}
              actions={
                <Button icon="shield" onClick={() => setVerifying(true)}>
                  {t('verify.run')}
                </Button>
              }
            />
            {filters.entry === undefined && <AuditFilterRow filters={filters} />}
          </>
        }
      >
        {filters.entry === undefined ? (
          <AuditList filters={filters} />
        ) : (
          <OneEntry key={filters.entry} id={filters.entry} filters={filters} />
        )}
      </Screen>
      {verifying && <VerifyDialog onClose={() => setVerifying(false)} />}
    </>
  )
}

/** A single changeset, as links to it open it. */
function OneEntry({ id, filters }: { id: string; filters: AuditFilterState }): ReactElement {
  const { t } = useTranslation('quality')
  const { lang } = useLook()
  const words = useWords()
  const entry = useAuditEntry(id, true)
  return (
    <>
      <p className={styles.backLine}>
        <Button small icon="arrow-start" onClick={() => filters.set({ entry: undefined })}>
          {t('audit.backToAll')}
        </Button>
      </p>
      {entry.isPending && <Skeleton lines={6} />}
      {entry.isError && <ErrorState {...words.errorState(entry.error)} onRetry={() => void entry.refetch()} />}
      {entry.data !== undefined && (
        <section>
          <h2 className={styles.day}>{longDate(lang, todayHere(new Date(entry.data.at)))}</h2>
          <ul className={styles.rows}>
            <AuditRow entry={entry.data} filters={filters} openFirst />
          </ul>
        </section>
      )}
    </>
  )
}
