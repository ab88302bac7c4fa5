/**
 * A private PostgreSQL server for tests, when its programs are installed: data in a temporary folder, a socket there
 * too, no TCP port. One server serves a whole run (`postgres-global.ts`); each test gets a database of its own.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

/** Why no server can be started here, or null when one can: shown in the titles of skipped tests. */
export function whyNoPostgres(): string | null {
  return binFolder() === null ? 'no PostgreSQL server programs found' : null
}

let databases = 0

/** Makes an empty database on the run's server and returns its URL. */
export async function createDatabase(): Promise<string> {
  const socketFolder = process.env.REPROTECH_TEST_POSTGRES_SOCKET
  if (socketFolder === undefined) throw new Error('the test run started no PostgreSQL server')
  databases += 1
  const name = `test_${process.pid}_${databases}_${Date.now()}`
  const client = new pg.Client({ connectionString: urlOf(socketFolder, 'postgres') })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return urlOf(socketFolder, name)
}

function urlOf(socketFolder: string, database: string): string {
  return `postgres://reprotech@${encodeURIComponent(socketFolder)}/${database}`
}

function binFolder(): string | null {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((left, right) => Number(right) - Number(left)) : []
  for (const version of versions) {
    const folder = join(root, version, 'bin')
    if (existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) return folder
  }
  return null
}

export async function startServer(): Promise<{ socketFolder: string; stop: () => Promise<void> }> {
  const bin = binFolder()
  if (bin === null) throw new Error('no PostgreSQL server programs found')
  const account = serverAccount()
  const folder = mkdtempSync(join(tmpdir(), 'reprotech-pg-'))
  const socketFolder = join(folder, 'socket')
  mkdirSync(socketFolder)
  if (account !== null) for (const path of [folder, socketFolder]) chownSync(path, account.uid, account.gid)
  const data = join(folder, 'data')
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'reprotech', '--auth=trust', '--no-locale', '--encoding=UTF8', '--no-sync'],
    account ?? {},
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-k', socketFolder, '-c', 'listen_addresses=', '-c', 'max_connections=100'],
    { ...(account ?? {}), stdio: 'ignore' },
  )
  await untilAnswering(urlOf(socketFolder, 'postgres'))
  return {
    socketFolder,
    stop: async () => {
      server.kill('SIGQUIT')
      await once(server, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root; its own account, which the package makes, runs it then. */
function serverAccount(): { uid: number; gid: number } | null {
  if (userInfo().uid !== 0) return null
  const read = (flag: string) => Number(spawnSync('id', [flag, 'postgres']).stdout.toString().trim())
  return { uid: read('-u'), gid: read('-g') }
}

async function untilAnswering(connectionString: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (attempt > 100) throw error
      await delay(100)
    }
  }
}
