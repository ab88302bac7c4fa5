/** A part of the address after `?` as state: bookmarks, reloads and the back button keep what a list shows. */
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Gives the value under `name` and how to set it; undefined takes it out. Changes leave no step in the history. */
export function useSearchState<Value>(name: string): [Value | undefined, (value: Value | undefined) => void] {
  const router = useRouter()
  const value = useRouterState({ select: (state) => (state.location.search as Record<string, unknown>)[name] }) as Value | undefined
  const set = useCallback(
    (next: Value | undefined) => {
      const { [name]: _before, ...rest } = router.state.location.search as Record<string, unknown>
      void router.navigate({
        to: router.state.location.pathname,
        search: (next === undefined ? rest : { ...rest, [name]: next }) as never,
        replace: true,
        resetScroll: false,
      })
    },
    [router, name],
  )
  return [value, set]
}
