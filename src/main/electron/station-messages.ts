/**
 * The messages between the desktop shell and the station, which runs as a `utilityProcess`. Everything a screen asks
 * goes over the MessagePort of `connect` instead and never through the shell.
 */

/** What the shell tells the station when it starts it. */
export interface StationStartOptions {
  /** Folder of the station's database, attachments, keys and backups; created by the station when missing. */
  dataFolder: string
  /** Version of the installed application, for the diagnostics and the About screen. */
  version: string
}

/** From the shell to the station. `connect` carries one MessagePort in `ports[0]`, the page's end of which is its only way in. */
export type ShellMessage =
  | { type: 'start'; options: StationStartOptions }
  | { type: 'connect' }
  /** The application quits: finish the running command, close the database, exit with 0. */
  | { type: 'stop' }

/** From the station to the shell. After `fatal` the station ends itself; `reason` is one sentence for the log and the screen. */
export type StationMessage = { type: 'ready' } | { type: 'fatal'; reason: string }

/** What the page is told about its station; travels as the data of a window message of type `station-state`. */
export type StationState =
  | { state: 'starting' }
  | { state: 'ready' }
  | { state: 'restarting'; reason: string; delayMs: number }
  /** Gave up: the person must act, usually by restarting the application or sending the diagnostics. */
  | { state: 'failed'; reason: string }
  | { state: 'stopped' }

/** Reads a message of the station, or null when it is none of ours (another library may post on the same channel). */
export function readStationMessage(value: unknown): StationMessage | null {
  if (typeof value !== 'object' || value === null || !('type' in value)) return null
  if (value.type === 'ready') return { type: 'ready' }
  if (value.type === 'fatal') {
    const reason = 'reason' in value && typeof value.reason === 'string' ? value.reason : 'no reason given'
    return { type: 'fatal', reason }
  }
  return null
}
