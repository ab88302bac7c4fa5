/** Windows of lists that are paged by position. */
export interface PageRequest {
  readonly limit: number
  readonly offset: number
  readonly cursor?: string | undefined
}

/** First row of the window. */
export function startOf({ offset, cursor }: PageRequest): number {
  return cursor === undefined ? offset : Number(cursor)
}

/** Cursor of the next window; null after the last. */
export function cursorAfter(request: PageRequest, total: number): string | null {
  const end = startOf(request) + request.limit
  return end < total ? String(end) : null
}
