import type {
  GuardedApp,
  GuardedContents,
  PageContents,
  PermissionSession,
  PortPair,
  RecoverableContents,
  StationProcess,
} from '../../src/main/electron/electron-port.ts'
import type { ShellLog } from '../../src/main/electron/shell-log.ts'

/**
 * A small Electron: just enough of each part for the shell's logic, keeping what was said to it. The types come from
 * `electron.d.ts` through electron-port.ts, so an Electron whose interface changes fails to compile here first.
 */

type Listener = (...values: never[]) => void

/** Listeners by event, as every Electron object has them. */
class Listeners {
  readonly #byEvent = new Map<string, Listener[]>()

  on(event: string, listener: Listener): this {
    this.#byEvent.set(event, [...(this.#byEvent.get(event) ?? []), listener])
    return this
  }

  emit(event: string, ...values: unknown[]): void {
    for (const listener of this.#byEvent.get(event) ?? []) listener(...(values as never[]))
  }
}

export class FakeStation extends Listeners implements StationProcess {
  readonly received: { message: unknown; ports: unknown[] }[] = []
  readonly stderr = new Listeners()
  killed = false

  postMessage(message: unknown, ports: unknown[] = []): void {
    this.received.push({ message, ports })
  }

  kill(): boolean {
    this.killed = true
    this.emit('exit', 143)
    return true
  }

  /** What the station says to the shell. */
  says(message: unknown): void {
    this.emit('message', message)
  }

  /** The station ends, with what it last wrote to standard error. */
  dies(code: number, errorText = ''): void {
    if (errorText) this.stderr.emit('data', Buffer.from(errorText))
    this.emit('exit', code)
  }
}

export class FakePage extends Listeners implements PageContents, RecoverableContents {
  readonly states: unknown[] = []
  readonly ports: unknown[] = []
  reloads = 0
  destroyed = false

  send(channel: string, state: unknown): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
    if (channel === 'station-state') this.states.push(state)
  }

  postMessage(channel: string, _message: unknown, ports: unknown[] = []): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
    if (channel === 'station-port') this.ports.push(...ports)
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  reload(): void {
    this.reloads += 1
  }
}

/** Ports that know their other end by number: station-1 and page-1 belong together. */
export function numberedPorts(): () => PortPair {
  let count = 0
  return () => {
    count += 1
    return { port1: `station-${count}`, port2: `page-${count}` } as unknown as PortPair
  }
}

type WindowOpenHandler = Parameters<GuardedContents['setWindowOpenHandler']>[0]

export class FakeGuardedContents extends Listeners implements GuardedContents {
  #openHandler: WindowOpenHandler | null = null

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler
  }

  /** The page tries to go to an address; tells whether it was let. */
  tries(
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect' | 'will-attach-webview',
    url: string,
  ): boolean {
    let prevented = false
    const preventDefault = (): void => {
      prevented = true
    }
    this.emit(event, { preventDefault, url })
    return !prevented
  }

  /** The page tries to open a window; tells what was answered. */
  opens(url: string): unknown {
    return this.#openHandler?.({ url } as Parameters<NonNullable<WindowOpenHandler>>[0])
  }
}

export class FakeApp extends Listeners implements GuardedApp {
  creates(contents: GuardedContents): void {
    this.emit('web-contents-created', {}, contents)
  }
}

type Permission = Parameters<NonNullable<Parameters<PermissionSession['setPermissionRequestHandler']>[0]>>[1]

export class FakeSession implements PermissionSession {
  #request: Parameters<PermissionSession['setPermissionRequestHandler']>[0] = null
  #check: Parameters<PermissionSession['setPermissionCheckHandler']>[0] = null
  #device: Parameters<PermissionSession['setDevicePermissionHandler']>[0] = null

  setPermissionRequestHandler(handler: Parameters<PermissionSession['setPermissionRequestHandler']>[0]): void {
    this.#request = handler
  }

  setPermissionCheckHandler(handler: Parameters<PermissionSession['setPermissionCheckHandler']>[0]): void {
    this.#check = handler
  }

  setDevicePermissionHandler(handler: Parameters<PermissionSession['setDevicePermissionHandler']>[0]): void {
    this.#device = handler
  }

  /** Asks as a page would: the answers to a request, to a silent check, and to choosing a device. */
  asks(permission: Permission): { requested: boolean; checked: boolean; device: boolean } {
    let requested = true
    const answer = (granted: boolean): void => {
      requested = granted
    }
    this.#request?.(null as never, permission, answer, null as never)
    return {
      requested,
      checked: this.#check?.(null, permission as never, '', null as never) ?? true,
      device: this.#device?.(null as never) ?? true,
    }
  }
}

/** A log that keeps the sentences. */
export function keptLog(): ShellLog & { sentences: string[] } {
  const sentences: string[] = []
  const keep = (_facts: object, sentence: string): void => {
    sentences.push(sentence)
  }
  return { sentences, info: keep, warn: keep, error: keep }
}
