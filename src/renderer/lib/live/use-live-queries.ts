/** Makes queries stale by the live feed: what a commit touched is read again where it is on screen. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useServices } from '../api/services.tsx'
import type { CommitNotice } from './live-feed.ts'
import { showsTouched } from './query-keys.ts'

/** Listens to commits while the component is on the page. */
export function useCommits(listener: (notice: CommitNotice) => void): void {
  const { feed } = useServices()
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => feed.subscribe((notice) => latest.current(notice)), [feed])
}

/** Ties the query cache to the feed. Used once, by the shell, while someone is signed in. */
export function useLiveQueries(): void {
  const { feed } = useServices()
  const queries = useQueryClient()
  useEffect(() => feed.start(), [feed])
  useCommits((notice) => {
    void queries.invalidateQueries({ predicate: (query) => showsTouched(query, notice.touched) })
  })
}
