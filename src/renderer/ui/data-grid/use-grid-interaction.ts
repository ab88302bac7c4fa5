import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useAnnounce } from '../announcer.tsx'
import { formatNumber } from '../format-values.ts'
import { useShortcutRegistry } from '../shortcuts/shortcut-provider.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import { useLook } from '../theme/look.ts'
import { useToast } from '../toast.tsx'
import type { DataGridProps } from './data-grid-props.ts'
import { type GridAction, gridAction } from './grid-keys.ts'
import { everythingSelected, noSelection, type Selection, selectionCount, toggleKey, withKeys } from './selection.ts'
import { useCopySelection } from './use-copy-selection.ts'
import type { RowScroll } from './use-row-scroll.ts'

type InteractionOptions<T> = DataGridProps<T> & {
  selection: Selection
  scroll: RowScroll
  scroller: RefObject<HTMLDivElement | null>
}

type Handlers = {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onClick: (event: MouseEvent<HTMLElement>) => void
  onDoubleClick: (event: MouseEvent<HTMLElement>) => void
  onMouseOver: (event: MouseEvent<HTMLElement>) => void
  onMouseDown: (event: MouseEvent<HTMLElement>) => void
}

/** A longer range is no longer a choice of rows by eye; a filter and "all that match" say it better. */
const longestRange = 10_000

/** Where a range began, and what was selected before it. */
type Anchor = { index: number; base: Selection }

/** Moves the active row and changes the selection by keys and clicks. */
export function useGridInteraction<T>(options: InteractionOptions<T>): { active: number | null; handlers: Handlers } {
  const { rows, rowKey, selection, onSelection, onOpen, scroll, scroller } = options
  const [active, setActive] = useActiveRow(options)
  const anchor = useRef<Anchor | null>(null)
  const { density, lang } = useLook()
  const texts = useUiTexts().grid
  const toast = useToast()
  const registry = useShortcutRegistry()
  const copy = useCopySelection(options)
  const speak = useSelectionSpeech(rows.total ?? 0)
  const total = rows.total ?? 0

  function select(next: Selection): void {
    onSelection?.(next)
    speak(next)
  }

  function keysBetween(from: number, to: number): { keys: string[]; missing: boolean } {
    const found = Array.from({ length: to - from + 1 }, (_, at) => rows.rowAt(from + at))
    const keys = found.flatMap((row) => (row === undefined ? [] : [rowKey(row)]))
    return { keys, missing: keys.length < found.length }
  }

  function extendTo(index: number): void {
    if (onSelection === undefined) return
    const start = anchor.current ?? { index: active ?? index, base: selection }
    anchor.current = start
    const [from, to] = [Math.min(start.index, index), Math.max(start.index, index)]
    if (to - from >= longestRange) {
      toast({ text: texts.rangeTooLong(formatNumber(lang, longestRange)), meaning: 'warn' })
      return
    }
    const { keys, missing } = keysBetween(from, to)
    select(withKeys(start.base, keys, true))
    if (!missing || rows.loadRange === undefined) return
    rows.loadRange(from, to - from + 1).then(
      (loaded) => {
        // Another range may have been begun while these rows were read.
        if (anchor.current === start) select(withKeys(start.base, loaded.map(rowKey), true))
      },
      () => undefined,
    )
  }

  function toggleAt(index: number): void {
    const row = rows.rowAt(index)
    if (row === undefined || onSelection === undefined) return
    select(toggleKey(selection, rowKey(row)))
    anchor.current = null
  }

  function moveTo(index: number, extend: boolean): void {
    if (extend) extendTo(index)
    else anchor.current = null
    setActive(index)
    scroll.scrollToRow(index)
  }

  function act(action: GridAction): boolean {
    switch (action.kind) {
      case 'move':
        moveTo(action.to, action.extend)
        return true
      case 'toggle':
        if (active !== null) toggleAt(active)
        return onSelection !== undefined
      case 'selectAll':
        if (onSelection !== undefined) select(everythingSelected)
        return onSelection !== undefined
      case 'clear': {
        if (selectionCount(selection, total) === 0) return false
        select(noSelection)
        return true
      }
      case 'open': {
        const row = active === null ? undefined : rows.rowAt(active)
        if (row !== undefined) onOpen?.(row)
        return row !== undefined && onOpen !== undefined
      }
      case 'copy':
        return copy(active)
    }
  }

  const handlers: Handlers = {
    onKeyDown: (event) => {
      // Keys on a button in the head belong to it; keys of a scanner belong to nobody here.
      if (event.target !== scroller.current || registry.isBurst()) return
      const place = { active, total, perPage: scroll.perPage, firstInView: scroll.firstRowInView() }
      const action = gridAction(event.nativeEvent, place)
      if (action !== null && act(action)) event.preventDefault()
    },
    onMouseDown: (event) => {
      // A range picked with Shift must not also mark the text between the clicks.
      if (event.shiftKey) event.preventDefault()
    },
    onClick: (event) => {
      const index = rowIndexOf(event)
      if (index === null || onControl(event)) return
      const onBox = event.target instanceof Element && event.target.closest('[data-select]') !== null
      if (event.shiftKey && onSelection !== undefined) {
        extendTo(index)
        setActive(index)
      } else if (onBox || event.ctrlKey || event.metaKey) {
        toggleAt(index)
        if (!onBox) setActive(index)
        anchor.current = { index, base: selectedWith(index) }
      } else moveTo(index, false)
      scroller.current?.focus({ preventScroll: true })
    },
    onDoubleClick: (event) => {
      const index = rowIndexOf(event)
      const row = index === null || density === 'gloves' || onControl(event) ? undefined : rows.rowAt(index)
      if (row !== undefined) onOpen?.(row)
    },
    onMouseOver: titleCutText,
  }

  function selectedWith(index: number): Selection {
    const row = rows.rowAt(index)
    return row === undefined ? selection : toggleKey(selection, rowKey(row))
  }

  return { active, handlers }
}

