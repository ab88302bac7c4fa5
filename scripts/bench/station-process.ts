/** The real station program on a data folder, timed from the moment the process is asked for. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const program = join('src', 'main', 'station', 'main.ts')

export interface StationProcess {
  readonly address: string
  /** From spawning to the line that says it is ready, in milliseconds. */
  readonly readyMs: number
  readonly startedAt: number
  /** Resident memory in MB; null where the platform does not tell. */
  residentMegabytes(): number | null
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** Starts it with these flags of Node before the program's name. */
export async function startStationProcess(folder: string, flags: readonly string[] = []): Promise<StationProcess> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...flags, program, '--data', folder, '--port', '0'], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { ...process.env, NODE_ENV: 'production', REPROTECH_LOG: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  const address = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const found = /is ready at (http:\/\/\S+)/.exec(output)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.on('exit', (code) => reject(new Error(`the station ended before it was ready (${code ?? 'killed'})`)))
  })
  return {
    address,
    readyMs: performance.now() - startedAt,
    startedAt,
    residentMegabytes: () => (process.platform === 'linux' ? residentOf(child.pid ?? 0) : null),
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      await gone
    },
  }
}

function residentOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  if (kilobytes === undefined) throw new Error('the platform does not tell the memory of a process')
  return (Number(kilobytes) * 1024) / 1e6
}

/** A REST call that must be answered 2xx. */
export async function ask<Body>(address: string, path: string, token: string | null, body?: unknown): Promise<Body> {
  const response = await fetch(`${address}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${text}`)
  return JSON.parse(text) as Body
}
