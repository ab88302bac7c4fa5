import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import { Icon } from '../icon.tsx'
import { Kbd } from '../kbd.tsx'
import { useShortcut } from '../shortcuts/shortcut-provider.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import styles from './filter.module.css'

export type FilterSearchProps = { value: string; onChange: (text: string) => void; label: string }

/** Rest after the last key before the list is asked. */
const restMs = 80

/** Text search of a list; `/` goes to it, Esc clears it. */
export function FilterSearch({ value, onChange, label }: FilterSearchProps): ReactElement {
  const texts = useUiTexts().common
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  useShortcut({ keys: '/', label, run: () => input.current?.focus() })

  function type(next: string): void {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onChange(next), restMs)
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.preventDefault()
    if (text === '') input.current?.blur()
    else type('')
  }
  return (
    <div className={styles.search}>
      <Icon name="search" size={14} />
      <input
        ref={input}
        type="text"
        className={styles.searchInput}
        aria-label={label}
        placeholder={label}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text === '' ? (
        <Kbd keys="/" />
      ) : (
        <button
          type="button"
          className={styles.chipRemove}
          aria-label={texts.clear}
          title={texts.clear}
          onClick={() => type('')}
        >
          <Icon name="close" size={14} />
        </button>
      )}
    </div>
  )
}
