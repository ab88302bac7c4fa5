import type { RecoverableContents } from './electron-port.ts'
import { decideRestart } from './restart-policy.ts'
import type { ShellLog } from './shell-log.ts'

/**
 * Loads the page again when its process crashes or runs out of memory, with the same patience as for the station.
 * Nothing is lost by that: whatever was saved is in the station.
 */
export function recoverPage(contents: RecoverableContents, dependencies: { nowMs(): number; log: ShellLog }): void {
  const { nowMs, log } = dependencies
  const deathsMs: number[] = []
  contents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    deathsMs.push(nowMs())
    const decision = decideRestart(deathsMs)
    log.error({ ...details, decision }, 'The page died.')
    if (!decision.restart) return
    setTimeout(() => {
      if (!contents.isDestroyed()) contents.reload()
    }, decision.delayMs)
  })
}
