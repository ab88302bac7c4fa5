import type { PageContents, PortPair, StationProcess } from './electron-port.ts'
import { decideRestart } from './restart-policy.ts'
import type { ShellLog } from './shell-log.ts'
import {
  readStationMessage,
  type ShellMessage,
  type StationStartOptions,
  type StationState,
} from './station-messages.ts'

/** A station that has not ended this long after `stop` is ended: its database survives that by design (WAL). */
const stopTimeoutMs = 5_000

/** Enough of standard error for the sentence that explains a crash, not for a memory leak. */
const keptErrorText = 4_000

export interface StationSupervisor {
  /** Starts the station; when it dies it is started again by `decideRestart`. */
  start(): void
  /** Gives a freshly loaded page the state and, as soon as the station is ready, its own port. Call once per load. */
  attachPage(page: PageContents): void
  /** Forgets a page whose window was closed. */
  detachPage(page: PageContents): void
  /** Asks the station to finish and end; resolves when it has ended, by itself or by force after 5 s. */
  stop(): Promise<void>
}

export interface SupervisorDependencies {
  fork(): StationProcess
  createPorts(): PortPair
  nowMs(): number
  log: ShellLog
  options: StationStartOptions
}

/**
 * Runs the station process for the desktop shell: starts it, hands every page one MessagePort to it, starts it again
 * when it dies and tells the pages why. A port belongs to one life of the station; after a restart pages get a new one.
 */
export function createStationSupervisor(dependencies: SupervisorDependencies): StationSupervisor {
  const { fork, createPorts, nowMs, log, options } = dependencies
  const pages = new Set<PageContents>()
  const deathsMs: number[] = []
  let station: StationProcess | null = null
  let state: StationState = { state: 'starting' }
  let restartTimer: ReturnType<typeof setTimeout> | null = null
  let stopping: Promise<void> | null = null
  let onEnded: (() => void) | null = null

  function tell(process: StationProcess, message: ShellMessage, port?: PortPair['port1']): void {
    process.postMessage(message, port ? [port] : [])
  }

  function enter(next: StationState): void {
    state = next
    for (const page of pages) showState(page)
  }

  function showState(page: PageContents): void {
    if (page.isDestroyed()) pages.delete(page)
    else page.send('station-state', state)
  }

  function handOverPort(page: PageContents): void {
    if (station === null || state.state !== 'ready' || page.isDestroyed()) return
    const { port1, port2 } = createPorts()
    tell(station, { type: 'connect' }, port1)
    page.postMessage('station-port', null, [port2])
  }

  function launch(): void {
    restartTimer = null
    const process = fork()
    station = process
    let reason: string | null = null
    let errorText = ''
    process.stderr?.on('data', (chunk) => {
      errorText = (errorText + chunk.toString()).slice(-keptErrorText)
    })
    process.on('message', (value) => {
      const message = readStationMessage(value)
      if (message?.type === 'fatal') {
        reason = message.reason
      } else if (message?.type === 'ready') {
        log.info({}, 'The station is ready.')
        enter({ state: 'ready' })
        for (const page of pages) handOverPort(page)
      }
    })
    process.on('exit', (code) => afterDeath(code, reason ?? lastLine(errorText), errorText))
    tell(process, { type: 'start', options })
  }

  function afterDeath(code: number, reason: string, errorText: string): void {
    station = null
    if (onEnded) {
      onEnded()
      return
    }
    const why = reason || `the process ended with code ${code}`
    deathsMs.push(nowMs())
    const decision = decideRestart(deathsMs)
    if (decision.restart) {
      log.error({ code, errorText, delayMs: decision.delayMs }, `The station died and is started again: ${why}`)
      enter({ state: 'restarting', reason: why, delayMs: decision.delayMs })
      restartTimer = setTimeout(launch, decision.delayMs)
    } else {
      log.error({ code, errorText, deaths: deathsMs.length }, `The station died too often and stays down: ${why}`)
      enter({ state: 'failed', reason: why })
    }
  }

  async function end(): Promise<void> {
    if (restartTimer) clearTimeout(restartTimer)
    const running = station
    if (running) {
      const ended = new Promise<void>((resolve) => {
        onEnded = resolve
      })
      const force = setTimeout(() => {
        log.warn({}, 'The station did not end in time and is ended by force.')
        running.kill()
      }, stopTimeoutMs)
      tell(running, { type: 'stop' })
      await ended
      clearTimeout(force)
    }
    enter({ state: 'stopped' })
  }

  return {
    start: launch,
    attachPage(page) {
      pages.add(page)
      showState(page)
      handOverPort(page)
    },
    detachPage(page) {
      pages.delete(page)
    },
    stop() {
      stopping ??= end()
      return stopping
    },
  }
}

/** The last line of an uncaught error is Node's version; the line that names the error comes first with its colon. */
function lastLine(errorText: string): string {
  const lines = errorText.split('\n').map((line) => line.trim())
  const named = lines.findLast((line) => /^\w*(Error|Exception)\b.*:/.test(line))
  return named ?? lines.findLast((line) => line !== '' && !line.startsWith('Node.js v')) ?? ''
}
