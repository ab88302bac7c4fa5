/** Runs the real programs (`src/main/station/main.ts`, `src/server/main.ts`) as processes that a test may kill. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

export const programs = {
  station: join('src', 'main', 'station', 'main.ts'),
  hq: join('src', 'server', 'main.ts'),
} as const

export type Program = keyof typeof programs

export const administrator = { username: 'admin', password: 'cold chain never breaks' } as const

export interface RunningProgram {
  /** Resolves with the address once the program takes calls; rejects when the process ends before. */
  readonly ready: Promise<string>
  /** SIGKILL: nothing of the program gets a chance to tidy up. Resolves when the process is gone. */
  kill(): Promise<void>
  /** Asks it to stop in order; resolves with the exit code. */
  stop(): Promise<number | null>
}

/** Starts a program on a free port. Its standard error is kept for the message of a failed start. */
export function startProgram(
  program: Program,
  dataFolder: string,
  options: { readonly createAdministrator: boolean },
): RunningProgram {
  const create = options.createAdministrator ? ['--create-admin', administrator.username] : []
  // The hook saves 300 ms of module resolution per start, which over 200 starts is a minute; it changes nothing else.
  const hook = ['--import', join(import.meta.dirname, 'quick-resolve.mjs')]
  const child = spawn(process.execPath, [...hook, programs[program], '--data', dataFolder, '--port', '0', ...create], {
    cwd: root,
    env: {
      ...process.env,
      REPROTECH_LOG: 'warn',
      REPROTECH_PASSWORD: administrator.password,
      NODE_ENV: 'test',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = once(child, 'exit')
  return {
    ready: addressOf(child),
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
    stop: async () => {
      child.kill('SIGTERM')
      await gone
      return child.exitCode
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  let output = ''
  let complaints = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints += chunk.toString()
  })
  const found = new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const address = /is ready at (http:\/\/\S+)/.exec(output)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.on('exit', (code, signal) =>
      reject(new Error(`the program ended (${code ?? signal}) before it was ready: ${complaints}`)),
    )
  })
  // A start that the test itself kills is nobody's failure.
  found.catch(() => undefined)
  return found
}
