/** Reads the live feed while someone is signed in, and again whenever the line was lost in between. */
import type { z } from 'zod'
import type { commitNotice } from '../../../core/areas/sync/live.contract.ts'
import type { ApiClient } from '../api/api-client.ts'
import type { Line } from '../api/connection.ts'

export type CommitNotice = z.infer<typeof commitNotice>

export interface LiveFeed {
  subscribe(listener: (notice: CommitNotice) => void): () => void
  /** Begins to read; the function returned ends it. */
  start(): () => void
}

interface FeedParts {
  readonly api: ApiClient
  readonly line: Line
  /** Commits may have been missed: everything shown must be read again. */
  onGap(): void
}

const pauseMs = 500

export function createLiveFeed({ api, line, onGap }: FeedParts): LiveFeed {
  const listeners = new Set<(notice: CommitNotice) => void>()

  async function read(signal: AbortSignal): Promise<void> {
    for (let first = true; !signal.aborted; first = false) {
      try {
        const notices = await api.live.commits(undefined, { signal })
        if (!first) onGap()
        for await (const notice of notices) {
          for (const listener of [...listeners]) listener(notice)
        }
      } catch {
        // Lost line, or a session that is just ending: the pause and the next round, or `start`'s end, deal with it.
      }
      if (!signal.aborted) await untilOpen(line, signal)
    }
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    start() {
      const ending = new AbortController()
      void read(ending.signal)
      return () => ending.abort()
    },
  }
}

/** Waits a moment, and then for the line to be open. */
function untilOpen(line: Line, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      leave?.()
      signal.removeEventListener('abort', end)
      resolve()
    }
    let leave: (() => void) | undefined
    const timer = setTimeout(() => {
      if (line.state === 'open') return end()
      leave = line.subscribe(() => {
        if (line.state === 'open') end()
      })
    }, pauseMs)
    signal.addEventListener('abort', end, { once: true })
  })
}
