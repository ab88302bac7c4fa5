import { type KeyboardEvent, type ReactElement, type ReactNode, useId, useRef } from 'react'
import { classNames } from './class-names.ts'
import styles from './tabs.module.css'
import { useLook } from './theme/look.ts'

export type Tab = { id: string; label: string; count?: string | number }

type TabsProps = {
  label: string
  tabs: readonly Tab[]
  value: string
  onChange: (id: string) => void
  /** Panels use the same id base: `<TabPanel base={base} id=… value=…>` */
  base?: string
  className?: string
}

/** Gives the DOM ids that tie a tab to its panel. */
export function tabIds(base: string, id: string): { tab: string; panel: string } {
  return { tab: `${base}-tab-${id}`, panel: `${base}-panel-${id}` }
}

/** Tabs as quiet words with a line under the one chosen. Arrow keys, Home and End move. */
export function Tabs({ label, tabs, value, onChange, base, className }: TabsProps): ReactElement {
  const ownBase = useId()
  const list = useRef<HTMLDivElement>(null)
  const { dir } = useLook()
  function onKeyDown(event: KeyboardEvent): void {
    const at = tabs.findIndex((tab) => tab.id === value)
    const next = nextIndex(event.key, at, tabs.length, dir === 'rtl')
    const tab = next === null ? undefined : tabs[next]
    if (tab === undefined) return
    event.preventDefault()
    onChange(tab.id)
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next ?? 0]?.focus()
  }
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      className={classNames(styles.tabs, className)}
      onKeyDown={onKeyDown}
    >
      {tabs.map((tab) => {
        const chosen = tab.id === value
        const ids = tabIds(base ?? ownBase, tab.id)
        return (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={ids.tab}
            aria-selected={chosen}
            aria-controls={base !== undefined && chosen ? ids.panel : undefined}
            tabIndex={chosen ? 0 : -1}
            className={styles.tab}
            onClick={() => onChange(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </button>
        )
      })}
    </div>
  )
}

/** The content of one tab; only the chosen one is on the page. */
export function TabPanel({
  base,
  id,
  value,
  children,
}: {
  base: string
  id: string
  value: string
  children: ReactNode
}): ReactElement | null {
  if (id !== value) return null
  const ids = tabIds(base, id)
  return (
    <div role="tabpanel" id={ids.panel} aria-labelledby={ids.tab} className={styles.panel}>
      {children}
    </div>
  )
}

/** Gives where a roving focus goes for a key: arrows along the line of text, Home and End; null for other keys. */
export function nextIndex(key: string, at: number, count: number, rightToLeft: boolean): number | null {
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft'
  if (count === 0) return null
  if (key === forward) return (at + 1) % count
  if (key === back) return (at - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
