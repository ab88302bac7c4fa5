/** Decides what is open: set-up, sign-in, the forced change of a password, or the product. */
import { Activity, lazy, type ReactElement, Suspense, useEffect, useSyncExternalStore } from 'react'
import { useSession } from '../lib/session/session.tsx'
import { StationBanner } from './shell/station-banner.tsx'
import type { StationState } from './station-state.ts'
import { Unreachable } from './unreachable.tsx'
import { useIdleLock } from './use-idle-lock.ts'

const SetupScreen = lazy(() =>
  import('../areas/people/entry/setup-screen.tsx').then((module) => ({ default: module.SetupScreen })),
)
const EntryScreen = lazy(() =>
  import('../areas/people/entry/entry-screen.tsx').then((module) => ({ default: module.EntryScreen })),
)
const NewPasswordScreen = lazy(() =>
  import('../areas/people/entry/new-password-screen.tsx').then((module) => ({ default: module.NewPasswordScreen })),
)
const Product = lazy(() => import('./product.tsx').then((module) => ({ default: module.Product })))

export function Gate({ stationState }: { stationState: StationState }): ReactElement {
  const { state } = useSession()
  const news = useSyncExternalStore(stationState.subscribe, stationState.current)
  return (
    <>
      <StationBanner news={news} onDismiss={stationState.dismiss} />
      <Suspense fallback={null}>{<Open state={state} />}</Suspense>
    </>
  )
}

function Open({ state }: { state: ReturnType<typeof useSession>['state'] }): ReactElement | null {
  useIdleLock()
  useCloseWindowsOnLock(state.kind === 'locked')
  switch (state.kind) {
    case 'starting':
      return null
    case 'unreachable':
      return <Unreachable />
    case 'setup':
      return <SetupScreen />
    case 'signed_out':
      return <EntryScreen />
    case 'signed_in':
    case 'locked':
      if (state.user.mustChangePassword)
        return state.kind === 'locked' ? <EntryScreen lockedUser={state.user} /> : <NewPasswordScreen />
      return (
        <>
          {/* Hidden, not thrown away: whoever comes back finds the form half filled in as it was. */}
          <Activity key={state.user.id} mode={state.kind === 'locked' ? 'hidden' : 'visible'}>
            <Product />
          </Activity>
          {state.kind === 'locked' && <EntryScreen lockedUser={state.user} />}
        </>
      )
  }
}

/** A question that is open when the screen locks is answered with no: it must neither show nor hold the focus. */
function useCloseWindowsOnLock(locked: boolean): void {
  useEffect(() => {
    if (locked && document.querySelector('[role="dialog"]') !== null) {
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true }))
    }
  }, [locked])
}
