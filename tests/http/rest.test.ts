/**
 * The REST interface as a foreign program meets it, on a station (SQLite) and at HQ (PGlite): problem documents of
 * RFC 9457, lists with cursors, Idempotency-Key, If-Match, the reference document, limits.
 */
import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { TestEngine } from '../support/test-node.ts'
import { openTestServer, type TestServer, testPassword } from '../support/test-server.ts'

const engines: readonly TestEngine[] = ['sqlite', 'pglite']

describe.each(engines)('REST on %s', (engine) => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer(engine)
  })
  afterAll(async () => {
    await server.close()
  })

  test('signs in with a password and reads its own profile', async () => {
    const signedIn = await server.rest('POST', '/auth/login', {
      token: null,
      body: { username: 'admin', password: testPassword },
    })
    expect(signedIn.status).toBe(200)
    expect(Object.keys(signedIn.body).sort()).toEqual(['accessToken', 'expiresIn', 'refreshToken', 'user'])
    const profile = await server.rest('GET', '/auth/profile', { token: String(signedIn.body.accessToken) })
    expect(profile.body).toMatchObject({ username: 'admin', displayName: 'First Administrator' })
  })

  test('answers without a token 401 and with a forged one 401, as problem documents', async () => {
    const none = await server.rest('GET', '/customers', { token: null })
    expect(none.status).toBe(401)
    expect(none.headers.get('content-type')).toContain('application/problem+json')
    expect(none.body).toMatchObject({
      code: 'unauthenticated',
      status: 401,
      type: 'urn:reprotech:problem:unauthenticated',
    })
    const forged = await server.rest('GET', '/customers', { token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.' })
    expect([forged.status, forged.body.code]).toEqual([401, 'unauthenticated'])
  })

  test('creates, reads with an entity tag, refuses a stale If-Match with the current record', async () => {
    const created = await server.rest('POST', '/customers', { body: { name: 'Ridgecrest', type: 'organization' } })
    expect(created.status).toBe(201)
    expect(created.headers.get('etag')).toBe('"1"')
    const path = `/customers/${String(created.body.id)}`
    const changed = await server.rest('PUT', path, { body: { phone: '1' }, headers: { 'if-match': '"1"' } })
    expect([changed.status, changed.body.rev]).toEqual([200, 2])
    const stale = await server.rest('PUT', path, { body: { phone: '2' }, headers: { 'if-match': '"1"' } })
    expect(stale.status).toBe(412)
    expect(stale.body).toMatchObject({ code: 'rev_mismatch', data: { current: { phone: '1', rev: 2 } } })
  })

  test('does a repeated request with the same Idempotency-Key once, and refuses the key for another request', async () => {
    const headers = { 'idempotency-key': 'order-4711' }
    const body = { name: 'Once only', type: 'individual' }
    const [first, second] = [
      await server.rest('POST', '/customers', { body, headers }),
      await server.rest('POST', '/customers', { body, headers }),
    ]
    expect(second.body).toEqual(first.body)
    expect((await server.rest('GET', '/customers?q=once')).body).toMatchObject({ total: 1 })
    const other = await server.rest('POST', '/customers', { body: { ...body, name: 'Another' }, headers })
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused'])
  })

  test('pages with nextCursor and refuses a cursor of another order', async () => {
    for (const name of ['P1', 'P2', 'P3']) await server.rest('POST', '/customers', { body: { name, type: 'research' } })
    const first = await server.rest('GET', '/customers?type=research&limit=2&sort=-name')
    expect((first.body.items as { name: string }[]).map((item) => item.name)).toEqual(['P3', 'P2'])
    const cursor = encodeURIComponent(String(first.body.nextCursor))
    const second = await server.rest('GET', `/customers?type=research&limit=2&sort=-name&cursor=${cursor}`)
    expect((second.body.items as { name: string }[]).map((item) => item.name)).toEqual(['P1'])
    const wrong = await server.rest('GET', `/customers?type=research&limit=2&sort=code&cursor=${cursor}`)
    expect([wrong.status, wrong.body.code]).toEqual([400, 'cursor_invalid'])
  })

  test('takes groups of conditions as JSON text in an address', async () => {
    const where = encodeURIComponent(
      JSON.stringify({
        any: [
          { field: 'name', op: 'starts_with', value: 'P1' },
          { field: 'name', op: 'is', value: 'P3' },
        ],
      }),
    )
    const found = await server.rest('GET', `/customers?where=${where}&sort=name`)
    expect((found.body.items as { name: string }[]).map((item) => item.name)).toEqual(['P1', 'P3'])
    const broken = await server.rest('GET', '/customers?where=%7Bnot')
    expect([broken.status, broken.body.code]).toEqual([400, 'validation_failed'])
  })

  test('names every rejected field, and a misspelt one', async () => {
    const refused = await server.rest('POST', '/customers', { body: { name: ' ', type: 'farm', colour: 'red' } })
    expect([refused.status, refused.body.code]).toEqual([400, 'validation_failed'])
    const { issues } = refused.body.data as { issues: { path: string; code: string }[] }
    expect(issues.map((issue) => issue.path)).toEqual(expect.arrayContaining(['name', 'type']))
    expect(JSON.stringify(issues)).toContain('colour')
  })

  test('answers malformed JSON, an unknown address and a wrong method with codes, never a stack', async () => {
    const malformed = await server.rest('POST', '/customers', { body: '{"name": ' })
    expect([malformed.status, malformed.body.code]).toEqual([400, 'malformed_json'])
    const unknown = await server.rest('GET', '/nothing/here')
    expect([unknown.status, unknown.body.code]).toEqual([404, 'no_such_procedure'])
    expect(JSON.stringify([malformed.body, unknown.body])).not.toMatch(/\.ts|node_modules|select /)
  })

  test('holds the body limit, declared and chunked', async () => {
    const big = JSON.stringify({ name: 'x'.repeat(100_000), type: 'individual' })
    const declared = await server.rest('POST', '/customers', { body: big })
    expect([declared.status, declared.body.code]).toEqual([413, 'body_too_large'])
    expect(await postChunked(`${server.address}/api/v1/customers`, server.token, big)).toBe(413)
  })

  test('documents every procedure with its refusals in OpenAPI 3.1', async () => {
    const document = await server.rest('GET', '/openapi.json', { token: null })
    expect(document.body.openapi).toMatch(/^3\.1\./)
    const paths = document.body.paths as Record<string, Record<string, { responses: Record<string, unknown> }>>
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/customers', '/customers/{id}', '/auth/login', '/users', '/audit']),
    )
    expect(Object.keys(paths['/customers']?.post?.responses ?? {})).toEqual(
      expect.arrayContaining(['201', '400', '401', '403', '409', '412', '422', '429']),
    )
  })

  test('serves the reference page, health and metrics without sign-in', async () => {
    const read = async (path: string) => fetch(`${server.address}${path}`)
    expect((await read('/docs')).headers.get('content-type')).toContain('text/html')
    expect((await read('/docs/assets/swagger-ui-bundle.js')).status).toBe(200)
    expect(await (await read('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await read('/readyz')).status).toBe(200)
    expect(await (await read('/metrics')).text()).toContain('reprotech_http_request_seconds_bucket')
  })

  test('sends security headers and no CORS permission', async () => {
    const { headers } = await fetch(`${server.address}/healthz`, { headers: { origin: 'https://elsewhere.example' } })
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  test('opens the socket to its own page and to no other origin', async () => {
    expect(await openSocket(server.address, server.address)).toBe('open')
    expect(await openSocket(server.address, 'https://elsewhere.example')).toBe('403')
  })
})

describe('rate limits', () => {
  test('answer 429 with a code beyond the limit, and leave health alone', async () => {
    const server = await openTestServer('sqlite', { requestsPerMinute: 10 })
    const statuses: number[] = []
    for (let index = 0; index < 12; index += 1)
      statuses.push((await server.rest('GET', '/system/info', { token: null })).status)
    expect(statuses.at(-1)).toBe(429)
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
    expect((await fetch(`${server.address}/metrics`)).status).toBe(200)
    await server.close()
  })

  test('are tighter where passwords are tried', async () => {
    const server = await openTestServer('sqlite', { requestsPerMinute: 1000 })
    const statuses = new Set<number>()
    for (let index = 0; index < 65; index += 1) {
      statuses.add(
        (await server.rest('POST', '/auth/refresh', { token: null, body: { refreshToken: 'x'.repeat(43) } })).status,
      )
    }
    expect([...statuses].sort()).toEqual([401, 429])
    expect((await server.rest('GET', '/customers')).status).toBe(200)
    await server.close()
  })
})

/** Sends a body without a declared length. Resolves with the status. */
function postChunked(url: string, token: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          'transfer-encoding': 'chunked',
        },
      },
      (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      },
    )
    request.on('error', reject)
    for (let at = 0; at < body.length; at += 8192) request.write(body.slice(at, at + 8192))
    request.end()
  })
}

function openSocket(address: string, origin: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/rpc`, { origin })
    socket.on('open', () => {
      socket.terminate()
      resolve('open')
    })
    socket.on('unexpected-response', (_request, response) => resolve(String(response.statusCode)))
    socket.on('error', () => undefined)
  })
}
