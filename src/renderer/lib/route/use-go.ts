/** Moving between screens by address. Plain links (`<a href="/customers">`, `href` of kit buttons) need none of this. */
import { useParams, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Gives a function that opens an address of the product; `replace` leaves no step in the history. */
export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const router = useRouter()
  return useCallback(
    (href, { replace = false } = {}) => {
      if (replace) router.history.replace(href)
      else router.history.push(href)
    },
    [router],
  )
}

/** Gives a parameter of the address; empty when the route has none of that name. */
export function useParam(name: string): string {
  const params = useParams({ strict: false }) as Record<string, string | undefined>
  return params[name] ?? ''
}
