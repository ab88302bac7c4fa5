import type { ReactElement } from 'react'
import styles from './data-grid.module.css'
import type { GridColumn } from './grid-column.ts'
import { GridRow } from './grid-row.tsx'
import type { RowWindow } from './row-window.ts'
import { isSelected, type Selection } from './selection.ts'
import type { RowScroll } from './use-row-scroll.ts'

type GridRowsProps<T> = {
  id: string
  shown: readonly GridColumn<T>[]
  rows: RowWindow<T>
  rowKey: (row: T) => string
  scroll: RowScroll
  rowHeight: number
  active: number | null
  activeKey: string | null
  selection: Selection
  selectable: boolean
  rowTone: ((row: T) => 'attention' | undefined) | undefined
}

/** The rows in and around the view. A row's element is used again for another row, which is cheaper than a new one. */
export function GridRows<T>(props: GridRowsProps<T>): ReactElement {
  const { id, shown, rows, rowKey, scroll, rowHeight, active, activeKey, selection, selectable, rowTone } = props
  const { first, count, shift } = scroll.drawn
  const slots = Math.max(1, count)
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a windowed grid are not table rows
    <div role="rowgroup" className={styles.body} style={{ blockSize: scroll.height }} data-busy={rows.busy === true}>
      {Array.from({ length: count }, (_, at) => first + at).map((index) => {
        const row = rows.rowAt(index)
        const key = row === undefined ? null : rowKey(row)
        return (
          <GridRow
            key={index % slots}
            id={`${id}-row-${index}`}
            index={index}
            top={index * rowHeight - shift}
            row={row}
            shown={shown}
            selected={key !== null && selectable && isSelected(selection, key)}
            active={index === active || (key !== null && key === activeKey)}
            selectable={selectable}
            tone={row === undefined ? undefined : rowTone?.(row)}
          />
        )
      })}
    </div>
  )
}
