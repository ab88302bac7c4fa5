import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createPageCache, type LoadRows } from './page-cache.ts'
import type { RowWindow } from './row-window.ts'

type RowWindowOptions<T> = {
  /** Names the list: put filter, sort and search into it. Rows are read anew when it changes. */
  key: string
  load: LoadRows<T>
  /** Rows per request. */
  pageSize?: number
}

/** How many pages are kept: with 100 rows each, 20,000 rows. */
const mostPages = 200
/** While the scroll bar is dragged, rows passing by are not worth reading. */
const restMs = 30

/** Reads a long list page by page as the grid shows it. `refresh` reads the rows in view anew, for live changes. */
export function useRowWindow<T>({
  key,
  load,
  pageSize = 100,
}: RowWindowOptions<T>): RowWindow<T> & { refresh: () => void } {
  const [version, setVersion] = useState(0)
  // The cache lives as long as the grid; `show` below tells it about another list.
  // biome-ignore lint/correctness/useExhaustiveDependencies: created once per page size
  const cache = useMemo(
    () => createPageCache<T>(key, load, { pageSize, mostPages, onChange: () => setVersion((before) => before + 1) }),
    [pageSize],
  )
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => cache.show(key, load), [cache, key, load])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      cache.stop()
    },
    [cache],
  )
  const onRange = useCallback(
    (start: number, count: number) => {
      clearTimeout(timer.current)
      if (cache.total() === undefined) cache.want(start, count)
      else timer.current = setTimeout(() => cache.want(start, count), restMs)
    },
    [cache],
  )
  // A new object for each change lets the grid, and only the grid, draw again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what the cache holds
  return useMemo(
    () => ({
      total: cache.total(),
      rowAt: cache.rowAt,
      onRange,
      loadRange: cache.loadRange,
      error: cache.error(),
      retry: cache.retry,
      busy: cache.isBusy(),
      listKey: cache.shownKey(),
      refresh: cache.refresh,
    }),
    [cache, version, onRange],
  )
}
