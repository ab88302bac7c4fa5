import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Lists all files below `folder`, which is below `root`, as paths from `root` with forward slashes, sorted. */
export function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** Tells whether a file is code the product consists of, tests left out. */
export function isProductCode(file: string): boolean {
  return /^src\/.*\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file)
}
