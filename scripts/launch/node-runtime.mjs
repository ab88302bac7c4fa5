import { existsSync } from 'node:fs'
import { delimiter, dirname } from 'node:path'
import { PlainError } from './plain-error.mjs'
import { inProject } from './project.mjs'

const neededMajor = 24
const platforms = { linux: 'linux', win32: 'win', darwin: 'darwin' }

/** Finds the Node 24 that came with the packages, else the running one when new enough. */
export function findNode() {
  const folder = `node_modules/node-${platforms[process.platform] ?? process.platform}-${process.arch}`
  const carried = inProject(folder, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node')
  if (existsSync(carried)) return carried
  if (Number.parseInt(process.versions.node, 10) >= neededMajor) return process.execPath
  throw new PlainError(
    `Reprotech runs on Node ${neededMajor}. For ${process.platform} on ${process.arch} it cannot bring its own: ` +
      `install Node ${neededMajor} from nodejs.org (this is ${process.versions.node}), then try again.`,
  )
}

/** The environment for programs under that Node: it comes first on the path, so whatever they start uses it too. */
export function nodeEnvironment(node, extra = {}) {
  // Windows may spell the variable Path; two spellings side by side would be a matter of luck.
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, [pathName]: `${dirname(node)}${delimiter}${process.env[pathName] ?? ''}`, ...extra }
}

/** The environment of a program somebody works with, unless told otherwise: without the development write guard. */
export function asInProduction(env) {
  return { NODE_ENV: 'production', ...env }
}
