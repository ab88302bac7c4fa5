import type { ReactElement } from 'react'
import { todayHere } from '../../lib/list/where-from-filter.ts'
import { useMay } from '../../lib/session/session.tsx'
import { hijriDate, longDate } from '../../lib/time/calendar-text.ts'
import { useMinute } from '../../lib/time/use-now.ts'
import { useLook } from '../../ui/theme/look.ts'
import { FollowUpsBand } from './follow-ups-band.tsx'
import { PeopleBand } from './people-band.tsx'
import { SyncBand } from './sync-band.tsx'
import styles from './today.module.css'

/** What the day asks for, in bands of one column grid. A band that is empty says so in a calm sentence. */
export function TodayScreen(): ReactElement {
  const { lang } = useLook()
  const may = useMay()
  const today = todayHere(useMinute())
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className={styles.today} tabIndex={0}>
      <header className={styles.head}>
        <h1>{longDate(lang, today)}</h1>
        <span className={styles.dim}>{hijriDate(lang, today)}</span>
      </header>
      {may('customers.read') && <FollowUpsBand today={today} />}
      {may('people.reset') && may('quality.audit') && <PeopleBand />}
      <SyncBand />
    </div>
  )
}
