/** The site a person works at: chosen in the top bar, kept on this machine. Screens filter by it and put new records there. */
import { createContext, useContext } from 'react'
import type { Site } from '../../../core/areas/people/people.model.ts'

export interface SiteChoice {
  /** The chosen site; null while all sites are shown. */
  readonly siteId: string | null
  /** Active sites where the person has a role, by name. */
  readonly sites: readonly Site[]
  /** Whether the sites have been read; until then nobody knows where a new record goes. */
  readonly ready: boolean
  /** Where a new record goes: the chosen site, else the person's own, else the only one. */
  readonly siteForNew: string | null
  choose(siteId: string | null): void
}

export const SiteContext = createContext<SiteChoice>({
  siteId: null,
  sites: [],
  ready: false,
  siteForNew: null,
  choose: () => undefined,
})

/** Gives the chosen site and how to choose another. */
export function useSite(): SiteChoice {
  return useContext(SiteContext)
}
