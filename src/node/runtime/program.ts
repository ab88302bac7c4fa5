/** What both mains share: the version, the log, the folder of the screens, and stopping in order. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { DomainError } from '../../core/kernel/refusal.ts'

/** Secrets must not reach a log, whatever object somebody logs. */
const redacted = [
  'password',
  'newPassword',
  'pin',
  'badge',
  'code',
  'accessToken',
  'refreshToken',
  'authorization',
  'verifier',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

export function createLog(name: string, level = 'info'): Logger {
  return pino(
    { name, level, redact: { paths: redacted, censor: '[left out]' } },
    pino.destination({ fd: 2, sync: true }),
  )
}

const root = join(import.meta.dirname, '..', '..', '..')

export function programVersion(): string {
  const manifest = join(root, 'package.json')
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version : 'unknown'
}

/** Folder of the built screens, or null when they were not built. */
export function builtScreens(): string | null {
  const folder = join(root, 'dist', 'renderer')
  return existsSync(join(folder, 'index.html')) ? folder : null
}

/** A signal may reach the process twice at once, from the terminal and through the launcher. */
const patienceMs = 3000

/** Runs `stop` once when the process is asked to end, then exits 0; asked again later, it exits at once with 1. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let firstAskedMs: number | null = null
  const onSignal = () => {
    // biome-ignore lint/plugin: a process being asked to end has no ports any more
    const now = performance.now()
    if (firstAskedMs !== null) {
      if (now - firstAskedMs > patienceMs) process.exit(1)
      return
    }
    firstAskedMs = now
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`could not stop cleanly: ${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

/** Wrong words on the command line: the program shows its usage and exits with 2. */
export class UsageError extends Error {}

/** Reads `--port`: 0 to 65535, where 0 takes a free one. */
export function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not ${text}`)
  }
  return port
}

/** Runs a program's main; what goes wrong becomes one sentence and the exit code 1, or 2 with the usage. */
export function runProgram(main: () => Promise<void>, usage: string): void {
  main().catch((error: unknown) => {
    const wrongUsage =
      error instanceof UsageError ||
      (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    process.stderr.write(`${sentenceOf(error)}\n${wrongUsage ? `\n${usage}` : ''}`)
    process.exit(wrongUsage ? 2 : 1)
  })
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (!(error instanceof DomainError)) return error.message
  const because = error.cause instanceof Error ? `, because: ${error.cause.message}` : ''
  return `${error.code} ${JSON.stringify(error.data)}${because}`
}
