/**
 * The station as the desktop application runs it: told to start by the shell, a page connected by a message port of
 * Electron's shape, asked to stop. Electron's `parentPort` and `MessagePortMain` are stood in for by small fakes with
 * the same methods; everything behind them is real.
 */
import { EventEmitter, once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { afterAll, expect, test, vi } from 'vitest'
import type { TestClient } from '../support/test-node.ts'

/** One end of a channel, with the methods of Electron's MessagePortMain. */
class PortMain extends EventEmitter {
  other: PortMain | undefined

  postMessage(data: unknown): void {
    queueMicrotask(() => this.other?.emit('message', { data: structuredClone(data) }))
  }

  start(): void {
    // Electron's ports hold messages back until started; nothing is sent before that here.
  }
}

function channel(): [PortMain, PortMain] {
  const [left, right] = [new PortMain(), new PortMain()]
  left.other = right
  right.other = left
  return [left, right]
}

const folder = mkdtempSync(join(tmpdir(), 'reprotech-entry-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('starts, serves a page over its port, and stops in order', async () => {
  const shell = new EventEmitter()
  const posted = new EventEmitter()
  const parentPort = Object.assign(shell, {
    postMessage: (message: { type: string }) => posted.emit(message.type, message),
  })
  vi.stubGlobal(
    'process',
    new Proxy(process, { get: (target, key) => (key === 'parentPort' ? parentPort : Reflect.get(target, key)) }),
  )
  await import('../../src/main/station/electron-entry.ts')

  const ready = once(posted, 'ready')
  shell.emit('message', { data: { type: 'start', options: { dataFolder: folder, version: '9.9.9' } }, ports: [] })
  await ready

  const [station, page] = channel()
  shell.emit('message', { data: { type: 'connect' }, ports: [station] })
  const client: TestClient = createORPCClient(new RPCLink({ port: page as never }))
  expect(await client.system.info()).toMatchObject({ version: '9.9.9', nodeKind: 'station', engine: 'sqlite' })
  const signedIn = await client.auth.setup({
    username: 'admin',
    displayName: 'First Administrator',
    password: 'cold chain never breaks',
    site: { code: 'KHJ', name: 'Al Kharj cryo lab', kind: 'laboratory', timeZone: 'Asia/Riyadh' },
  })
  expect(signedIn.user.username).toBe('admin')

  const ended = new Promise((resolve) =>
    vi.spyOn(process, 'exit').mockImplementation(((code: number) => resolve(code)) as never),
  )
  shell.emit('message', { data: { type: 'stop' }, ports: [] })
  expect(await ended).toBe(0)
})
