/** A node behind its real web server on a free loopback port, with a first administrator: what REST callers meet. */
import { pino } from 'pino'
import { createHttpServer } from '../../src/node/http/http-server.ts'
import { openTestNode, type TestEngine, type TestNode } from './test-node.ts'

export interface RestAnswer {
  readonly status: number
  readonly headers: Headers
  // Bodies are asserted field by field in the tests.
  readonly body: Record<string, unknown>
}

export interface TestServer {
  readonly node: TestNode
  readonly address: string
  /** Access token of the first administrator. */
  readonly token: string
  rest(
    method: string,
    path: string,
    options?: { body?: unknown; token?: string | null; headers?: Record<string, string> },
  ): Promise<RestAnswer>
  close(): Promise<void>
}

export const testPassword = 'cold chain never breaks'

export async function openTestServer(
  engine: TestEngine,
  options: { requestsPerMinute?: number | null; screensFolder?: string } = {},
): Promise<TestServer> {
  const node = await openTestNode(engine)
  const app = await createHttpServer({
    router: node.node.router,
    resolver: node.node.resolver,
    ids: node.ids,
    log: pino({ level: 'silent' }),
    version: 'test',
    health: { checkReady: async () => undefined },
    screensFolder: options.screensFolder ?? null,
    requestsPerMinute: options.requestsPerMinute ?? null,
    maxBodyBytes: 64 * 1024,
    allowedOrigins: [],
    extraRoutes: node.node.extraRoutes,
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  let token: string | null = null

  const rest: TestServer['rest'] = async (method, path, { body, token: given = token, headers = {} } = {}) => {
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(given === null ? {} : { authorization: `Bearer ${given}` }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    }
  }

  const setUp = await rest('POST', '/auth/setup', {
    body: {
      username: 'admin',
      displayName: 'First Administrator',
      password: testPassword,
      site: { code: 'KHJ', name: 'Al Kharj cryo lab', kind: 'laboratory', timeZone: 'Asia/Riyadh' },
    },
  })
  if (typeof setUp.body.accessToken !== 'string') throw new Error(`set-up failed: ${JSON.stringify(setUp.body)}`)
  token = setUp.body.accessToken
  return {
    node,
    address,
    token,
    rest,
    close: async () => {
      await app.close()
      await node.close()
    },
  }
}
