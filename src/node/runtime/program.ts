/** What both mains share: the version, the log, the folder of the screens, and stopping in order. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'

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
