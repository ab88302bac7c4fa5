/** Remembers the last errors of this page for the diagnostics: codes and references, never what was typed or shown. */
export interface RecentError {
  readonly at: string
  readonly kind: 'call' | 'page'
  readonly code: string
  /** Which call, or where in the program. */
  readonly place: string
}

export interface ErrorMemory {
  add(error: RecentError): void
  list(): readonly RecentError[]
}

const most = 50

export function createErrorMemory(): ErrorMemory {
  const kept: RecentError[] = []
  return {
    add(error) {
      kept.push(error)
      if (kept.length > most) kept.shift()
    },
    list: () => [...kept],
  }
}

/** Also remembers what no part of the page caught. */
export function watchPage(errors: ErrorMemory): void {
  const note = (reason: unknown) => {
    const place = reason instanceof Error ? (reason.stack?.split('\n')[1]?.trim() ?? '') : ''
    errors.add({
      at: new Date().toISOString(),
      kind: 'page',
      code: reason instanceof Error ? reason.name : 'unknown',
      place: place.slice(0, 200),
    })
  }
  window.addEventListener('error', (event) => note(event.error))
  window.addEventListener('unhandledrejection', (event) => note(event.reason))
}
