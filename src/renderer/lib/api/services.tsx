/** What every screen is given: the client, the live feed, the line. Made once by `app/main.tsx`. */
import { createContext, type ReactElement, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { LiveFeed } from '../live/live-feed.ts'
import type { ApiClient } from './api-client.ts'
import type { Line, LineState } from './connection.ts'
import type { ErrorMemory } from './recent-errors.ts'
import type { TokenKeeper } from './token-keeper.ts'

export interface Services {
  readonly api: ApiClient
  readonly line: Line
  readonly feed: LiveFeed
  readonly tokens: TokenKeeper
  readonly errors: ErrorMemory
  /** Ids of the commands this page gave, to tell its own commits from others in the feed. */
  readonly ownCalls: ReadonlySet<string>
  /** Calls back when the session ended while it was in use. */
  onSessionEnded(listener: () => void): () => void
}

const ServicesContext = createContext<Services | null>(null)

export function ServicesProvider({ services, children }: { services: Services; children: ReactNode }): ReactElement {
  return <ServicesContext value={services}>{children}</ServicesContext>
}

/** Gives the services. Throws outside the provider. */
export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (services === null) throw new Error('useServices must be used inside ServicesProvider')
  return services
}

/** Gives the typed client of the contract. */
export function useApi(): ApiClient {
  return useServices().api
}

/** Gives whether the node can be reached now. */
export function useLineState(): LineState {
  const { line } = useServices()
  return useSyncExternalStore(line.subscribe, () => line.state)
}
