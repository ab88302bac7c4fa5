/**
 * The line to the node: a WebSocket in a browser, a MessagePort in the desktop app. Whichever it is, calls go over the
 * life of the line that is open now; between lives they wait a little.
 */
import type { ClientContext, ClientLink } from '@orpc/client'
import { ApiError } from './api-error.ts'

export interface CallContext extends ClientContext {
  /** The screen says itself what happened: no message with Undo for this command. */
  readonly quiet?: boolean
  /** Access token of a session this page has given up already, to end it with. */
  readonly token?: string
  /** Headers of the call; set by the client, never by screens. */
  readonly headers?: Readonly<Record<string, string>>
}

export type Link = ClientLink<CallContext>
export type LineState = 'connecting' | 'open' | 'lost'

export interface Line {
  readonly state: LineState
  /** Counts the times the line was opened, so that readers know when to read everything again. */
  readonly life: number
  subscribe(listener: () => void): () => void
  /** The link of the open line. Waits at most `waitMs`, then refuses with `unavailable`. */
  link(signal?: AbortSignal): Promise<Link>
  close(): void
}

/** Long enough for a node that restarts, short enough that nobody thinks the screen hangs. */
const waitMs = 4_000

/** Keeps state, listeners and waiters of a line; the transports below only say when it opens and breaks. */
export function createLineState(onClose: () => void): Line & { opened(link: Link): void; broke(): void } {
  let state: LineState = 'connecting'
  let life = 0
  let current: Link | null = null
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  return {
    get state() {
      return state
    },
    get life() {
      return life
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    opened(link) {
      current = link
      state = 'open'
      life += 1
      tell()
    },
    broke() {
      current = null
      if (state !== 'connecting' || life > 0) state = 'lost'
      tell()
    },
    link(signal) {
      if (current !== null) return Promise.resolve(current)
      return new Promise((resolve, reject) => {
        const settle = () => {
          clearTimeout(timer)
          listeners.delete(look)
          signal?.removeEventListener('abort', abort)
        }
        const look = () => {
          if (current === null) return
          settle()
          resolve(current)
        }
        const abort = () => {
          settle()
          reject(signal?.reason)
        }
        const timer = setTimeout(() => {
          settle()
          reject(new ApiError('unavailable'))
        }, waitMs)
        listeners.add(look)
        signal?.addEventListener('abort', abort, { once: true })
      })
    },
    close: onClose,
  }
}
