import { describe, expect, test } from 'vitest'
import type { SignedIn } from '../../../core/areas/people/people.model.ts'
import { ApiError } from './api-error.ts'
import { createTokenKeeper } from './token-keeper.ts'

/** A node that gives tokens one after the other and, like the real one, ends the session when an old one comes back. */
function aNode() {
  let generation = 0
  let valid = ''
  let down = false
  const signIn = (): SignedIn => {
    generation += 1
    valid = `refresh-${generation}`
    return {
      accessToken: `access-${generation}`,
      refreshToken: valid,
      expiresIn: 600,
      user: { id: 'u1' } as SignedIn['user'],
    }
  }
  return {
    signIn,
    setDown: (value: boolean) => {
      down = value
    },
    refreshes: () => generation,
    refresh: async (token: string) => {
      if (down) throw new ApiError('unavailable')
      if (token !== valid) throw new ApiError('session_ended')
      return signIn()
    },
  }
}

function aStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage
}

/** Locks as the browser has them, as far as a keeper needs: one holder per name, and waiting until the signal. */
function someLocks(): LockManager {
  const held = new Set<string>()
  return {
    request: async (name: string, options: LockOptions, work: () => Promise<unknown>) => {
      if (held.has(name)) {
        await new Promise((_resolve, reject) => {
          options.signal?.addEventListener('abort', () => reject(new DOMException('gave up', 'AbortError')))
        })
      }
      held.add(name)
      await work()
      held.delete(name)
    },
  } as unknown as LockManager
}

function aKeeper(parts: { node?: ReturnType<typeof aNode>; storage?: Storage; locks?: LockManager } = {}) {
  const node = parts.node ?? aNode()
  const clock = { nowMs: 1_000_000 }
  let ended = 0
  const storage = parts.storage ?? aStorage()
  const keeper = createTokenKeeper({
    storage,
    locks: parts.locks,
    refresh: node.refresh,
    onEnded: () => {
      ended += 1
    },
    nowMs: () => clock.nowMs,
    lockWaitMs: 5,
  })
  return { keeper, node, clock, storage, ended: () => ended }
}

describe('renewing', () => {
  test('gives the access token while it lasts', async () => {
    const { keeper, node } = aKeeper()
    keeper.adopt(node.signIn())
    expect(await keeper.accessToken()).toBe('access-1')
  })

  test('renews a minute before the end, once for all calls that need it', async () => {
    const { keeper, node, clock } = aKeeper()
    keeper.adopt(node.signIn())
    clock.nowMs += 541_000
    expect(await Promise.all([keeper.accessToken(), keeper.accessToken(), keeper.accessToken()])).toEqual([
      'access-2',
      'access-2',
      'access-2',
    ])
    expect(node.refreshes()).toBe(2)
  })

  test('tells that the session ended, and forgets it', async () => {
    const { keeper, node, clock, ended } = aKeeper()
    keeper.adopt({ ...node.signIn(), refreshToken: 'spent long ago' })
    clock.nowMs += 600_000
    await expect(keeper.accessToken()).rejects.toMatchObject({ code: 'session_ended' })
    expect(ended()).toBe(1)
    expect(await keeper.accessToken()).toBeNull()
  })

  test('keeps the session when the node only cannot be reached', async () => {
    const { keeper, node, clock, ended } = aKeeper()
    keeper.adopt(node.signIn())
    clock.nowMs += 600_000
    node.setDown(true)
    await expect(keeper.accessToken()).rejects.toMatchObject({ code: 'unavailable' })
    node.setDown(false)
    expect(await keeper.accessToken()).toBe('access-2')
    expect(ended()).toBe(0)
  })
})

describe('reloading and copying a page', () => {
  test('a reloaded page goes on with its session', async () => {
    const node = aNode()
    const before = aKeeper({ node })
    before.keeper.adopt(node.signIn())
    const after = aKeeper({ node, storage: before.storage })
    expect(await after.keeper.resume()).toEqual({ id: 'u1' })
    expect(await after.keeper.accessToken()).toBe('access-2')
  })

  test('a copied tab starts without a session, so that the first keeps its own', async () => {
    const node = aNode()
    const locks = someLocks()
    const first = aKeeper({ node, locks })
    first.keeper.adopt(node.signIn())
    const copy = aStorage()
    copy.setItem('reprotech.session', first.storage.getItem('reprotech.session') ?? '')
    const second = aKeeper({ node, locks, storage: copy })
    expect(await second.keeper.resume()).toBeNull()
    first.clock.nowMs += 600_000
    expect(await first.keeper.accessToken()).toBe('access-2')
  })

  test('a page without a session has none to go on with', async () => {
    expect(await aKeeper().keeper.resume()).toBeNull()
  })
})

describe('giving a session up', () => {
  test('hands out the token to end it with, and knows it no more', async () => {
    const { keeper, node } = aKeeper()
    keeper.adopt(node.signIn())
    expect(await keeper.release()).toBe('access-1')
    expect(await keeper.accessToken()).toBeNull()
  })

  test('renews once more when the token had run out, so that the node hears of the end', async () => {
    const { keeper, node, clock } = aKeeper()
    keeper.adopt(node.signIn())
    clock.nowMs += 3_600_000
    expect(await keeper.release()).toBe('access-2')
  })

  test('a renewal that was on its way does not bring the session back', async () => {
    const { keeper, node, clock } = aKeeper()
    keeper.adopt(node.signIn())
    clock.nowMs += 600_000
    const renewing = keeper.accessToken()
    const releasing = keeper.release()
    await Promise.all([renewing, releasing])
    expect(await keeper.accessToken()).toBeNull()
  })
})
