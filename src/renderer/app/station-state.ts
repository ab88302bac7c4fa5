/** What the desktop shell says about the bench process: it posts `station-state` messages to this window. */
import { z } from 'zod'

const message = z.discriminatedUnion('state', [
  z.object({ state: z.literal('starting') }),
  z.object({ state: z.literal('ready') }),
  z.object({ state: z.literal('restarting'), reason: z.string(), delayMs: z.number() }),
  z.object({ state: z.literal('failed'), reason: z.string() }),
  z.object({ state: z.literal('stopped') }),
])

export type StationNews =
  | { readonly kind: 'none' }
  | { readonly kind: 'restarting' | 'failed' | 'back'; readonly reason: string }

export interface StationState {
  current(): StationNews
  subscribe(listener: () => void): () => void
  /** The person has read it. */
  dismiss(): void
}

/** Listens from the start, so that nothing said before the first drawing is lost. */
export function createStationState(): StationState {
  let news: StationNews = { kind: 'none' }
  const listeners = new Set<() => void>()
  const become = (next: StationNews) => {
    news = next
    for (const listener of [...listeners]) listener()
  }
  window.addEventListener('message', (event) => {
    if (event.source !== window || event.origin !== window.location.origin) return
    if ((event.data as { type?: unknown } | null)?.type !== 'station-state') return
    const parsed = message.safeParse(event.data)
    if (!parsed.success) return
    const said = parsed.data
    if (said.state === 'restarting' || said.state === 'failed') become({ kind: said.state, reason: said.reason })
    else if (said.state === 'ready' && news.kind === 'restarting') become({ kind: 'back', reason: news.reason })
  })
  return {
    current: () => news,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    dismiss: () => become({ kind: 'none' }),
  }
}
