import { ORPCError } from '@orpc/client'
import { describe, expect, test } from 'vitest'
import { createApiClient } from './api-client.ts'
import { ApiError } from './api-error.ts'
import { createLineState, type Link } from './connection.ts'

interface Seen {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

/** A client on a line whose far end answers what the test says. */
function aClient(answer: (path: string, tries: number) => unknown) {
  const seen: Seen[] = []
  const ownCalls = new Set<string>()
  let token: string | null = 'token-1'
  let renewals = 0
  const line = createLineState(() => undefined)
  const link: Link = {
    call: async (path, _input, options) => {
      seen.push({ path: path.join('.'), headers: options.context.headers ?? {} })
      return answer(path.join('.'), seen.length)
    },
  }
  line.opened(link)
  const api = createApiClient({
    line,
    ownCalls,
    errors: { add: () => undefined },
    tokens: () => ({
      accessToken: async () => token,
      renew: async () => {
        if (token === null) throw new ApiError('unauthenticated')
        renewals += 1
        token = 'token-2'
      },
    }),
  })
  return {
    api,
    line,
    link,
    seen,
    ownCalls,
    renewals: () => renewals,
    signOut: () => {
      token = null
    },
  }
}

const refused = (code: string, data: Record<string, unknown> = {}) => new ORPCError(code, { data, status: 409 })

describe('who calls', () => {
  test('the token goes with the call, and not before sign-in', async () => {
    const { api, seen } = aClient(() => ({}))
    await api.auth.profile()
    await api.auth.setupStatus()
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', undefined])
  })

  test('a call refused for its token is given again after renewing, a command too', async () => {
    const { api, seen, renewals } = aClient((_path, tries) => {
      if (tries === 1) throw refused('unauthenticated', { reason: 'expired' })
      return {}
    })
    await api.auth.logout()
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2'])
    expect(renewals()).toBe(1)
  })

  test('without a session nothing is sent', async () => {
    const { api, seen, signOut } = aClient(() => ({}))
    signOut()
    await expect(api.auth.profile()).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(seen.filter(({ headers }) => headers.authorization !== undefined)).toEqual([])
  })
})

describe('refusals', () => {
  test('come as code, data and field', async () => {
    const { api } = aClient(() => {
      throw refused('site_code_taken', { field: 'code' })
    })
    await expect(api.sites.list({})).rejects.toMatchObject({ name: 'ApiError', code: 'site_code_taken', field: 'code' })
  })

  test('an unexpected error carries its reference', async () => {
    const { api } = aClient(() => {
      throw refused('internal_error', { reference: 'r-1' })
    })
    await expect(api.sites.list({})).rejects.toMatchObject({ code: 'internal_error', reference: 'r-1' })
  })

  test('a procedure the contract does not have is refused here', async () => {
    const { api } = aClient(() => ({}))
    const beyond = api as unknown as { sites: { fly: () => Promise<unknown> } }
    await expect(beyond.sites.fly()).rejects.toMatchObject({ code: 'no_such_procedure' })
  })
})

describe('a line that breaks', () => {
  test('a read is asked again over the next life of the line', async () => {
    const client = aClient((_path, tries) => {
      if (tries > 1) return { items: [] }
      client.line.broke()
      client.line.opened(client.link)
      throw new Error('connection closed')
    })
    await expect(client.api.sites.list({})).resolves.toEqual({ items: [] })
    expect(client.seen).toHaveLength(2)
  })

  test('a write is never sent twice: nobody knows whether it happened', async () => {
    const client = aClient(() => {
      client.line.broke()
      client.line.opened(client.link)
      throw new Error('connection closed')
    })
    await expect(client.api.auth.logoutEverywhere()).rejects.toMatchObject({
      code: 'unavailable',
      data: { sent: true },
    })
    expect(client.seen).toHaveLength(1)
  })
})

describe('own commands', () => {
  test('are remembered by the id they were sent with; reads and quiet ones are not', async () => {
    const { api, seen, ownCalls } = aClient(() => ({}))
    await api.auth.logoutEverywhere()
    await api.auth.profile()
    await api.auth.logout(undefined, { context: { quiet: true } })
    expect([...ownCalls]).toEqual([seen[0]?.headers['reprotech-call']])
  })
})
