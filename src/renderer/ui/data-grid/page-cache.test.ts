import { describe, expect, test } from 'vitest'
import { createPageCache, type LoadRows } from './page-cache.ts'

type Request = {
  start: number
  signal: AbortSignal
  answer: (rows: string[], total: number) => Promise<void>
  fail: (reason: unknown) => Promise<void>
}

/** A server that answers when the test says so. */
function aServer(): { load: LoadRows<string>; requests: Request[] } {
  const requests: Request[] = []
  const load: LoadRows<string> = (start, _count, signal) =>
    new Promise((resolve, reject) => {
      requests.push({
        start,
        signal,
        answer: async (rows, total) => {
          resolve({ rows, total })
          await settled()
        },
        fail: async (reason) => {
          reject(reason)
          await settled()
        },
      })
    })
  return { load, requests }
}

async function settled(): Promise<void> {
  await Promise.resolve()
  await Promise.resolve()
  await Promise.resolve()
}

function page(start: number, prefix = 'row'): string[] {
  return Array.from({ length: 10 }, (_, at) => `${prefix} ${start + at}`)
}

function aCache(load: LoadRows<string>, mostPages = 5) {
  return createPageCache('all', load, { pageSize: 10, mostPages, onChange: () => undefined })
}

describe('reading a long list', () => {
  test('asks for the pages in view, once', async () => {
    const { load, requests } = aServer()
    const cache = aCache(load)
    cache.want(0, 15)
    cache.want(2, 15)
    expect(requests.map(({ start }) => start)).toEqual([0, 10])
    await requests[0]?.answer(page(0), 1000)
    expect([cache.total(), cache.rowAt(3), cache.rowAt(12)]).toEqual([1000, 'row 3', undefined])
  })

  test('gives up pages that are no longer near', () => {
    const { load, requests } = aServer()
    const cache = aCache(load)
    cache.want(0, 10)
    cache.want(500, 10)
    expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, false])
  })

  test('forgets the pages used longest ago, never those in view', async () => {
    const { load, requests } = aServer()
    const cache = aCache(load, 2)
    for (const start of [0, 10, 20]) {
      cache.want(start, 10)
      await requests.at(-1)?.answer(page(start), 100)
    }
    expect([cache.rowAt(0), cache.rowAt(10), cache.rowAt(20)]).toEqual([undefined, 'row 10', 'row 20'])
  })
})

describe('showing another list', () => {
  test('keeps the old rows until the new ones are there', async () => {
    const { load, requests } = aServer()
    const cache = aCache(load)
    cache.want(0, 10)
    await requests[0]?.answer(page(0), 1000)
    const other = aServer()
    cache.show('filtered', other.load)
    expect([cache.rowAt(0), cache.isBusy(), cache.shownKey()]).toEqual(['row 0', true, 'all'])
    await other.requests[0]?.answer(page(0, 'hit'), 12)
    expect([cache.rowAt(0), cache.total(), cache.isBusy(), cache.shownKey()]).toEqual(['hit 0', 12, false, 'filtered'])
  })

  test('ignores an answer of the list left behind', async () => {
    const { load, requests } = aServer()
    const cache = aCache(load)
    cache.want(0, 10)
    const other = aServer()
    cache.show('filtered', other.load)
    await requests[0]?.answer(page(0), 1000)
    expect([cache.total(), requests[0]?.signal.aborted]).toEqual([undefined, true])
  })
})

describe('when rows could not be read', () => {
  test('tells why, keeps the rows at hand and reads again when asked', async () => {
    const { load, requests } = aServer()
    const cache = aCache(load)
    cache.want(0, 10)
    await requests[0]?.answer(page(0), 1000)
    cache.want(10, 10)
    const reason = new Error('disk')
    await requests[1]?.fail(reason)
    expect([cache.error(), cache.rowAt(0)]).toEqual([reason, 'row 0'])
    cache.retry()
    await requests[2]?.answer(page(10), 1000)
    expect([cache.error(), cache.rowAt(10)]).toEqual([undefined, 'row 10'])
  })
})

describe('refreshing after a change elsewhere', () => {
  test('reads what is in view anew while its rows stay on screen', async () => {
    const { load, requests } = aServer()
    const cache = aCache(load)
    cache.want(0, 10)
    await requests[0]?.answer(page(0), 1000)
    cache.refresh()
    expect([requests.length, cache.rowAt(0)]).toEqual([2, 'row 0'])
    await requests[1]?.answer(page(0, 'new'), 1001)
    expect([cache.rowAt(0), cache.total()]).toEqual(['new 0', 1001])
  })
})
