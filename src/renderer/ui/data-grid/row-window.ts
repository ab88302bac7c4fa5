/** Rows of a long list, of which only a part is at hand. This is all the grid knows of where rows come from. */
export type RowWindow<T> = {
  /** Rows that match; undefined until the first answer. */
  total: number | undefined
  /** The row at an index, or undefined while it is being read. */
  rowAt: (index: number) => T | undefined
  /** The grid tells which rows it shows, so that they can be read. */
  onRange: (start: number, count: number) => void
  /** Reads rows that may not be at hand, for copying and for selecting a range. */
  loadRange?: (start: number, count: number) => Promise<readonly T[]>
  /** Why rows could not be read. Rows at hand stay on screen. */
  error?: unknown
  retry?: () => void
  /** A new filter or sort is being read while the old rows are still shown. */
  busy?: boolean
  /** Changes when another list is shown (filter, sort); the grid then starts at the top. */
  listKey?: string
}

/** Makes a window of rows that are all at hand, for short lists. */
export function rowsFromArray<T>(rows: readonly T[], listKey?: string): RowWindow<T> {
  return {
    total: rows.length,
    rowAt: (index) => rows[index],
    onRange: () => undefined,
    loadRange: (start, count) => Promise.resolve(rows.slice(start, start + count)),
    ...(listKey === undefined ? {} : { listKey }),
  }
}
