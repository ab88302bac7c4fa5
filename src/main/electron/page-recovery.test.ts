import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakePage, keptLog } from '../../../tests/electron/fake-electron.ts'
import { recoverPage } from './page-recovery.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})

afterEach(() => {
  vi.useRealTimers()
})

function aPage(): FakePage {
  const page = new FakePage()
  recoverPage(page, { nowMs: () => Date.now(), log: keptLog() })
  return page
}

test('loads a crashed page again after a second', () => {
  const page = aPage()
  page.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 })
  vi.advanceTimersByTime(1_000)
  expect(page.reloads).toBe(1)
})

test('leaves a page alone that ended on purpose or was closed meanwhile', () => {
  const [ended, closed] = [aPage(), aPage()]
  ended.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
  closed.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 })
  closed.destroyed = true
  vi.advanceTimersByTime(60_000)
  expect([ended.reloads, closed.reloads]).toEqual([0, 0])
})

test('stops loading a page that crashes five times in two minutes', () => {
  const page = aPage()
  for (let crash = 0; crash < 8; crash += 1) {
    page.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 })
    vi.advanceTimersByTime(10_000)
  }
  expect(page.reloads).toBe(4)
})
