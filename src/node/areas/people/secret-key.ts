/** Keys of this node, kept as files beside the database and never in it: a stolen copy of the database opens nothing. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const keyLength = 32

/**
 * Reads the 32-byte key `<dataFolder>/secrets/<name>`, and makes it at first use. It is written whole under another name
 * and then renamed, so a power cut never leaves half a key; the data folder's lock keeps a second process out. Throws
 * when the file does not hold a key: a damaged key must be looked at, not silently replaced.
 */
export function loadSecretKey(dataFolder: string, name: string): Uint8Array {
  const folder = join(dataFolder, 'secrets')
  const file = join(folder, name)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const draft = `${file}.${randomBytes(6).toString('hex')}.new`
    writeFileSync(draft, randomBytes(keyLength), { mode: 0o600, flag: 'wx', flush: true })
    renameSync(draft, file)
  }
  const key = readFileSync(file)
  if (key.length !== keyLength)
    throw new Error(`the key file ${name} is damaged: ${key.length} bytes instead of ${keyLength}`)
  return new Uint8Array(key)
}
