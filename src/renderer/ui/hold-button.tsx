import { type PointerEvent, type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from './button.tsx'
import styles from './hold-button.module.css'
import { useUiTexts } from './texts/ui-texts.ts'

/** How long a destructive button must be held with gloves on. */
const holdMs = 600

type HoldButtonProps = {
  kind?: 'main' | 'normal' | undefined
  tone?: 'accent' | 'critical' | undefined
  disabled?: boolean
  onHeld: () => void
  children: ReactNode
}

/** A button that acts only after being held for 600 ms; Enter held on the keyboard counts the same. */
export function HoldButton({ onHeld, children, ...button }: HoldButtonProps): ReactElement {
  const texts = useUiTexts().common
  const [holding, setHolding] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  function start(event?: PointerEvent): void {
    event?.preventDefault()
    if (button.disabled === true || timer.current !== undefined) return
    setHolding(true)
    timer.current = setTimeout(() => {
      timer.current = undefined
      setHolding(false)
      onHeld()
    }, holdMs)
  }
  function stop(): void {
    clearTimeout(timer.current)
    timer.current = undefined
    setHolding(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: watches how long the button inside is held
    <span
      className={styles.hold}
      data-holding={holding}
      title={texts.holdToConfirm}
      onPointerDown={start}
      onPointerUp={stop}
      onPointerLeave={stop}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && start()}
      onKeyUp={stop}
    >
      <Button {...button}>{children}</Button>
    </span>
  )
}
