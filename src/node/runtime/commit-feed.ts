/**
 * Tells open screens what a commit touched, right after it. A listener that throws is dropped from that notice and
 * logged by the caller of `subscribe`; it never disturbs the command that committed.
 */
export interface CommitNotice {
  /** Ids of the changesets, first one first; empty when only derived values changed. */
  readonly changesetIds: readonly string[]
  readonly action: string
  readonly userId: string | null
  readonly sessionId: string | null
  readonly callId: string | null
  readonly undoable: boolean
  /** Touched records by entity; `null` instead of ids when there are too many to name. */
  readonly touched: Readonly<Record<string, readonly string[] | null>>
  readonly at: string
}

export interface CommitFeed {
  publish(notice: CommitNotice): void
  /** Returns the function that ends the subscription. */
  subscribe(listener: (notice: CommitNotice) => void): () => void
}

export function createCommitFeed(): CommitFeed {
  const listeners = new Set<(notice: CommitNotice) => void>()
  return {
    publish(notice) {
      for (const listener of listeners) listener(notice)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
