/**
 * A real bench for browser tests: its own process, its own temporary folder, its own free port. The screens must be
 * built (`npm test` builds them).
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const main = resolve(import.meta.dirname, '../../../src/main/station/main.ts')
const readyMs = 60_000
/** SQLite may still hold its files for a moment after the process ended. */
const retries = { maxRetries: 5, retryDelay: 100 }

export interface Bench {
  /** Base address, for example http://127.0.0.1:40123; the same after a restart. */
  readonly address: string
  /** Calls the REST API; throws with the answer when it is no success. */
  call<Answer>(method: string, path: string, body?: unknown, token?: string): Promise<Answer>
  /** Ends the process without any warning, as a power cut would. */
  kill(): Promise<void>
  /** Starts it again on the same folder and port. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** The administrator every set-up bench has. */
export const administrator = { username: 'faisal', displayName: 'Faisal Al-Harbi', password: 'river stone lamp 7' }
export const firstSite = {
  code: 'KHJ',
  name: 'Al Kharj cryo lab',
  nameArabic: 'مختبر التجميد بالخرج',
  kind: 'laboratory',
  timeZone: 'Asia/Riyadh',
}

/** Starts a bench nobody has set up yet. */
export function startStation(): Promise<Bench> {
  return start([])
}

/** Starts a bench filled with demo data; its people sign in with the demo password. */
export function startDemoStation(): Promise<Bench> {
  return start(['--demo'])
}

async function start(options: readonly string[]): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'reprotech-e2e-'))
  let { process: station, address } = await launch(folder, 0, options)
  const { port } = new URL(address)

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (station.exitCode !== null || station.signalCode !== null) return
    const ended = once(station, 'exit')
    station.kill(signal)
    await ended
  }
  return {
    address,
    call: (method, path, body, token) => call(address, method, path, body, token),
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGTERM')
      ;({ process: station, address } = await launch(folder, Number(port)))
    },
    stop: async () => {
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true, ...retries })
    },
  }
}

/** Starts a bench with its first site and administrator; gives a token of the administrator too. */
export async function startSetUpStation(): Promise<Bench & { readonly token: string }> {
  const bench = await startStation()
  const { accessToken } = await bench.call<{ accessToken: string }>('POST', '/auth/setup', {
    ...administrator,
    site: firstSite,
  })
  return { ...bench, token: accessToken }
}

async function launch(
  folder: string,
  port: number,
  options: readonly string[] = [],
): Promise<{ process: ChildProcess; address: string }> {
  const station = spawn(process.execPath, [main, '--data', folder, '--port', String(port), ...options], {
    env: { ...process.env, REPROTECH_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const address = await new Promise<string>((found, failed) => {
    const timer = setTimeout(() => failed(new Error(`the bench was not ready in ${readyMs} ms: ${said}`)), readyMs)
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const ready = /ready at (http:\/\/\S+)/.exec(said)
      if (ready?.[1] === undefined) return
      clearTimeout(timer)
      found(ready[1])
    }
    station.stdout.on('data', listen)
    station.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    station.once('exit', (code) => failed(new Error(`the bench ended with ${code}: ${said}`)))
  })
  return { process: station, address }
}

async function call<Answer>(
  address: string,
  method: string,
  path: string,
  body: unknown,
  token: string | undefined,
): Promise<Answer> {
  const response = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
  return JSON.parse(text) as Answer
}
