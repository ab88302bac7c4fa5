import { type RefObject, useEffect } from 'react'

const focusable =
  'a[href]:not([tabindex="-1"]), button:not(:disabled):not([tabindex="-1"]), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

/** Lets F6 and Shift+F6 go round the elements marked `data-pane`, returning to where the focus was in each. */
export function usePaneCycle(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const lastFocus = new WeakMap<Element, HTMLElement>()
    function onFocusIn(event: FocusEvent): void {
      const pane = event.target instanceof HTMLElement ? event.target.closest('[data-pane]') : null
      if (pane !== null && event.target instanceof HTMLElement) lastFocus.set(pane, event.target)
    }
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey) return
      const panes = [...(frame.current?.querySelectorAll<HTMLElement>('[data-pane]') ?? [])]
      const at = panes.findIndex((pane) => pane.contains(document.activeElement))
      const step = event.shiftKey ? -1 : 1
      const pane = panes[(at + step + panes.length) % panes.length]
      if (pane === undefined) return
      event.preventDefault()
      const last = lastFocus.get(pane)
      const target = last?.isConnected === true ? last : (pane.querySelector<HTMLElement>(focusable) ?? pane)
      target.focus()
    }
    document.addEventListener('focusin', onFocusIn)
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('focusin', onFocusIn)
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [frame])
}
