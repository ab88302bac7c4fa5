import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Root folder of the project. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** A path inside the project, from its parts. */
export function inProject(...parts) {
  return resolve(projectRoot, ...parts)
}

/** Tells a person what is being done; on standard error, so that figures and addresses on standard output stay clean. */
export function say(sentence) {
  console.error(sentence)
}
