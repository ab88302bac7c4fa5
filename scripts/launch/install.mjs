import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { PlainError } from './plain-error.mjs'
import { inProject, say } from './project.mjs'
import { run } from './run.mjs'

const stampFile = inProject('node_modules/.reprotech-lock-hash')

/** Installs the packages of package-lock.json when they are missing or of another lock file. */
export async function ensureInstalled() {
  const hash = createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex')
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null
  if (stamp === hash) return
  if (!matchesLock()) await install()
  writeFileSync(stampFile, hash)
}

/** Tells whether somebody already installed exactly this lock file by hand (npm records what it installed). */
function matchesLock() {
  const recordFile = inProject('node_modules/.package-lock.json')
  if (!existsSync(recordFile)) return false
  const wanted = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(recordFile, 'utf8')).packages
  return Object.entries(wanted).every(([folder, entry]) => {
    if (folder === '' || entry.link) return true
    const found = installed[folder]
    if (found) return found.version === entry.version && found.integrity === entry.integrity
    // What belongs to another platform is left out on purpose.
    return Boolean(entry.optional || entry.devOptional)
  })
}

async function install() {
  if (process.platform === 'win32' && process.execPath.startsWith(inProject('node_modules'))) {
    // Windows cannot replace a program that runs, and this is the Node to be replaced.
    throw new PlainError('The packages of Reprotech changed. Run "npm ci" once, then try again.')
  }
  say('Installing the packages Reprotech needs. The first time this takes a minute or two.')
  const started = performance.now()
  // Errors only: npm would warn that the packages want Node 24, which is one of the packages.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = findNpm()
  const code = await run(npm.program, [...npm.args, ...args], { shell: npm.shell, quietOutput: true })
  if (code !== 0) {
    throw new PlainError(
      'The packages could not be installed (see above). Check the network connection, then try again.',
    )
  }
  say(`Installed in ${Math.round((performance.now() - started) / 1000)} s.`)
}

function findNpm() {
  const running = process.env.npm_execpath
  if (running && basename(running) === 'npm-cli.js') return { program: process.execPath, args: [running], shell: false }
  // npm on Windows is a command script, which only a shell can start.
  return { program: 'npm', args: [], shell: process.platform === 'win32' }
}
