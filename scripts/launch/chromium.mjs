import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { inProject, say } from './project.mjs'
import { run } from './run.mjs'

const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const macPrograms = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * Finds a Chromium for the browser tests: CHROMIUM_PATH, an installed one, Playwright's own; else installs it, by the
 * Debian package where that is allowed, else by Playwright's download. Null with a sentence when nothing worked: the
 * browser tests then report that they were skipped, and why.
 */
export async function ensureChromium(node, env) {
  const found = findChromium()
  if (found) return found
  if (mayUseApt()) await installByApt()
  const fromApt = findChromium()
  if (fromApt) return fromApt
  say('Downloading Chromium for the browser tests.')
  const cli = inProject('node_modules/playwright/cli.js')
  await run(node, [cli, 'install', 'chromium'], { env, quietOutput: true })
  const downloaded = findChromium()
  if (downloaded) return downloaded
  say(
    'No Chromium was found and none could be installed, so the browser tests are skipped. Install Chromium or Chrome, or ' +
      'set CHROMIUM_PATH to one.',
  )
  return null
}

function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return isProgram(named) ? named : null
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)].filter((folder) => folder !== '')
  const onPath =
    process.platform === 'win32' ? [] : folders.flatMap((folder) => programNames.map((name) => join(folder, name)))
  const windows = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) =>
    process.env[name] ? [join(process.env[name], 'Google/Chrome/Application/chrome.exe')] : [],
  )
  return [...onPath, ...macPrograms, ...windows, ...playwrightPrograms()].find(isProgram) ?? null
}

function playwrightPrograms() {
  try {
    const { chromium } = createRequire(inProject('package.json'))('playwright')
    return [chromium.executablePath()]
  } catch {
    // Playwright has no Chromium for this platform; then there is none to look for.
    return []
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return existsSync(path)
  } catch {
    // Not there, or not for us to run: not a program we can use.
    return false
  }
}

function mayUseApt() {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version']).status !== 0) return false
  return process.getuid?.() === 0 || spawnSync('sudo', ['-n', 'true']).status === 0
}

async function installByApt() {
  say('Installing Chromium for the browser tests.')
  const [program, prefix] = process.getuid?.() === 0 ? ['apt-get', []] : ['sudo', ['-n', 'apt-get']]
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { env, quietOutput: true }
  await run(program, [...prefix, 'update', '-qq'], quiet)
  await run(program, [...prefix, 'install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
}
