import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import {
  type CodedRows,
  codePedigree,
  type ParentageRow,
} from '../../src/core/areas/animals/pedigree/coded-pedigree.ts'

/** Reference pedigrees lie outside the repository and are not part of it; tests that need them are skipped without. */
const referenceFolder = new URL('../../../shared/data/genomics/', import.meta.url)

export const hasReferencePedigrees = existsSync(referenceFolder)
export const whyReferenceIsMissing = 'skipped: the reference data of ../shared/data/genomics is not on this machine'

/** Reads a csv or tab-separated reference file, also gzipped, as records by lower-case column name. */
export function readReferenceRows(path: string, separator = ','): Record<string, string>[] {
  const bytes = readFileSync(new URL(path, referenceFolder))
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '')
  const columns = head.split(separator).map((name) => name.trim().toLowerCase())
  return lines.map((line) => {
    const cells = line.split(separator)
    return Object.fromEntries(columns.map((name, place) => [name, (cells[place] ?? '').trim()]))
  })
}

/** Reads a pedigree whose columns go by any of the names that occur in the reference data. */
export function readReferencePedigree(path: string): CodedRows {
  const rows = readReferenceRows(path)
  const columns = Object.keys(rows[0] ?? {})
  const pick = (names: readonly string[]): string => columns.find((name) => names.includes(name)) ?? ''
  const id = pick(['id', 'ind', 'indiv'])
  const sire = pick(['sire', 'par1', 'father_id'])
  const dam = pick(['dam', 'par2', 'mother_id'])
  return codePedigree(
    rows.map((row): ParentageRow => ({ id: row[id] ?? '', sire: parent(row[sire]), dam: parent(row[dam]) })),
  )
}

function parent(text: string | undefined): string | null {
  return text === undefined || ['', '0', 'NA', '*'].includes(text) ? null : text
}

/** Builds a pedigree from one line per animal: `name = sire x dam`, `-` for an unknown parent, or only `name`. */
export function pedigreeOf(lines: string): CodedRows & { at: (id: string) => number } {
  const rows = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): ParentageRow => {
      const [id = '', parents = '- x -'] = line.split(' = ')
      const [sire = '-', dam = '-'] = parents.split(' x ')
      return { id, sire: sire === '-' ? null : sire, dam: dam === '-' ? null : dam }
    })
  const coded = codePedigree(rows)
  const at = (id: string): number => {
    const position = coded.positionOf.get(id)
    if (position === undefined) throw new Error(`${id} is not in the pedigree`)
    return position
  }
  return { ...coded, at }
}

/**
 * Additive relationships by the tabular method (Henderson 1976), the textbook definition: every element from the
 * parents' row. Parents must stand before offspring. For small pedigrees, to judge the fast methods by.
 */
export function tabularRelationships(sire: Int32Array, dam: Int32Array): number[][] {
  const matrix: number[][] = []
  for (let i = 0; i < sire.length; i++) {
    const s = sire[i]!
    const d = dam[i]!
    const row: number[] = []
    for (let j = 0; j < i; j++) row.push((s < 0 ? 0 : 0.5 * matrix[s]![j]!) + (d < 0 ? 0 : 0.5 * matrix[d]![j]!))
    row.push(1 + (s >= 0 && d >= 0 ? 0.5 * matrix[s]![d]! : 0))
    for (let j = 0; j < i; j++) matrix[j]!.push(row[j]!)
    matrix.push(row)
  }
  return matrix
}

/** Makes a small pedigree from arbitrary numbers: animal i takes its parents among those before it, or has none. */
export function pedigreeFromChoices(choices: readonly (readonly [number, number])[]): {
  sire: Int32Array
  dam: Int32Array
} {
  const pick = (choice: number, animal: number): number => (choice % (animal + 1)) - 1
  return {
    sire: Int32Array.from(choices, ([choice], animal) => pick(choice, animal)),
    dam: Int32Array.from(choices, ([, choice], animal) => pick(choice, animal)),
  }
}
