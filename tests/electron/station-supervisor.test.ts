import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createStationSupervisor, type StationSupervisor } from '../../src/main/electron/station-supervisor.ts'
import { FakePage, FakeStation, keptLog, numberedPorts } from './fake-electron.ts'

const options = { dataFolder: 'bench', version: '1.2.3' }

function aShell(): { supervisor: StationSupervisor; stations: FakeStation[]; log: ReturnType<typeof keptLog> } {
  const stations: FakeStation[] = []
  const log = keptLog()
  const supervisor = createStationSupervisor({
    fork: () => {
      const station = new FakeStation()
      stations.push(station)
      return station
    },
    createPorts: numberedPorts(),
    nowMs: () => Date.now(),
    log,
    options,
  })
  return { supervisor, stations, log }
}

const connected = (number: number) => ({ message: { type: 'connect' }, ports: [`station-${number}`] })

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('handing over ports', () => {
  test('starts the station with its options before anything else', () => {
    const { supervisor, stations } = aShell()
    supervisor.start()
    expect(stations.map((station) => station.received)).toEqual([[{ message: { type: 'start', options }, ports: [] }]])
  })

  test('gives no port before the station is ready, then one to every page that waits', () => {
    const { supervisor, stations } = aShell()
    const pages = [new FakePage(), new FakePage()]
    supervisor.start()
    for (const page of pages) supervisor.attachPage(page)
    expect(pages.map((page) => page.ports)).toEqual([[], []])
    stations[0]!.says({ type: 'ready' })
    expect(pages.map((page) => page.ports)).toEqual([['page-1'], ['page-2']])
    expect(stations[0]!.received.slice(1)).toEqual([connected(1), connected(2)])
    expect(pages[0]!.states).toEqual([{ state: 'starting' }, { state: 'ready' }])
  })

  test('gives a page that loads later, or again, a port of its own at once', () => {
    const { supervisor, stations } = aShell()
    const page = new FakePage()
    supervisor.start()
    stations[0]!.says({ type: 'ready' })
    supervisor.attachPage(page)
    supervisor.attachPage(page)
    expect(page.ports).toEqual(['page-1', 'page-2'])
    expect(stations[0]!.received.slice(1)).toEqual([connected(1), connected(2)])
  })

  test('sends nothing to a page that is gone', () => {
    const { supervisor, stations } = aShell()
    const [destroyed, closed] = [new FakePage(), new FakePage()]
    supervisor.start()
    supervisor.attachPage(destroyed)
    supervisor.attachPage(closed)
    destroyed.destroyed = true
    supervisor.detachPage(closed)
    stations[0]!.says({ type: 'ready' })
    expect(stations[0]!.received.slice(1)).toEqual([])
    expect([destroyed.states, closed.states]).toEqual([[{ state: 'starting' }], [{ state: 'starting' }]])
  })

  test.each([null, 'ready', 5, {}, { type: 'connected' }])(
    'ignores %j, which is no message of the station',
    (message) => {
      const { supervisor, stations } = aShell()
      const page = new FakePage()
      supervisor.start()
      supervisor.attachPage(page)
      stations[0]!.says(message)
      expect(page.states).toEqual([{ state: 'starting' }])
    },
  )
})

describe('restarting', () => {
  test('starts the station again after 1 s, says why, and hands the page a new port', () => {
    const { supervisor, stations, log } = aShell()
    const page = new FakePage()
    supervisor.start()
    stations[0]!.says({ type: 'ready' })
    supervisor.attachPage(page)
    stations[0]!.says({ type: 'fatal', reason: 'The disk is full.' })
    stations[0]!.dies(1)
    vi.advanceTimersByTime(999)
    expect(stations).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(stations).toHaveLength(2)
    stations[1]!.says({ type: 'ready' })
    expect(page.ports).toEqual(['page-1', 'page-2'])
    expect(page.states.slice(1)).toEqual([
      { state: 'restarting', reason: 'The disk is full.', delayMs: 1_000 },
      { state: 'ready' },
    ])
    expect(log.sentences).toContain('The station died and is started again: The disk is full.')
  })

  test('waits 1, 2, 5 and 10 s, then gives up with the reason', () => {
    const { supervisor, stations, log } = aShell()
    const page = new FakePage()
    supervisor.start()
    supervisor.attachPage(page)
    for (const delayMs of [1_000, 2_000, 5_000, 10_000]) {
      stations.at(-1)!.dies(9)
      vi.advanceTimersByTime(delayMs)
    }
    expect(stations).toHaveLength(5)
    stations.at(-1)!.dies(9)
    vi.advanceTimersByTime(3_600_000)
    expect(stations).toHaveLength(5)
    expect(page.states.at(-1)).toEqual({ state: 'failed', reason: 'the process ended with code 9' })
    expect(log.sentences.at(-1)).toBe('The station died too often and stays down: the process ended with code 9')
  })

  test('takes the reason of a crash from what Node wrote last', () => {
    const { supervisor, stations } = aShell()
    const page = new FakePage()
    supervisor.start()
    supervisor.attachPage(page)
    stations[0]!.dies(
      1,
      'file:///station.js:5\n\nTypeError: reading of undefined\n    at f (file:///s.js)\n\nNode.js v24.21.0\n',
    )
    expect(page.states.at(-1)).toEqual({
      state: 'restarting',
      reason: 'TypeError: reading of undefined',
      delayMs: 1_000,
    })
  })
})

describe('stopping', () => {
  test('asks the station to stop and waits until it has ended', async () => {
    const { supervisor, stations } = aShell()
    supervisor.start()
    const stopped = supervisor.stop()
    expect(stations[0]!.received.at(-1)).toEqual({ message: { type: 'stop' }, ports: [] })
    stations[0]!.dies(0)
    await stopped
    vi.advanceTimersByTime(60_000)
    expect({ started: stations.length, killed: stations[0]!.killed }).toEqual({ started: 1, killed: false })
  })

  test('ends a station by force that does not end within 5 s', async () => {
    const { supervisor, stations } = aShell()
    supervisor.start()
    const stopped = supervisor.stop()
    vi.advanceTimersByTime(4_999)
    expect(stations[0]!.killed).toBe(false)
    vi.advanceTimersByTime(1)
    await stopped
    expect(stations[0]!.killed).toBe(true)
  })

  test('starts no station again that died just before quitting', async () => {
    const { supervisor, stations } = aShell()
    supervisor.start()
    stations[0]!.dies(1)
    await supervisor.stop()
    vi.advanceTimersByTime(60_000)
    expect(stations).toHaveLength(1)
  })
})
