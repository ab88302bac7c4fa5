import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAppProtocol, resolveAppFile } from '../../src/main/electron/app-protocol.ts'

let folder: string
let serve: (request: Request) => Promise<Response>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'app-protocol-'))
  mkdirSync(join(folder, 'renderer/assets'), { recursive: true })
  mkdirSync(join(folder, 'renderer-secret'))
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'renderer-secret/key.txt'), 'secret')
  writeFileSync(join(folder, 'renderer/index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(folder, 'renderer/assets/main-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'renderer/assets/strange.bin'), 'x')
  serve = createAppProtocol(join(folder, 'renderer'))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function fetched(
  address: string,
  method = 'GET',
): Promise<{ status: number; type: string | null; body: string }> {
  const response = await serve(new Request(address, { method }))
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() }
}

describe('the app protocol', () => {
  const page = { status: 200, type: 'text/html; charset=utf-8', body: '<!doctype html><title>page</title>' }
  const cases: { name: string; address: string; expected: object }[] = [
    { name: 'the page at the root', address: 'app://reprotech/', expected: page },
    { name: 'the page for a route inside it', address: 'app://reprotech/animals/42', expected: page },
    { name: 'the page for a folder', address: 'app://reprotech/assets', expected: page },
    {
      name: 'a script with its type',
      address: 'app://reprotech/assets/main-1a2b.js?v=1',
      expected: { status: 200, type: 'text/javascript; charset=utf-8', body: 'export {}' },
    },
    {
      name: 'an unknown type as bytes',
      address: 'app://reprotech/assets/strange.bin',
      expected: { status: 200, type: 'application/octet-stream', body: 'x' },
    },
    {
      name: '404 for a missing file, not the page in disguise',
      address: 'app://reprotech/assets/gone.js',
      expected: { status: 404, type: 'text/plain; charset=utf-8', body: '' },
    },
  ]
  test.each(cases)('serves $name', async ({ address, expected }) => {
    expect(await fetched(address)).toEqual(expected)
  })

  test('answers HEAD without a body and refuses to be written to', async () => {
    expect(await fetched('app://reprotech/', 'HEAD')).toEqual({ ...page, body: '' })
    expect((await fetched('app://reprotech/', 'POST')).status).toBe(405)
  })

  test('sends the strict policy with every answer, refusals included', async () => {
    for (const address of ['app://reprotech/', 'app://reprotech/gone.js', 'app://other/']) {
      const { headers } = await serve(new Request(address))
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "frame-ancestors 'none'",
          "base-uri 'none'",
        ]),
      )
      expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})

// The first spellings are those of the OWASP path traversal page: dots and slashes, encoded once and twice, backslashes.
describe('leaving the folder of the page', () => {
  const spellings = [
    'app://reprotech/../secret.txt',
    'app://reprotech/assets/../../secret.txt',
    'app://reprotech/%2e%2e/secret.txt',
    'app://reprotech/%2e%2e%2fsecret.txt',
    'app://reprotech/..%2fsecret.txt',
    'app://reprotech/..%5csecret.txt',
    'app://reprotech/..\\secret.txt',
    'app://reprotech/%252e%252e%252fsecret.txt',
    'app://reprotech/..%2frenderer-secret%2fkey.txt',
    'app://reprotech//etc/passwd',
    'app://reprotech/%2fetc%2fpasswd',
    'app://reprotech/C:/Windows/win.ini',
    'app://reprotech/index.html%00.png',
    'app://reprotech/%zz',
    'app://other/index.html',
    'file:///etc/passwd',
    'no address',
  ]
  test.each(spellings)('never reaches it by %s', async (address) => {
    const root = join(folder, 'renderer')
    const file = resolveAppFile(root, address)
    expect(file === null || file.startsWith(join(root, '/'))).toBe(true)
    if (!URL.canParse(address)) return
    expect((await fetched(address)).body).not.toMatch(/secret|root:/)
  })
})
