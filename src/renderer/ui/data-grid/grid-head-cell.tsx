import type { KeyboardEvent, PointerEvent, ReactElement } from 'react'
import { Icon } from '../icon.tsx'
import styles from './data-grid.module.css'
import { alignOf, type GridColumn } from './grid-column.ts'
import type { SortTerm } from './grid-state.ts'

type GridHeadCellProps<T> = {
  column: GridColumn<T>
  sort: readonly SortTerm[]
  /** The one head cell that Tab reaches. */
  focusStop: boolean
  helpId: string
  dropMark: 'before' | 'after' | undefined
  onSort: (add: boolean) => void
  onKeyDown: (event: KeyboardEvent) => void
  onFocus: () => void
  onDragStart: ((event: PointerEvent, id: string) => void) | undefined
  onResizeStart: (event: PointerEvent) => void
  onResizeReset: () => void
}

/** One column's head: a button that sorts, and an edge that resizes. */
export function GridHeadCell<T>(props: GridHeadCellProps<T>): ReactElement {
  const {
    column,
    sort,
    focusStop,
    helpId,
    dropMark,
    onSort,
    onKeyDown,
    onFocus,
    onDragStart,
    onResizeStart,
    onResizeReset,
  } = props
  const at = sort.findIndex((term) => term.id === column.id)
  const term = sort[at]
  const direction = term === undefined ? undefined : term.desc ? 'descending' : 'ascending'
  return (
    // biome-ignore lint/a11y/useSemanticElements: head of a windowed grid
    // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
    <div
      role="columnheader"
      className={styles.headCell}
      aria-sort={direction}
      data-align={alignOf(column)}
      data-pinned={column.pinned === true || undefined}
      data-drop={dropMark}
      data-column={column.id}
    >
      <button
        type="button"
        className={styles.headButton}
        data-head-button=""
        data-sorted={term !== undefined}
        tabIndex={focusStop ? 0 : -1}
        aria-describedby={helpId}
        aria-disabled={column.sortable !== true || undefined}
        title={column.header}
        onClick={(event) => column.sortable === true && onSort(event.shiftKey)}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onPointerDown={(event) => onDragStart?.(event, column.id)}
      >
        <span className={styles.headText}>{column.header}</span>
        {term !== undefined && <Icon name={term.desc ? 'arrow-down' : 'arrow-up'} size={12} />}
        {term !== undefined && sort.length > 1 && <span className={styles.sortPlace}>{at + 1}</span>}
      </button>
      <span className={styles.resize} aria-hidden="true" onPointerDown={onResizeStart} onDoubleClick={onResizeReset} />
    </div>
  )
}
