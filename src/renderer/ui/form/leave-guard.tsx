import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
} from 'react'
import { useConfirm } from '../confirm-dialog.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'

type LeaveGuard = { hold: () => () => void; mayLeave: () => Promise<boolean> }

const LeaveGuardContext = createContext<LeaveGuard>({
  hold: () => () => undefined,
  mayLeave: () => Promise.resolve(true),
})

/** Knows whether some form on the page has changes that are not saved, and asks before they are lost. */
export function LeaveGuardProvider({ children }: { children: ReactNode }): ReactElement {
  const holders = useRef(new Set<symbol>())
  const confirm = useConfirm()
  const texts = useUiTexts().form
  const hold = useCallback(() => {
    const holder = Symbol('unsaved form')
    holders.current.add(holder)
    return () => {
      holders.current.delete(holder)
    }
  }, [])
  const mayLeave = useCallback(async () => {
    if (holders.current.size === 0) return true
    const { leaveTitle, leaveText, leaveConfirm, leaveStay } = texts
    return confirm({
      title: leaveTitle,
      text: leaveText,
      confirmLabel: leaveConfirm,
      cancelLabel: leaveStay,
      tone: 'critical',
    })
  }, [confirm, texts])
  useEffect(() => {
    function onBeforeUnload(event: BeforeUnloadEvent): void {
      if (holders.current.size > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', onBeforeUnload)
    return () => window.removeEventListener('beforeunload', onBeforeUnload)
  }, [])
  const guard = useMemo(() => ({ hold, mayLeave }), [hold, mayLeave])
  return <LeaveGuardContext value={guard}>{children}</LeaveGuardContext>
}

/** Holds the page while `dirty`: closing the window warns, and `useAskToLeave` asks. */
export function useLeaveGuard(dirty: boolean): void {
  const { hold } = useContext(LeaveGuardContext)
  useEffect(() => (dirty ? hold() : undefined), [dirty, hold])
}

/** Gives a function for the router: resolves to true when nothing is unsaved, or the person agreed to lose it. */
export function useAskToLeave(): () => Promise<boolean> {
  return useContext(LeaveGuardContext).mayLeave
}
