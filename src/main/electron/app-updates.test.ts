import { afterEach, expect, test, vi } from 'vitest'
import { keptLog } from '../../../tests/electron/fake-electron.ts'
import { startUpdates, type Updater } from './app-updates.ts'

afterEach(() => {
  vi.useRealTimers()
})

function anUpdater(check: () => Promise<null>): Updater & { feeds: unknown[] } {
  const feeds: unknown[] = []
  return {
    feeds,
    autoDownload: false,
    autoInstallOnAppQuit: false,
    setFeedURL: (feed) => void feeds.push(feed),
    checkForUpdates: check,
  }
}

const loadsNothing = async (): Promise<Updater> => {
  throw new Error('the updater was loaded')
}

test.each([null, ''])('is off and loads nothing without a feed (%j)', async (feedUrl) => {
  expect(await startUpdates({ feedUrl, loadUpdater: loadsNothing, log: keptLog() })).toBe('off')
})

test.each(['http://updates.example/', 'file:///updates', 'updates'])('refuses the feed %s', async (feedUrl) => {
  expect(await startUpdates({ feedUrl, loadUpdater: loadsNothing, log: keptLog() })).toBe('refused')
})

test('looks at the configured feed at once and every six hours, and survives a missing network', async () => {
  vi.useFakeTimers({ now: 0 })
  let checks = 0
  const updater = anUpdater(async () => {
    checks += 1
    throw new Error('net::ERR_INTERNET_DISCONNECTED')
  })
  const feedUrl = 'https://updates.example/reprotech'
  expect(await startUpdates({ feedUrl, loadUpdater: async () => updater, log: keptLog() })).toBe('on')
  expect({ checks, feeds: updater.feeds }).toEqual({ checks: 1, feeds: [{ provider: 'generic', url: feedUrl }] })
  await vi.advanceTimersByTimeAsync(12 * 60 * 60_000)
  expect(checks).toBe(3)
})
