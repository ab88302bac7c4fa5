import { type ReactElement, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../../core/areas/quality/quality.model.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { todayHere } from '../../lib/list/where-from-filter.ts'
import { longDate } from '../../lib/time/calendar-text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLook } from '../../ui/theme/look.ts'
import styles from './audit.module.css'
import { AuditRow } from './audit-row.tsx'
import { useAudit } from './use-audit.ts'
import type { AuditFilterState } from './use-audit-filters.ts'

/** The trail by day. More is read as the end comes into sight. */
export function AuditList({ filters }: { filters: AuditFilterState }): ReactElement {
  const { t } = useTranslation('quality')
  const { lang } = useLook()
  const words = useWords()
  const audit = useAudit(filters)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = audit
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = end.current
    if (element === null || !hasNextPage || isFetchingNextPage) return
    const watch = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) void fetchNextPage()
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  if (audit.isPending) return <Skeleton lines={8} />
  if (audit.isError) return <ErrorState {...words.errorState(audit.error)} onRetry={() => void audit.refetch()} />
  const entries = audit.data.pages.flatMap((page) => page.items)
  if (entries.length === 0) {
    return filters.any ? (
      <EmptyState
        icon="filter"
        title={t('audit.noMatch')}
        action={<Button onClick={filters.clear}>{t('audit.clear')}</Button>}
      />
    ) : (
      <EmptyState icon="history" title={t('audit.none')} detail={t('audit.noneDetail')} />
    )
  }
  return (
    <>
      {byDay(entries).map(({ day, items }) => (
        <section key={day}>
          <h2 className={styles.day}>{longDate(lang, day)}</h2>
          <ul className={styles.rows}>
            {items.map((entry) => (
              <AuditRow key={entry.id} entry={entry} filters={filters} />
            ))}
          </ul>
        </section>
      ))}
      <div ref={end} className={styles.end}>
        {hasNextPage ? (
          <Button kind="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('audit.more')}
          </Button>
        ) : (
          <span className={styles.dim}>{t('audit.end', { count: entries.length })}</span>
        )}
      </div>
    </>
  )
}

/** Puts entries under the days of this place, in the order given. */
function byDay(entries: readonly AuditEntry[]): { day: string; items: AuditEntry[] }[] {
  const days: { day: string; items: AuditEntry[] }[] = []
  for (const entry of entries) {
    const day = todayHere(new Date(entry.at))
    const last = days.at(-1)
    if (last?.day === day) last.items.push(entry)
    else days.push({ day, items: [entry] })
  }
  return days
}
