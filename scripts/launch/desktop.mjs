import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDesktop, ensurePage } from './fresh-build.mjs'
import { asInProduction } from './node-runtime.mjs'
import { inProject, say } from './project.mjs'
import { run } from './run.mjs'

/**
 * Opens the desktop app; where the Electron program or a display is missing, says so in one sentence and starts
 * station mode instead. `args` go to whichever is started.
 */
export async function startApp(node, env, args) {
  const electron = findElectron()
  const display = hasDisplay()
  await ensurePage(node, env)
  if (electron && display) {
    await ensureDesktop(node, env)
    return await run(electron, [...rootArguments(), inProject('.'), ...args], { env })
  }
  const missing = electron ? 'There is no display here' : 'The Electron program is not installed here'
  say(`${missing}, so instead of the desktop app this starts station mode: the same screens in a browser.`)
  return await run(node, [inProject('src/main/station/main.ts'), ...args], { env: asInProduction(env) })
}

/** Finds the Electron program without asking the electron package, which would try to download it. */
export function findElectron() {
  const pathFile = inProject('node_modules/electron/path.txt')
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? inProject('node_modules/electron/dist')
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : (names[process.platform] ?? 'electron')
  const program = join(folder, name)
  return existsSync(program) ? program : null
}

/** Tells whether a window can be shown here. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Chromium's sandbox refuses to run as root, which only happens in containers. */
function rootArguments() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
