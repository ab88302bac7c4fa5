/** Which of the person's sites is shown; remembered on this machine per person. */
import { useQuery } from '@tanstack/react-query'
import { type ReactElement, type ReactNode, useMemo, useState } from 'react'
import { useApi } from '../lib/api/services.tsx'
import { recordsQuery } from '../lib/live/live-queries.ts'
import { useUser } from '../lib/session/session.tsx'
import { SiteContext } from '../lib/session/site-choice.tsx'

const mostSites = 500

export function SiteProvider({ children }: { children: ReactNode }): ReactElement {
  const api = useApi()
  const user = useUser()
  const storageKey = `reprotech.site.${user.id}`
  const [chosen, setChosen] = useState(() => window.localStorage.getItem(storageKey))
  const all = useQuery(
    recordsQuery({
      entity: 'site',
      rest: ['active'],
      read: (signal) => api.sites.list({ active: true, limit: mostSites, sort: 'name' }, { signal }),
    }),
  )
  const choice = useMemo(() => {
    const everywhere = user.roles.some((role) => role.siteId === null)
    const own = new Set(user.roles.map((role) => role.siteId))
    const sites = (all.data?.items ?? []).filter((site) => everywhere || own.has(site.id))
    const siteId = sites.some((site) => site.id === chosen) ? chosen : null
    const home = sites.find((site) => site.id === user.homeSiteId)?.id
    return {
      siteId,
      sites,
      ready: all.data !== undefined,
      siteForNew: siteId ?? home ?? (sites.length === 1 ? (sites[0]?.id ?? null) : null),
      choose: (next: string | null) => {
        setChosen(next)
        if (next === null) window.localStorage.removeItem(storageKey)
        else window.localStorage.setItem(storageKey, next)
      },
    }
  }, [all.data, user, chosen, storageKey])
  return <SiteContext value={choice}>{children}</SiteContext>
}
