/** Headquarters: PostgreSQL when DATABASE_URL is set, else PGlite in the data folder. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createAdministrator } from '../node/areas/people/create-administrator.ts'
import { passwordFromEnvironment } from '../node/runtime/password-from-environment.ts'
import { createSystemIds, systemClock } from '../node/runtime/ports.ts'
import { builtScreens, createLog, portOf, programVersion, runProgram, stopOnSignals } from '../node/runtime/program.ts'
import { startHq } from './compose.ts'

const usage = `Headquarters: the database all benches meet, with the same screens and the REST API.

  npm run hq -- --data DIR [--port N] [--host ADDRESS] [--create-admin NAME]

  --data DIR           folder of attachments, secrets and, without DATABASE_URL, the database (default: .data/hq)
  --port N             port of the screens and the API (default: 4800; 0 takes a free one)
  --host ADDRESS       address to listen on (default: 127.0.0.1, this machine only)
  --create-admin NAME  creates the first administrator; the password comes from REPROTECH_PASSWORD
  --help               shows this

  DATABASE_URL         a PostgreSQL server, for example postgres://reprotech@db.example/reprotech
`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: join('.data', 'hq') },
      port: { type: 'string', default: '4800' },
      host: { type: 'string', default: '127.0.0.1' },
      'create-admin': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(usage)
    return
  }
  const port = portOf(values.port)
  const databaseUrl = process.env.DATABASE_URL === '' ? undefined : process.env.DATABASE_URL
  const screensFolder = builtScreens()
  const hq = await startHq({
    dataFolder: resolve(values.data),
    databaseUrl,
    listen: { host: values.host, port },
    screensFolder,
    clock: systemClock,
    ids: createSystemIds(),
    log: createLog('hq', process.env.REPROTECH_LOG ?? 'info'),
    version: programVersion(),
    guarded: process.env.NODE_ENV !== 'production',
  })
  if (values['create-admin'] !== undefined) {
    await createAdministrator(hq.node, {
      username: values['create-admin'],
      displayName: values['create-admin'],
      password: passwordFromEnvironment(),
    })
  }
  const engine = databaseUrl === undefined ? 'embedded PGlite' : 'PostgreSQL'
  process.stdout.write(
    `Reprotech HQ on ${engine} is ready at ${hq.address}${screensFolder === null ? ' (API only: the screens were not built)' : ''}\n`,
  )
  stopOnSignals(() => hq.close())
}

runProgram(main, usage)
