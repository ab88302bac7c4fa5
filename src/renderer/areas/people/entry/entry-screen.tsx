/**
 * The door: who is working? People who can open this bench with a PIN or badge are tiles; anybody signs in with name
 * and password. It stands before the product, and over it while the screen is locked.
 */
import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../../core/areas/people/people.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { todayHere } from '../../../lib/list/where-from-filter.ts'
import { recordsQuery } from '../../../lib/live/live-queries.ts'
import { useLookChoice } from '../../../lib/look/look-choice.tsx'
import { useSession } from '../../../lib/session/session.tsx'
import { hijriDate, longDate } from '../../../lib/time/calendar-text.ts'
import { useMinute } from '../../../lib/time/use-now.ts'
import { formatTime } from '../../../ui/format-values.ts'
import { Icon } from '../../../ui/icon.tsx'
import { BadgePanel } from './badge-panel.tsx'
import { DishArt } from './dish-art.tsx'
import { EntryBrand } from './entry-brand.tsx'
import { EntryFoot } from './entry-foot.tsx'
import styles from './entry-screen.module.css'
import type { EntryStep } from './entry-step.ts'
import { ForgotPanel } from './forgot-panel.tsx'
import { PasswordPanel } from './password-panel.tsx'
import { PeopleTiles, type UnlockPerson } from './people-tiles.tsx'
import { PinPanel } from './pin-panel.tsx'
import { ResetPanel } from './reset-panel.tsx'

/** The door. `lockedUser` is who works behind the lock. */
export function EntryScreen({ lockedUser }: { lockedUser?: Profile }): ReactElement {
  const { nodeKind } = useSession()
  const people = useUnlockPeople(nodeKind === 'station')
  const [chosenId, setChosenId] = useState<string | null>(lockedUser?.id ?? null)
  const [step, setStep] = useState<EntryStep | null>(null)
  if (people === undefined) return <main className={styles.lock} />
  const chosen = people.find((person) => person.id === chosenId)
  const first: EntryStep = chosen?.methods.includes('pin') === true ? { kind: 'pin' } : { kind: 'password' }
  const now = step ?? first
  const pick = (id: string | null) => {
    setChosenId(id)
    setStep(id === null ? { kind: 'password' } : null)
  }
  return (
    <main className={styles.lock}>
      <section className={styles.start}>
        <DishArt className={styles.art} />
        <EntryHead />
        <div className={styles.middle}>
          <Clock />
          {people.length > 0 ? (
            <PeopleTiles people={people} chosenId={chosenId} onPick={pick} />
          ) : (
            lockedUser !== undefined && <LockedBy name={lockedUser.displayName} />
          )}
        </div>
      </section>
      <section className={styles.end}>
        <Connection />
        <div className={styles.panel}>
          {now.kind === 'pin' && chosen !== undefined && (
            <PinPanel key={chosen.id} person={chosen} onPassword={() => setStep({ kind: 'password' })} />
          )}
          {(now.kind === 'password' || (now.kind === 'pin' && chosen === undefined)) && (
            <PasswordPanel
              key={chosenId ?? 'anyone'}
              firstName={chosenId !== null && chosenId === lockedUser?.id ? lockedUser.username : ''}
              shownName={chosen?.displayName ?? (chosenId === lockedUser?.id ? lockedUser?.displayName : undefined)}
              onPin={chosen?.methods.includes('pin') === true ? () => setStep({ kind: 'pin' }) : undefined}
            />
          )}
          {now.kind === 'forgot' && (
            <ForgotPanel onCode={() => setStep({ kind: 'reset' })} onBack={() => setStep(null)} />
          )}
          {now.kind === 'reset' && <ResetPanel onDone={() => pick(null)} onBack={() => setStep(null)} />}
        </div>
        {nodeKind === 'station' && (now.kind === 'pin' || now.kind === 'password') && <BadgePanel />}
        <EntryFoot step={now} onForgot={() => setStep({ kind: 'forgot' })} />
      </section>
    </main>
  )
}

/** Who can open this bench quickly; nobody at HQ. Undefined while it is being read. */
function useUnlockPeople(asked: boolean): readonly UnlockPerson[] | undefined {
  const api = useApi()
  const found = useQuery(
    recordsQuery({
      entity: 'user',
      rest: ['unlock'],
      enabled: asked,
      read: (signal) => api.auth.unlockPeople(undefined, { signal }),
    }),
  )
  // Without the list one still signs in by name.
  return asked && !found.isError ? found.data?.items : []
}

function EntryHead(): ReactElement {
  const api = useApi()
  const info = useQuery(
    recordsQuery({ entity: 'nodeSetting', rest: ['info'], read: (signal) => api.system.info(undefined, { signal }) }),
  ).data
  return (
    <header className={styles.head}>
      <EntryBrand />
      {info !== undefined && info.benchName !== '' && <span className={styles.bench}>{info.benchName}</span>}
    </header>
  )
}

function Clock(): ReactElement {
  const { look } = useLookChoice()
  const now = useMinute()
  const today = todayHere(now)
  return (
    <>
      <p className={styles.clock}>
        <bdi dir="ltr">{formatTime(look.lang, now.toISOString())}</bdi>
      </p>
      <p className={styles.date}>
        {/* Isolated: in Arabic the year of one and the day of the other would run together. */}
        <bdi>{longDate(look.lang, today)}</bdi>
        <bdi className={styles.hijri}>{hijriDate(look.lang, today)}</bdi>
      </p>
    </>
  )
}

function LockedBy({ name }: { name: string }): ReactElement {
  const { t } = useTranslation('people')
  return (
    <>
      <h1 className={styles.who}>{t('entry.locked')}</h1>
      <p className={styles.lockedBy}>{t('entry.lockedBy', { name })}</p>
    </>
  )
}

function Connection(): ReactElement {
  const { t } = useTranslation('people')
  const { nodeKind } = useSession()
  return (
    <div className={styles.connection}>
      <Icon name={nodeKind === 'hq' ? 'cloud' : 'cloud-off'} size={20} className={styles.connectionIcon} />
      <p>
        <b>{nodeKind === 'hq' ? t('entry.hq') : t('entry.offline')}</b>
        <span>{nodeKind === 'hq' ? t('entry.hqDetail') : t('entry.offlineDetail')}</span>
      </p>
    </div>
  )
}
