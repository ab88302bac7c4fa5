/**
 * Starts a private PostgreSQL server for tests, when its programs are installed: data in a temporary folder, a socket
 * there too, no TCP port. One server serves a test process; each test gets a database of its own.
 */
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export interface PostgresServer {
  /** Makes an empty database and returns its URL. */
  createDatabase(): Promise<string>
}

/** Why no server can be started here, or null when one can: shown in the titles of skipped tests. */
export function whyNoPostgres(): string | null {
  return binFolder() === null ? 'no PostgreSQL server programs found' : null
}

let running: Promise<PostgresServer> | undefined

export function startPostgres(): Promise<PostgresServer> {
  running ??= start()
  return running
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

async function start(): Promise<PostgresServer> {
  const bin = binFolder()
  if (bin === null) throw new Error('no PostgreSQL server programs found')
  const folder = mkdtempSync(join(tmpdir(), 'reprotech-pg-'))
  const account = serverAccount()
  if (account !== null) chownSync(folder, account.uid, account.gid)
  const data = join(folder, 'data')
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'reprotech', '--auth=trust', '--no-locale', '--encoding=UTF8', '--no-sync'], account ?? {})
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  mkdirSync(join(folder, 'socket'), { recursive: true })
  if (account !== null) chownSync(join(folder, 'socket'), account.uid, account.gid)
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-k', join(folder, 'socket'), '-c', 'listen_addresses=', '-c', 'max_connections=60'], {
    ...(account ?? {}),
    stdio: 'ignore',
  })
  process.once('exit', () => {
    server.kill('SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  })
  const host = encodeURIComponent(join(folder, 'socket'))
  await untilAnswering(`postgres://reprotech@${host}/postgres`)
  let databases = 0
  return {
    async createDatabase() {
      databases += 1
      const name = `test_${process.pid}_${databases}`
      const client = new pg.Client({ connectionString: `postgres://reprotech@${host}/postgres` })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return `postgres://reprotech@${host}/${name}`
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
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
