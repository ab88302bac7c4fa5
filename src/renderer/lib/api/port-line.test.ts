import { os } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createApiClient } from './api-client.ts'
import type { Line } from './connection.ts'
import { openPortLine } from './port-line.ts'

const origin = 'app://reprotech'
let line: Line | null = null

beforeEach(() => {
  vi.stubGlobal('window', Object.assign(new EventTarget(), { location: { origin } }))
})
afterEach(() => {
  line?.close()
  vi.unstubAllGlobals()
})

/** What a page sees when the preload script posts a message to its window. */
function post(data: object, ports: MessagePort[] = [], from = origin): void {
  window.dispatchEvent(Object.assign(new Event('message'), { data, ports, origin: from, source: window }))
}

/** Hands the page a port whose far end is a station that knows one answer. */
function handOverPort(benchName: string, from = origin): void {
  const { port1, port2 } = new MessageChannel()
  new RPCHandler({ system: { info: os.handler(() => ({ benchName })) } }).upgrade(port1)
  port1.start()
  post({ type: 'station-port' }, [port2], from)
}

function aClient() {
  const opened = openPortLine()
  line = opened
  const api = createApiClient({
    line: opened,
    ownCalls: new Set(),
    errors: { add: () => undefined },
    tokens: () => ({ accessToken: async () => null, renew: async () => undefined }),
  })
  return { api, line: opened }
}

test('calls go over the port the desktop shell handed over', async () => {
  const { api } = aClient()
  handOverPort('Bench 2')
  await expect(api.system.info()).resolves.toEqual({ benchName: 'Bench 2' })
})

test('a call made before there is a port waits for it', async () => {
  const { api } = aClient()
  const asked = api.system.info()
  handOverPort('Bench 2')
  await expect(asked).resolves.toEqual({ benchName: 'Bench 2' })
})

test('after the station restarted, calls go over the new port', async () => {
  const { api, line: opened } = aClient()
  handOverPort('first life')
  await api.system.info()
  post({ type: 'station-state', state: 'restarting', reason: 'out of memory', delayMs: 0 })
  expect(opened.state).toBe('lost')
  handOverPort('second life')
  await expect(api.system.info()).resolves.toEqual({ benchName: 'second life' })
})

test('a port from another origin is not taken', () => {
  const { line: opened } = aClient()
  handOverPort('a stranger', 'https://example.org')
  expect(opened.state).toBe('connecting')
})
