/**
 * The station inside the desktop application: Electron's `utilityProcess` runs this file. It opens no port on the
 * machine; each page gets a message port, handed over by the shell.
 */
import { RPCHandler } from '@orpc/server/message-port'
import { rpcHandling } from '../../node/rpc/rpc-handling.ts'
import { createSystemIds, systemClock } from '../../node/runtime/ports.ts'
import { createLog } from '../../node/runtime/program.ts'
import type { ShellMessage, StationMessage } from '../electron/station-messages.ts'
import { type Station, startStation } from './compose.ts'

/** The part of Electron's `process.parentPort` and of its ports that is used here. */
interface ShellPort {
  on(event: 'message', listener: (event: { data: ShellMessage; ports: readonly PagePort[] }) => void): void
  postMessage(message: StationMessage): void
}

interface PagePort {
  on(event: 'message' | 'close', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
  start(): void
}

const shell = (process as unknown as { parentPort: ShellPort }).parentPort
const log = createLog('station')
const ids = createSystemIds()
let starting: Promise<Station> | undefined

shell.on('message', (event) => {
  handle(event.data, event.ports).catch((error: unknown) => {
    log.error({ err: error }, 'the station cannot go on')
    shell.postMessage({ type: 'fatal', reason: error instanceof Error ? error.message : String(error) })
    process.exit(1)
  })
})

async function handle(message: ShellMessage, ports: readonly PagePort[]): Promise<void> {
  switch (message.type) {
    case 'start': {
      const { dataFolder, version } = message.options
      starting = startStation({
        dataFolder,
        version,
        listen: null,
        screensFolder: null,
        clock: systemClock,
        ids,
        log,
        guarded: false,
      })
      await starting
      shell.postMessage({ type: 'ready' })
      return
    }
    case 'connect': {
      const [port] = ports
      const station = await starting
      if (port === undefined || station === undefined)
        throw new Error('a page connected before the station was told to start')
      const handler = new RPCHandler(
        station.node.router as never,
        rpcHandling({ resolver: station.node.resolver, ids, log }),
      )
      handler.upgrade(port as never, { context: {} as never })
      port.start()
      return
    }
    case 'stop': {
      await (await starting)?.close()
      process.exit(0)
    }
  }
}
