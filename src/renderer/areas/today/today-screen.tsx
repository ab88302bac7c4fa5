/** What is true now and asks for somebody: follow-ups that are due, animals by what they need, the state of this bench. */
import type { ReactElement } from 'react'
import { todayHere } from '../../lib/list/where-from-filter.ts'
import { useMay } from '../../lib/session/session.tsx'
import { hijriDate, longDate } from '../../lib/time/calendar-text.ts'
import { useMinute } from '../../lib/time/use-now.ts'
import { Screen } from '../../ui/frame/screen.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { AnimalsBand } from './animals-band.tsx'
import { FollowUpsBand } from './follow-ups-band.tsx'
import { PeopleBand } from './people-band.tsx'
import { SyncBand } from './sync-band.tsx'
import styles from './today.module.css'

export function TodayScreen(): ReactElement {
  const { lang } = useLook()
  const may = useMay()
  const today = todayHere(useMinute())
  return (
    <Screen header={<PageHeader title={longDate(lang, today)} detail={hijriDate(lang, today)} />} width="flush">
      <div className={styles.bands}>
        {may('customers.read') && <FollowUpsBand today={today} />}
        {may('animals.read') && <AnimalsBand />}
        {may('people.reset') && may('quality.audit') && <PeopleBand />}
        <SyncBand />
      </div>
    </Screen>
  )
}