/** Keeps the index of the active row, and tells the screen about the row once it is loaded. */
function useActiveRow<T>({
  rows,
  rowKey,
  activeKey,
  onActive,
  scroll,
}: InteractionOptions<T>): [number | null, (index: number) => void] {
  const [active, setActive] = useState<number | null>(null)
  const told = useRef<string | null>(null)
  const row = active === null ? undefined : rows.rowAt(active)
  const key = row === undefined ? null : rowKey(row)
  const latest = useRef({ onActive, row })
  latest.current = { onActive, row }
  useEffect(() => {
    if (key === null || key === told.current) return
    told.current = key
    latest.current.onActive?.(latest.current.row ?? null, active)
  }, [key, active])

  // Another list has other rows at the same places.
  const { listKey } = rows
  const knownList = useRef(listKey)
  useEffect(() => {
    if (knownList.current === listKey) return
    knownList.current = listKey
    told.current = null
    setActive(null)
  }, [listKey])

  // The screen may choose the row itself, or close its details; find it among the rows at hand.
  const { first, count } = scroll.drawn
  useEffect(() => {
    if (activeKey === undefined || activeKey === told.current) return
    told.current = activeKey
    if (activeKey === null) return
    for (let index = first; index < first + count; index += 1) {
      const candidate = rows.rowAt(index)
      if (candidate !== undefined && rowKey(candidate) === activeKey) setActive(index)
    }
  }, [activeKey, rows, rowKey, first, count])

  return [active, useCallback((index: number) => setActive(index), [])]
}

function useSelectionSpeech(total: number): (selection: Selection) => void {
  const announce = useAnnounce()
  const texts = useUiTexts().grid
  const { lang } = useLook()
  return useMemo(
    () => (selection: Selection) => {
      const count = selectionCount(selection, total)
      announce(texts.selected(count, formatNumber(lang, count)))
    },
    [announce, texts, lang, total],
  )
}

function rowIndexOf(event: MouseEvent): number | null {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
  return row === null ? null : Number(row.dataset.index)
}

/** A chip or link inside a cell acts for itself. */
function onControl(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('button, a, input') !== null
}

/** Gives a cell its whole text as title when it does not fit; only then, and only when pointed at. */
function titleCutText(event: MouseEvent): void {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null
  if (cell === null) return
  const text = cell.textContent ?? ''
  if (cell.scrollWidth > cell.clientWidth) cell.title = text
  else cell.removeAttribute('title')
}
