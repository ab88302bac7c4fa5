import { createContext, type ReactElement, type ReactNode, useCallback, useContext, useState } from 'react'
import { VisuallyHidden } from './visually-hidden.tsx'

const AnnounceContext = createContext<(text: string) => void>(() => undefined)

/** Holds the page's polite live region. The same text said twice is said again, marked by an invisible difference. */
export function AnnouncerProvider({ children }: { children: ReactNode }): ReactElement {
  const [message, setMessage] = useState({ text: '', turn: 0 })
  const announce = useCallback((text: string) => setMessage(({ turn }) => ({ text, turn: turn + 1 })), [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden>
        <div role="status" aria-live="polite">
          {message.text}
          {message.turn % 2 === 1 ? '\u00a0' : ''}
        </div>
      </VisuallyHidden>
    </AnnounceContext>
  )
}

/** Gives a function that has a text spoken by screen readers without moving the focus. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext)
}
