/** Starts the screens: opens the line to the node, loads the texts, draws. Everything is made here, by hand and in order. */
import { QueryClient } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createApiClient } from '../lib/api/api-client.ts'
import { openPortLine } from '../lib/api/port-line.ts'
import { createErrorMemory, watchPage } from '../lib/api/recent-errors.ts'
import type { Services } from '../lib/api/services.tsx'
import { openSocketLine } from '../lib/api/socket-line.ts'
import { createTokenKeeper, type TokenKeeper } from '../lib/api/token-keeper.ts'
import { createLiveFeed } from '../lib/live/live-feed.ts'
import { App } from './app.tsx'
import { startI18n } from './i18n/start-i18n.ts'
import { rememberedLook } from './look-memory.ts'
import { createStationState } from './station-state.ts'

/** The desktop app's own scheme; there the preload script hands over a port, and no socket exists. */
const desktopScheme = 'app:'

function createServices(queries: QueryClient): Services {
  const desktop = window.location.protocol === desktopScheme
  const line = desktop
    ? openPortLine()
    : openSocketLine(`${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/rpc`)
  const ended = new Set<() => void>()
  const ownCalls = new Set<string>()
  let tokens: TokenKeeper | null = null
  const keeper = (): TokenKeeper => {
    tokens ??= createTokenKeeper({
      storage: window.sessionStorage,
      locks: navigator.locks,
      refresh: (refreshToken) => api.auth.refresh({ refreshToken }, { context: { quiet: true } }),
      onEnded: () => {
        for (const listener of [...ended]) listener()
      },
      nowMs: () => Date.now(),
    })
    return tokens
  }
  const errors = createErrorMemory()
  watchPage(errors)
  const api = createApiClient({ line, tokens: keeper, ownCalls, errors })
  return {
    api,
    line,
    feed: createLiveFeed({ api, line, onGap: () => void queries.invalidateQueries() }),
    tokens: keeper(),
    errors,
    ownCalls,
    onSessionEnded: (listener) => {
      ended.add(listener)
      return () => void ended.delete(listener)
    },
  }
}

async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no root element')
  const stationState = createStationState()
  const queries = new QueryClient({
    // The live feed says when something is stale, and the client itself reads again over a new line.
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
  const services = createServices(queries)
  const look = rememberedLook()
  const i18n = await startI18n(look.lang)
  createRoot(root).render(
    <App services={services} queries={queries} i18n={i18n} firstLook={look} stationState={stationState} />,
  )
}

void start()
