import { appOrigin } from './app-protocol.ts'
import type { GuardedApp, GuardedContents, PermissionSession } from './electron-port.ts'
import { readExternalLink } from './external-link.ts'
import type { ShellLog } from './shell-log.ts'

export interface PageGuardDependencies {
  /** Opens an address in the operating system's browser; only called with checked https addresses. */
  openExternal(address: string): Promise<void>
  log: ShellLog
}

/**
 * Keeps every page of the application inside it: no navigation to anywhere else (a page may load itself again), no new
 * window, no embedded page. A checked https link opens in the operating system's browser instead.
 */
export function guardPages(app: GuardedApp, dependencies: PageGuardDependencies): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, dependencies))
}

function guardContents(contents: GuardedContents, { openExternal, log }: PageGuardDependencies): void {
  const refuse = (details: { preventDefault(): void; url: string }): void => {
    if (isOwnAddress(details.url)) return
    details.preventDefault()
    log.warn({ address: withoutQuery(details.url) }, 'Refused a navigation.')
  }
  contents.on('will-navigate', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-redirect', refuse)
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    log.warn({}, 'Refused to embed a page.')
  })
  contents.setWindowOpenHandler(({ url }) => {
    const link = readExternalLink(url)
    if (link === null) log.warn({ address: withoutQuery(url) }, 'Refused to open a window.')
    else openExternal(link).catch((error) => log.warn({ error: String(error) }, 'Could not open a link.'))
    return { action: 'deny' }
  })
}

/**
 * Refuses whatever a page may ask for: camera, location, notifications, USB, serial, HID. Devices belong to the
 * station, which opens them itself. Writing to the clipboard stays allowed: copying a code needs it.
 */
export function refusePermissions(session: PermissionSession, log: ShellLog): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    const allowed = permission === 'clipboard-sanitized-write'
    if (!allowed) log.warn({ permission }, 'Refused a permission.')
    answer(allowed)
  })
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write')
  session.setDevicePermissionHandler(() => false)
}

function isOwnAddress(address: string): boolean {
  return address === appOrigin || address.startsWith(`${appOrigin}/`)
}

/** Addresses go to the log without their query and fragment, which may hold names or tokens. */
function withoutQuery(address: string): string {
  return address.split(/[?#]/, 1)[0]?.slice(0, 200) ?? ''
}
