import type { ReactNode } from 'react'

/** What a column holds; decides alignment, figures and the plain drawing of a cell. */
export type ColumnKind = 'text' | 'mono' | 'number' | 'date' | 'status'

export type GridColumn<T> = {
  id: string
  header: string
  kind: ColumnKind
  /** Plain text of the cell, for copying and for the plain drawing: a number as `12.5`, a date as `2021-03-14`. */
  value: (row: T) => string
  /** Own drawing; without it the cell shows `value` the way its kind asks. */
  cell?: (row: T) => ReactNode
  /** Width in px before the person changes it. */
  width: number
  minWidth?: number
  /** Takes what width is left over. Without any, the last column does. */
  grow?: boolean
  align?: 'start' | 'end'
  sortable?: boolean
  /** Left out until the person asks for it. */
  hidden?: boolean
  /** Stays at the start while the others scroll, and cannot be hidden or moved: the id column. */
  pinned?: boolean
}

export const defaultMinWidth = 48

/** Gives the side a column's text stands on. */
export function alignOf<T>(column: GridColumn<T>): 'start' | 'end' {
  return column.align ?? (column.kind === 'number' ? 'end' : 'start')
}
