import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import { useUiTexts } from './texts/ui-texts.ts'
import styles from './toast.module.css'
import { ToastCard } from './toast-card.tsx'
import type { ShownToast, Toast } from './toast-message.ts'

const undoMs = 10_000
const plainMs = 5_000
const quietMs = 2_000
const most = 4

const ToastContext = createContext<(toast: Toast) => void>(() => undefined)

/** Shows messages in the lower corner, newest last. They wait while the pointer or the focus is on them. */
export function ToastProvider({ children }: { children: ReactNode }): ReactElement {
  const texts = useUiTexts().common
  const [shown, setShown] = useState<readonly ShownToast[]>([])
  const nextId = useRef(1)
  const show = useCallback((toast: Toast) => {
    const lastsMs = toast.undo !== undefined ? undoMs : toast.quiet === true ? quietMs : plainMs
    const id = nextId.current
    nextId.current += 1
    setShown((before) =>
      [...before.filter((other) => toast.quiet !== true || other.quiet !== true), { ...toast, id, lastsMs }].slice(
        -most,
      ),
    )
  }, [])
  const dismiss = useCallback((id: number) => setShown((before) => before.filter((toast) => toast.id !== id)), [])
  const list = useMemo(
    () => (
      <section className={styles.stack} aria-label={texts.notifications} aria-live="polite" aria-relevant="additions">
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onDismiss={dismiss} onShow={show} />
        ))}
      </section>
    ),
    [shown, dismiss, show, texts],
  )
  return (
    <ToastContext value={show}>
      {children}
      {createPortal(list, document.body)}
    </ToastContext>
  )
}

/** Gives the function that shows a message, with Undo when a step can be taken back. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext)
}
