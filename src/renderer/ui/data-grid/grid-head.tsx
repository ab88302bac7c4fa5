import { type KeyboardEvent, type ReactElement, useId, useRef, useState } from 'react'
import { CheckMark } from '../check-mark.tsx'
import { nextIndex } from '../tabs.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import { useLook } from '../theme/look.ts'
import { VisuallyHidden } from '../visually-hidden.tsx'
import { columnScales } from './column-scales.ts'
import styles from './data-grid.module.css'
import type { GridColumn } from './grid-column.ts'
import { GridHeadCell } from './grid-head-cell.tsx'
import { type GridState, setColumnWidth, stepColumn, turnSort, widthOf } from './grid-state.ts'
import { everythingSelected, noSelection, type Selection, selectionExtent } from './selection.ts'
import { useColumnDrag } from './use-column-drag.ts'

type GridHeadProps<T> = {
  shown: readonly GridColumn<T>[]
  columns: readonly GridColumn<T>[]
  state: GridState
  onState: (state: GridState) => void
  selection: Selection
  onSelection: ((selection: Selection) => void) | undefined
  total: number
}

const keyStepPx = 8

/** The head of the grid: one tab stop; arrows go between the columns, Enter sorts, Shift resizes, Ctrl moves. */
export function GridHead<T>({
  shown,
  columns,
  state,
  onState,
  selection,
  onSelection,
  total,
}: GridHeadProps<T>): ReactElement {
  const texts = useUiTexts().grid
  const { dir, density } = useLook()
  const helpId = useId()
  const head = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(0)
  const drag = useColumnDrag({
    head,
    columns,
    state,
    onState,
    rightToLeft: dir === 'rtl',
    scale: columnScales[density],
  })
  const extent = selectionExtent(selection, total)

  function onKeyDown(event: KeyboardEvent, column: GridColumn<T>, at: number): void {
    const arrow = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
    const ahead = (event.key === 'ArrowRight') !== (dir === 'rtl')
    if (arrow && event.shiftKey)
      onState(setColumnWidth(state, column, widthOf(column, state) + (ahead ? keyStepPx : -keyStepPx)))
    else if (arrow && event.ctrlKey) onState(stepColumn(state, columns, column.id, ahead ? 1 : -1))
    else {
      const next = nextIndex(event.key, at, shown.length, dir === 'rtl')
      if (next === null) return
      focusColumn(next)
    }
    event.preventDefault()
  }
  function focusColumn(at: number): void {
    setStop(at)
    head.current?.querySelectorAll<HTMLElement>('[data-head-button]')[at]?.focus()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: head of a windowed grid
    <div role="rowgroup" className={styles.head}>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus */}
      <div ref={head} role="row" className={styles.headRow} aria-rowindex={1}>
        {onSelection !== undefined && (
          // biome-ignore lint/a11y/useSemanticElements: see above
          // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
          <div role="columnheader" className={styles.boxCell}>
            {/* biome-ignore lint/a11y/useSemanticElements: a drawn box with three states */}
            <button
              type="button"
              role="checkbox"
              className={styles.allBox}
              aria-checked={extent === 'some' ? 'mixed' : extent === 'all'}
              aria-label={texts.selectAll}
              title={texts.selectAll}
              onClick={() => onSelection(extent === 'all' ? noSelection : everythingSelected)}
            >
              <CheckMark state={extent} />
            </button>
          </div>
        )}
        {shown.map((column, at) => (
          <GridHeadCell
            key={column.id}
            column={column}
            sort={state.sort}
            focusStop={at === Math.min(stop, shown.length - 1)}
            helpId={helpId}
            dropMark={drag.markAt(column.id)}
            onSort={(add) => onState(turnSort(state, column.id, add))}
            onKeyDown={(event) => onKeyDown(event, column, at)}
            onFocus={() => setStop(at)}
            onDragStart={column.pinned === true ? undefined : drag.start}
            onResizeStart={(event) => drag.startResize(event, column)}
            onResizeReset={() => drag.resetWidth(column.id)}
          />
        ))}
      </div>
      <VisuallyHidden id={helpId}>{texts.headerHelp}</VisuallyHidden>
    </div>
  )
}
