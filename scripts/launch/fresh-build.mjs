import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { PlainError } from './plain-error.mjs'
import { inProject, projectRoot, say } from './project.mjs'
import { run } from './run.mjs'

/** The page, served by a station, HQ and the desktop app alike. */
const page = {
  name: 'page',
  sentence: 'Building the screens.',
  inputs: ['src/renderer', 'src/core', 'vite.renderer.config.ts', 'package-lock.json'],
  result: 'dist/renderer/index.html',
  command: ['node_modules/vite/bin/vite.js', 'build', '-c', 'vite.renderer.config.ts', '--logLevel', 'warn'],
}

/** The desktop shell, its preload script and the station it starts. */
const desktop = {
  name: 'desktop',
  sentence: 'Building the desktop app.',
  inputs: ['src/main', 'src/preload', 'src/node', 'src/core', 'electron.vite.config.ts', 'package-lock.json'],
  result: 'dist/main/index.js',
  command: ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'error'],
}

/** Builds the page unless dist/renderer was built from exactly these sources. */
export function ensurePage(node, env) {
  return ensureBuilt(page, node, env)
}

/** Builds the desktop app's own programs unless they were built from exactly these sources. */
export function ensureDesktop(node, env) {
  return ensureBuilt(desktop, node, env)
}

/** Tells whether page and desktop app are built from exactly these sources. */
export function isDesktopBuilt() {
  return [page, desktop].every((target) => isFresh(target, hashOf(target.inputs)))
}

/** Builds page and desktop app whether or not they are fresh. */
export async function buildAll(node, env) {
  for (const target of [page, desktop]) await build(target, node, env, hashOf(target.inputs))
}

async function ensureBuilt(target, node, env) {
  const hash = hashOf(target.inputs)
  if (!isFresh(target, hash)) await build(target, node, env, hash)
}

function isFresh(target, hash) {
  const stamp = stampFile(target)
  return existsSync(inProject(target.result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

async function build(target, node, env, hash) {
  say(target.sentence)
  rmSync(stampFile(target), { force: true })
  // Builds print their list of files to standard output, which belongs to the command that was asked for.
  const code = await run(
    node,
    target.command.map((part, index) => (index === 0 ? inProject(part) : part)),
    {
      env: { ...env, NODE_ENV: 'production' },
      quietOutput: true,
    },
  )
  if (code !== 0) throw new PlainError(`The ${target.name} could not be built (see above).`)
  mkdirSync(dirname(stampFile(target)), { recursive: true })
  writeFileSync(stampFile(target), hash)
}

function stampFile(target) {
  return inProject('dist', `.${target.name}-sources`)
}

/** One hash over names and contents of all files below the inputs, tests left out. */
function hashOf(inputs) {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesBelow(inProject(input)))) {
    hash
      .update(`${relative(projectRoot, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`))
}
