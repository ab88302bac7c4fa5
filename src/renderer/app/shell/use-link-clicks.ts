/**
 * Plain links to our own addresses change the screen without loading the page, after asking whether unsaved input may be
 * lost. Links of the kit are ordinary anchors, so that opening in a new window and copying the address work by themselves.
 */
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useAskToLeave } from '../../ui/form/leave-guard.tsx'

/** The part of the history's question that is looked at; its own type is not exported by the router. */
interface BlockerFnArgs {
  readonly currentLocation: { readonly pathname: string }
  readonly nextLocation: { readonly pathname: string }
}

export function useLinkClicks(): void {
  const router = useRouter()
  const mayLeave = useAskToLeave()
  useEffect(() => {
    function onClick(event: MouseEvent): void {
      if (
        event.defaultPrevented ||
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey
      )
        return
      const anchor = event.target instanceof Element ? event.target.closest('a') : null
      const href = anchor?.getAttribute('href')
      if (anchor === null || href === null || href === undefined || !isScreen(anchor)) return
      event.preventDefault()
      router.history.push(href)
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [router])
  useEffect(
    () =>
      router.history.block({
        // Closing the window is asked about by the leave guard itself.
        enableBeforeUnload: false,
        blockerFn: async ({ currentLocation, nextLocation }: BlockerFnArgs) =>
          currentLocation.pathname !== nextLocation.pathname && !(await mayLeave()),
      }),
    [router, mayLeave],
  )
}

/** Addresses of the interfaces are no screens; they are left to the browser. */
const notScreens = /^\/(api|docs|metrics|healthz|readyz|sync|rx)(\/|$)/

function isScreen(anchor: HTMLAnchorElement): boolean {
  if (anchor.target !== '' && anchor.target !== '_self') return false
  if (anchor.hasAttribute('download') || anchor.getAttribute('href')?.startsWith('#') === true) return false
  return anchor.origin === window.location.origin && !notScreens.test(anchor.pathname)
}
