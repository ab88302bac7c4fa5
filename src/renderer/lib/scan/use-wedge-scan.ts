import { useEffect, useRef } from 'react'
import { createWedge } from './wedge.ts'

/** Calls back with what a keyboard-wedge scanner typed, wherever the focus is except in a field that takes scans itself. */
export function useWedgeScan(onScan: (text: string) => void): void {
  const latest = useRef(onScan)
  latest.current = onScan
  useEffect(() => {
    const wedge = createWedge()
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (event.target instanceof Element && event.target.closest('[data-scan="fill"], input') !== null) return
      const answer = wedge.press(event)
      if (answer.kind === 'typed') return
      // The rest of a burst must not press buttons or fill a keypad.
      event.preventDefault()
      event.stopImmediatePropagation()
      if (answer.kind === 'scan') latest.current(answer.text)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}
