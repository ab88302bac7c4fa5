import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import { isTypingPress, keyName } from './key-name.ts'
import { burstGapMs, createShortcutMachine } from './shortcut-machine.ts'

export type Shortcut = {
  /** `N`, `G A`, `Ctrl+K`, `F9`, `?` */
  keys: string
  label: string
  group?: string
  run: () => void
}

export type ShortcutRegistry = {
  add: (shortcut: Shortcut) => () => void
  /** The shortcuts that work now; of those with the same keys only the newest. */
  list: () => readonly Shortcut[]
  subscribe: (listener: () => void) => () => void
  /** Tells whether a scanner is typing, so that other key handlers can stand back too. */
  isBurst: () => boolean
}

function createRegistry(isBurst: () => boolean): ShortcutRegistry {
  let all: Shortcut[] = []
  let visible: readonly Shortcut[] = []
  const listeners = new Set<() => void>()
  function changed(): void {
    visible = [...new Map(all.map((shortcut) => [shortcut.keys, shortcut])).values()]
    for (const listener of listeners) listener()
  }
  return {
    add: (shortcut) => {
      all = [...all, shortcut]
      changed()
      return () => {
        all = all.filter((other) => other !== shortcut)
        changed()
      }
    },
    list: () => visible,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isBurst,
  }
}

const RegistryContext = createContext<ShortcutRegistry | null>(null)

/** Listens to the keyboard for the whole page and runs the shortcuts that are registered below it. */
export function ShortcutProvider({
  isScanBurst,
  children,
}: {
  isScanBurst?: (() => boolean) | undefined
  children: ReactNode
}): ReactElement {
  const machine = useMemo(createShortcutMachine, [])
  const outside = useRef(isScanBurst)
  outside.current = isScanBurst
  const registry = useMemo(
    () => createRegistry(() => machine.isBurst(performance.now()) || outside.current?.() === true),
    [machine],
  )
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function known(): Set<string> {
      return new Set(registry.list().map((shortcut) => shortcut.keys))
    }
    function fire(keys: string | null): boolean {
      const shortcut = keys === null ? undefined : registry.list().find((entry) => entry.keys === keys)
      if (shortcut === undefined || outside.current?.() === true) return false
      shortcut.run()
      return true
    }
    function onKeyDown(event: KeyboardEvent): void {
      const name = event.isComposing || event.repeat ? null : keyName(event)
      if (name === null) return
      const typing = isTypingPress(name) && (isEditable(event.target) || isOnControl(event.target, name))
      const keys = machine.press(name, event.timeStamp, typing ? new Set() : known())
      clearTimeout(timer)
      if (fire(keys)) event.preventDefault()
      else if (!typing) {
        timer = setTimeout(() => {
          const settled = machine.settle(event.timeStamp + burstGapMs, known())
          // Whoever had the focus may have used the key in the meantime, as a list does with J and K.
          if (!event.defaultPrevented) fire(settled)
        }, burstGapMs)
      }
    }
    // Capture, so that a burst is known before any other handler sees its keys.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [machine, registry])
  return <RegistryContext value={registry}>{children}</RegistryContext>
}

function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

/** Space and Enter belong to a focused button or link, and to a list that handles its own keys. */
function isOnControl(target: EventTarget | null, name: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null) return true
  return (name === 'Space' || name === 'Enter') && target.closest('button, a, [role="grid"], [role="tab"]') !== null
}

/** Gives the registry: what is registered, and whether a scanner is typing. Throws outside UiRoot. */
export function useShortcutRegistry(): ShortcutRegistry {
  const registry = useContext(RegistryContext)
  if (registry === null) throw new Error('useShortcutRegistry must be used inside UiRoot')
  return registry
}

/** Gives the shortcuts that work now, and renders again when they change. */
export function useShortcutList(): readonly Shortcut[] {
  const registry = useShortcutRegistry()
  return useSyncExternalStore(registry.subscribe, registry.list)
}

/**
 * Makes keys run something while the component is on the page. Of several with the same keys the newest wins.
 * Keys that print a character never fire inside a field, a dialog or a menu, nor while a scanner types.
 */
export function useShortcut({ keys, label, group, run, enabled = true }: Shortcut & { enabled?: boolean }): void {
  const registry = useShortcutRegistry()
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    if (!enabled) return undefined
    return registry.add({ keys, label, run: () => latest.current(), ...(group === undefined ? {} : { group }) })
  }, [registry, keys, label, group, enabled])
}
