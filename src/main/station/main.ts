/** Station mode: one bench as a local web server, for development, tests, benches without Electron, and the demo. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createAdministrator } from '../../node/areas/people/create-administrator.ts'
import { passwordFromEnvironment } from '../../node/runtime/password-from-environment.ts'
import { createSystemIds, systemClock } from '../../node/runtime/ports.ts'
import {
  builtScreens,
  createLog,
  portOf,
  programVersion,
  runProgram,
  stopOnSignals,
} from '../../node/runtime/program.ts'
import { startStation } from './compose.ts'

const usage = `One bench: its own database, screens and devices, on this machine.

  npm run station -- --data DIR [--port N] [--host ADDRESS] [--create-admin NAME] [--demo]

  --data DIR           folder of the database, files and backups (default: .data/station)
  --port N             port of the screens and the API (default: 4810; 0 takes a free one)
  --host ADDRESS       address to listen on (default: 127.0.0.1, this machine only)
  --create-admin NAME  creates the first administrator; the password comes from REPROTECH_PASSWORD
  --demo               fills an empty database with demo data
  --help               shows this
`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: join('.data', 'station') },
      port: { type: 'string', default: '4810' },
      host: { type: 'string', default: '127.0.0.1' },
      'create-admin': { type: 'string' },
      demo: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(usage)
    return
  }
  const port = portOf(values.port)
  const log = createLog('station', process.env.REPROTECH_LOG ?? 'info')
  const screensFolder = builtScreens()
  const station = await startStation({
    dataFolder: resolve(values.data),
    listen: { host: values.host, port },
    screensFolder,
    clock: systemClock,
    ids: createSystemIds(),
    log,
    version: programVersion(),
    guarded: process.env.NODE_ENV !== 'production',
    allowedOrigins: process.env.REPROTECH_DEV_ORIGIN === undefined ? [] : [process.env.REPROTECH_DEV_ORIGIN],
  })
  if (values['create-admin'] !== undefined) {
    await createAdministrator(station.node, {
      username: values['create-admin'],
      displayName: values['create-admin'],
      password: passwordFromEnvironment(),
    })
  }
  if (values.demo) {
    const { fillWithDemoData } = await import('../../node/demo/fill-with-demo-data.ts')
    await fillWithDemoData(station.node, (sentence) => process.stdout.write(`${sentence}\n`))
  }
  process.stdout.write(
    `Reprotech bench is ready at ${station.address}${screensFolder === null ? ' (API only: the screens were not built)' : ''}\n`,
  )
  stopOnSignals(() => station.close())
}

runProgram(main, usage)
