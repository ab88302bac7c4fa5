import type { ReactNode } from 'react'
import type { GridColumn } from './grid-column.ts'
import type { KeyHint } from './grid-foot.tsx'
import type { GridErrorText } from './grid-message.tsx'
import type { GridState } from './grid-state.ts'
import type { RowWindow } from './row-window.ts'
import type { Selection } from './selection.ts'

/** What a screen tells the grid. */
export type DataGridProps<T> = {
  label: string
  columns: readonly GridColumn<T>[]
  rows: RowWindow<T>
  rowKey: (row: T) => string
  state: GridState
  onState: (state: GridState) => void
  /** Leave both out for a grid without selection. */
  selection?: Selection
  onSelection?: (selection: Selection) => void
  /** Key of the row whose details are shown, when the screen decides it. */
  activeKey?: string | null
  /** The row a person moved to; null when none is active any more. */
  onActive?: (row: T | null, index: number | null) => void
  /** Enter or a double click. */
  onOpen?: (row: T) => void
  /** All rows of a selection, for copying those not loaded. */
  rowsOf?: (selection: Selection) => Promise<readonly T[]>
  /** Buttons shown while rows are selected. */
  bulk?: (selection: Selection, count: number) => ReactNode
  /** Facts at the start of the foot, after the counts. */
  footer?: ReactNode
  hints?: readonly KeyHint[]
  /** Says how many rows there are, in the words of the screen. */
  countLabel?: (count: number) => string
  /** Shown when the list has no row at all; `noMatch` when a filter leaves none. */
  empty?: ReactNode
  noMatch?: ReactNode
  errorText?: (error: unknown) => GridErrorText
  rowTone?: (row: T) => 'attention' | undefined
}
