import type { MessagePortMain, Session, UtilityProcess, WebContents } from 'electron'

/**
 * The parts of Electron that the shell's logic uses, cut from `electron.d.ts`. Tests stand a small fake of these in for
 * Electron; the compiler keeps both the fake and the real thing true to the installed version.
 */

/** A station process as `utilityProcess.fork` gives it. */
export interface StationProcess extends Pick<UtilityProcess, 'postMessage' | 'kill'> {
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
  /** Standard error, whose last lines explain an unexpected end. Null unless forked with `stdio: 'pipe'`. */
  stderr: { on(event: 'data', listener: (chunk: Buffer | string) => void): unknown } | null
}

/** Two entangled ports: one for the station, one for the page. */
export interface PortPair {
  port1: MessagePortMain
  port2: MessagePortMain
}

/** The page in a window: receives ports and states. */
export type PageContents = Pick<WebContents, 'postMessage' | 'send' | 'isDestroyed'>

/** Where the page's wishes for camera, location, devices and the like are decided. */
export type PermissionSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>

interface Refusable {
  preventDefault(): void
}

/** A page whose attempts to leave, open windows or embed others are refused. */
export interface GuardedContents extends Pick<WebContents, 'setWindowOpenHandler'> {
  on(event: 'will-navigate', listener: (details: Refusable & { url: string }) => void): unknown
  on(event: 'will-frame-navigate', listener: (details: Refusable & { url: string }) => void): unknown
  on(event: 'will-redirect', listener: (details: Refusable & { url: string }) => void): unknown
  on(event: 'will-attach-webview', listener: (event: Refusable) => void): unknown
}

/** The application, as far as guarding every page it ever creates goes. */
export interface GuardedApp {
  on(event: 'web-contents-created', listener: (event: unknown, contents: GuardedContents) => void): unknown
}

/** A page that is loaded again when its process dies. */
export interface RecoverableContents extends Pick<WebContents, 'reload' | 'isDestroyed'> {
  on(
    event: 'render-process-gone',
    listener: (event: unknown, details: { reason: string; exitCode: number }) => void,
  ): unknown
}
