/** Parts of the address after `?` as state: bookmarks, reloads and the back button keep what a list shows. */
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'

type Search = Record<string, unknown>

/** Gives a function that sets parts of the address at once; undefined takes a part out. It leaves no step in the history. */
export function usePatchSearch(): (patch: Search) => void {
  const router = useRouter()
  return useCallback(
    (patch) => {
      const { pathname, search } = router.latestLocation
      const next = Object.fromEntries(
        Object.entries({ ...(search as Search), ...patch }).filter(([, value]) => value !== undefined),
      )
      void router.navigate({ to: pathname, search: next as never, replace: true, resetScroll: false })
    },
    [router],
  )
}

/** Gives the part under `name` and how to set it. */
export function useSearchState<Value>(name: string): [Value | undefined, (value: Value | undefined) => void] {
  const patch = usePatchSearch()
  const value = useRouterState({ select: (state) => (state.location.search as Search)[name] }) as Value | undefined
  const set = useCallback((next: Value | undefined) => patch({ [name]: next }), [patch, name])
  return [value, set]
}
