/** One node of the demo, started by `demo.ts`: KIND FOLDER PORT. Fills its database on the first start. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startStation } from '../src/main/station/compose.ts'
import { fillWithDemoData } from '../src/node/demo/fill-with-demo-data.ts'
import { createSystemIds, systemClock } from '../src/node/runtime/ports.ts'
import { builtScreens, createLog, programVersion, stopOnSignals } from '../src/node/runtime/program.ts'
import { startHq } from '../src/server/compose.ts'
import type { NodeMessage } from './demo.ts'

const [kind, folder, port] = process.argv.slice(2)

async function main(): Promise<void> {
  if (folder === undefined || (kind !== 'hq' && kind !== 'station'))
    throw new Error('demo-node.ts is started by demo.ts')
  const filled = join(folder, 'filled-with-demo-data')
  const isFirst = !existsSync(filled)
  // A filling that was interrupted is not worth keeping.
  if (isFirst) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const options = {
    dataFolder: folder,
    listen: { host: '127.0.0.1', port: Number(port) },
    screensFolder: builtScreens(),
    clock: systemClock,
    ids: createSystemIds(),
    log: createLog(kind, process.env.REPROTECH_LOG),
    version: programVersion(),
    guarded: false,
  }
  const node = kind === 'hq' ? await startHq({ ...options, databaseUrl: undefined }) : await startStation(options)
  // With the process that started it this one ends too.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  stopOnSignals(() => node.close())
  if (isFirst) {
    await fillWithDemoData(node.node, (sentence) => tell({ kind: 'says', sentence }))
    writeFileSync(filled, '')
  }
  tell({ kind: 'ready', address: node.address ?? '' })
}

function tell(message: NodeMessage): void {
  process.send?.(message)
}

main().catch((error: unknown) => {
  const sentence = error instanceof Error ? error.message : String(error)
  if (process.send === undefined) process.stderr.write(`${sentence}\n`)
  process.send?.({ kind: 'failed', sentence } satisfies NodeMessage, () => process.exit(1))
  process.exitCode = 1
})
