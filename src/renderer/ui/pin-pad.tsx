import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import { Icon } from './icon.tsx'
import styles from './pin-pad.module.css'
import { useUiTexts } from './texts/ui-texts.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

type PinPadProps = {
  /** How many digits a PIN has; with a range the person ends it by Enter or the tick. */
  length?: number | { min: number; max: number }
  label: string
  onPin: (pin: string) => void
  busy?: boolean
  /** Why the last PIN was refused. A new text clears the digits. */
  error?: string | null | undefined
  autoFocus?: boolean
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Keypad for a PIN with large keys; the keyboard's digits work while the pad has the focus. */
export function PinPad({
  length = 6,
  label,
  onPin,
  busy = false,
  error,
  autoFocus = false,
}: PinPadProps): ReactElement {
  const texts = useUiTexts().pin
  const [pin, setPin] = useState('')
  const pad = useRef<HTMLFieldSetElement>(null)
  const { min, max } = typeof length === 'number' ? { min: length, max: length } : length
  useEffect(() => {
    if (autoFocus) pad.current?.focus()
  }, [autoFocus])
  useEffect(() => {
    if (error !== null && error !== undefined) setPin('')
  }, [error])

  function add(digit: string): void {
    if (busy || pin.length >= max) return
    const next = pin + digit
    setPin(next)
    if (next.length === max) onPin(next)
  }
  function finish(): void {
    if (!busy && pin.length >= min) onPin(pin)
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1]
    if (digit !== undefined) add(digit)
    else if (event.key === 'Backspace') setPin(pin.slice(0, -1))
    else if (event.key === 'Escape') setPin('')
    else if (event.key === 'Enter' && event.target === pad.current) finish()
    else return
    event.preventDefault()
  }
  const variable = min !== max
  const places = Array.from({ length: variable ? Math.max(min, pin.length) : max }, (_, at) => at + 1)
  return (
    <fieldset ref={pad} className={styles.pad} tabIndex={-1} onKeyDown={onKeyDown} aria-label={label} disabled={busy}>
      <div className={styles.dots} aria-hidden="true">
        {places.map((place) => (
          <i key={place} className={styles.dot} data-filled={place <= pin.length} />
        ))}
      </div>
      <VisuallyHidden>
        <span role="status">{texts.entered(pin.length, max)}</span>
      </VisuallyHidden>
      <p className={styles.error} role="alert">
        {error}
      </p>
      <div className={styles.keys} dir="ltr">
        {digits.map((digit) => (
          <button key={digit} type="button" className={styles.key} onClick={() => add(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" className={styles.tool} onClick={() => setPin('')}>
          {texts.clear}
        </button>
        <button type="button" className={styles.key} onClick={() => add('0')}>
          0
        </button>
        {variable && pin.length >= min ? (
          <button type="button" className={styles.tool} onClick={finish} aria-label={texts.done} title={texts.done}>
            <Icon name="check" size={22} />
          </button>
        ) : (
          <button
            type="button"
            className={styles.tool}
            onClick={() => setPin(pin.slice(0, -1))}
            aria-label={texts.back}
            title={texts.back}
          >
            <Icon name="backspace" size={22} />
          </button>
        )}
      </div>
    </fieldset>
  )
}
