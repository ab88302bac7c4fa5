/**
 * Keeps the pages of a long list that were read, newest use last, and reads those in view. When the list changes
 * (filter, sort) the old rows stay until the first page of the new list is there, so the screen does not flash.
 */
export type LoadRows<T> = (
  start: number,
  count: number,
  signal: AbortSignal,
) => Promise<{ rows: readonly T[]; total: number }>

export type PageCache<T> = {
  total: () => number | undefined
  rowAt: (index: number) => T | undefined
  error: () => unknown
  isBusy: () => boolean
  /** Key of the list whose rows are shown; behind `show` while a new list is being read. */
  shownKey: () => string
  show: (key: string, load: LoadRows<T>) => void
  want: (start: number, count: number) => void
  loadRange: (start: number, count: number) => Promise<readonly T[]>
  /** Reads what is in view anew and forgets the rest; rows stay on screen meanwhile. */
  refresh: () => void
  retry: () => void
  stop: () => void
}

type Options = { pageSize: number; mostPages: number; onChange: () => void }

/** What is at hand of one list: its pages, and the requests under way. */
type Listing<T> = {
  key: string
  load: LoadRows<T>
  total: number | undefined
  pages: Map<number, readonly T[]>
  stale: Set<number>
  reading: Map<number, AbortController>
}

/** Creates the cache. `onChange` is called whenever what it gives may differ. */
export function createPageCache<T>(
  key: string,
  load: LoadRows<T>,
  { pageSize, mostPages, onChange }: Options,
): PageCache<T> {
  let shown: Listing<T> = newListing(key, load)
  let coming: Listing<T> | null = null
  let error: unknown
  let wanted = { start: 0, count: pageSize }

  function pagesFor({ start, count }: { start: number; count: number }): number[] {
    const first = Math.floor(start / pageSize)
    const last = Math.floor((start + Math.max(1, count) - 1) / pageSize)
    return Array.from({ length: last - first + 1 }, (_, at) => first + at)
  }

  function current(): Listing<T> {
    return coming ?? shown
  }

  function readPage(listing: Listing<T>, page: number): void {
    const controller = new AbortController()
    listing.reading.set(page, controller)
    listing.load(page * pageSize, pageSize, controller.signal).then(
      ({ rows, total }) => {
        if (controller.signal.aborted || listing !== current()) return
        listing.reading.delete(page)
        listing.stale.delete(page)
        listing.pages.delete(page)
        listing.pages.set(page, rows)
        listing.total = total
        error = undefined
        if (coming === listing) {
          shown = listing
          coming = null
        }
        dropOldest(listing)
        onChange()
      },
      (reason: unknown) => {
        if (controller.signal.aborted || listing !== current()) return
        listing.reading.delete(page)
        error = reason
        onChange()
      },
    )
  }

  function dropOldest(listing: Listing<T>): void {
    const keep = new Set(pagesFor(wanted))
    for (const page of listing.pages.keys()) {
      if (listing.pages.size <= mostPages) return
      if (!keep.has(page)) listing.pages.delete(page)
    }
  }

  function readWanted(): void {
    const listing = current()
    const pages = pagesFor(wanted)
    const near = new Set(pages.flatMap((page) => [page - 1, page, page + 1]))
    for (const [page, controller] of listing.reading) {
      if (near.has(page)) continue
      controller.abort()
      listing.reading.delete(page)
    }
    for (const page of pages) {
      const needed = !listing.pages.has(page) || listing.stale.has(page)
      const exists = listing.total === undefined || page * pageSize < listing.total || page === 0
      if (needed && exists && !listing.reading.has(page)) readPage(listing, page)
    }
  }

  function abandon(listing: Listing<T> | null): void {
    for (const controller of listing?.reading.values() ?? []) controller.abort()
    listing?.reading.clear()
  }

  return {
    total: () => shown.total,
    rowAt: (index) => shown.pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    error: () => error,
    isBusy: () => coming !== null && shown.total !== undefined,
    shownKey: () => shown.key,
    show: (nextKey, nextLoad) => {
      const listing = current()
      if (nextKey === listing.key) {
        listing.load = nextLoad
        return
      }
      abandon(shown)
      abandon(coming)
      error = undefined
      wanted = { start: 0, count: Math.max(wanted.count, 1) }
      const next = newListing(nextKey, nextLoad)
      if (shown.total === undefined) shown = next
      else coming = next
      readWanted()
      onChange()
    },
    want: (start, count) => {
      // While a new list is read the grid still reports its place in the old one.
      if (coming !== null) return
      wanted = { start, count }
      if (error === undefined) readWanted()
    },
    loadRange: async (start, count) => {
      const listing = current()
      const { rows } = await listing.load(start, count, new AbortController().signal)
      return rows
    },
    refresh: () => {
      const listing = current()
      abandon(listing)
      error = undefined
      const inView = new Set(pagesFor(wanted))
      for (const page of listing.pages.keys()) {
        if (!inView.has(page)) listing.pages.delete(page)
      }
      listing.stale = new Set(listing.pages.keys())
      readWanted()
    },
    retry: () => {
      error = undefined
      readWanted()
      onChange()
    },
    stop: () => {
      abandon(shown)
      abandon(coming)
    },
  }
}

function newListing<T>(key: string, load: LoadRows<T>): Listing<T> {
  return { key, load, total: undefined, pages: new Map(), stale: new Set(), reading: new Map() }
}
