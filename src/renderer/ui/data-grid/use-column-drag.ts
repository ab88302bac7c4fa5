import { type PointerEvent as ReactPointerEvent, type RefObject, useState } from 'react'
import type { GridColumn } from './grid-column.ts'
import { type GridState, moveColumn, resetColumnWidth, setColumnWidth, shownColumns } from './grid-state.ts'

type DragOptions<T> = {
  head: RefObject<HTMLDivElement | null>
  columns: readonly GridColumn<T>[]
  state: GridState
  onState: (state: GridState) => void
  rightToLeft: boolean
  /** Px on screen per px of a column's stored width. */
  scale: number
}

type Drop = { id: string; side: 'before' | 'after' }

/** A press that moves less than this is a click. */
const dragPx = 6

export type ColumnDrag<T> = {
  start: (event: ReactPointerEvent, id: string) => void
  startResize: (event: ReactPointerEvent, column: GridColumn<T>) => void
  resetWidth: (id: string) => void
  /** Where the dragged column would land, to draw a mark there. */
  markAt: (id: string) => 'before' | 'after' | undefined
}

/** Moves and resizes columns with the pointer. The keys of the head and the column chooser do the same without. */
export function useColumnDrag<T>({ head, columns, state, onState, rightToLeft, scale }: DragOptions<T>): ColumnDrag<T> {
  const [drop, setDrop] = useState<Drop | null>(null)

  function dropAt(x: number, dragged: string): Drop | null {
    const cells = [...(head.current?.querySelectorAll<HTMLElement>('[data-column]:not([data-pinned])') ?? [])]
    for (const cell of cells) {
      const box = cell.getBoundingClientRect()
      if (x < box.left || x > box.right) continue
      const id = cell.dataset.column ?? ''
      if (id === dragged) return null
      const firstHalf = x < box.left + box.width / 2
      return { id, side: firstHalf !== rightToLeft ? 'before' : 'after' }
    }
    return null
  }

  function land(id: string, target: Drop): void {
    const shown = shownColumns(columns, state).map((column) => column.id)
    const before = target.side === 'before' ? target.id : (shown[shown.indexOf(target.id) + 1] ?? null)
    onState(moveColumn(state, columns, id, before))
  }

  function start(event: ReactPointerEvent, id: string): void {
    if (event.button !== 0 || event.pointerType === 'touch') return
    const from = event.clientX
    let target: Drop | null = null
    let dragging = false
    follow(
      (move) => {
        dragging = dragging || Math.abs(move.clientX - from) > dragPx
        if (!dragging) return
        target = dropAt(move.clientX, id)
        setDrop(target)
      },
      () => {
        setDrop(null)
        if (!dragging) return
        swallowClick()
        if (target !== null) land(id, target)
      },
    )
  }

  function startResize(event: ReactPointerEvent, column: GridColumn<T>): void {
    event.preventDefault()
    event.stopPropagation()
    const cell = event.currentTarget.parentElement
    const from = event.clientX
    const width = cell?.getBoundingClientRect().width ?? column.width
    follow(
      (move) =>
        onState(
          setColumnWidth(state, column, (width + (rightToLeft ? from - move.clientX : move.clientX - from)) / scale),
        ),
      swallowClick,
    )
  }

  return {
    start,
    startResize,
    resetWidth: (id) => onState(resetColumnWidth(state, id)),
    markAt: (id) => (drop?.id === id ? drop.side : undefined),
  }
}

function follow(onMove: (event: PointerEvent) => void, onEnd: () => void): void {
  function end(): void {
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('pointerup', end)
    window.removeEventListener('pointercancel', end)
    onEnd()
  }
  window.addEventListener('pointermove', onMove)
  window.addEventListener('pointerup', end)
  window.addEventListener('pointercancel', end)
}

/** The browser reports a click after a drag; it must not sort. */
function swallowClick(): void {
  const stop = (event: Event): void => {
    event.stopPropagation()
    event.preventDefault()
  }
  window.addEventListener('click', stop, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', stop, { capture: true }), 0)
}
