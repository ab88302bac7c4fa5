/** The built screens as a browser gets them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'reprotech-screens-'))
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Reprotech</title>')
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), 'export {}')
  server = await openTestServer('sqlite', { screensFolder: folder })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

test.each([
  ['the first page', '/', 200, 'text/html', 'no-cache'],
  ['a screen by its address', '/animals/42', 200, 'text/html', 'no-cache'],
  ['an asset, which never changes', '/assets/index-1a2b.js', 200, 'javascript', 'public, max-age=31536000, immutable'],
])('serves %s', async (_what, path, status, type, cache) => {
  const answer = await fetch(`${server.address}${path}`)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, cache])
  expect(answer.headers.get('content-type')).toContain(type)
})

test.each(['/assets/gone.js', '/assets/..%2f..%2fpackage.json', '/api/v1/nothing'])(
  'has nothing at %s',
  async (path) => {
    const answer = await fetch(`${server.address}${path}`)
    expect([400, 403, 404]).toContain(answer.status)
  },
)
