/** Looks at a file before anybody has said what it means: its form, its columns, and a proposal. */

import type { FileFormat } from '../../../core/areas/documents/import.model.ts'
import { proposeMapping } from '../../../core/areas/documents/import-mapping.ts'
import type { ImportField, ImportTarget, ImportWatch } from '../../../core/areas/documents/import-target.ts'
import { type CellSettings, isBlankCell, proveDateOrder } from '../../../core/areas/documents/import-values.ts'
import type { Change } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import { detectFormat, openSheet } from './import-sheet.ts'
import { workbookSheets } from './import-xlsx.ts'

/** Values of a column that are looked at for the proposal, and how many of them a screen shows. */
const sampleSize = 500
const shownSamples = 5

/** Reads a file and proposes mapping, order of day and month, decimal sign and the list's own options. */
export async function analyseFile<Options>(
  path: string,
  known: Partial<FileFormat> | undefined,
  target: ImportTarget<Reading, Change, Options>,
  watch: ImportWatch,
) {
  const format = await detectFormat(path, known)
  const sheets = format.kind === 'xlsx' ? await workbookSheets(path) : []
  const sheet = await openSheet(path, format)
  const samples = sheet.headings.map((): string[] => [])
  const distinct = sheet.headings.map(() => new Set<string>())
  let rows = 0
  for await (const piece of sheet.rows) {
    for (const { cells } of piece) {
      rows += 1
      for (const [column, values] of samples.entries()) {
        const cell = (cells[column] ?? '').trim()
        if (values.length >= sampleSize || isBlankCell(cell) || distinct[column]?.has(cell) === true) continue
        values.push(cell)
        distinct[column]?.add(cell)
      }
      await watch.step(rows, rows)
    }
  }
  const mapping = format.headings ? proposeMapping(sheet.headings, target.fields) : {}
  const mapped = (kinds: readonly string[]) =>
    target.fields
      .filter((field) => kinds.includes(field.kind))
      .flatMap((field) => samplesOf(field.key, mapping, samples))
  const dateOrder = proveDateOrder(mapped(['date']))
  const decimal = format.kind === 'csv' ? proveDecimal(mapped(['number'])) : ('point' as const)
  for (const field of target.fields)
    if (!isReadable(field, samplesOf(field.key, mapping, samples), { dateOrder, decimal })) delete mapping[field.key]
  const byField = Object.fromEntries(target.fields.map((field) => [field.key, samplesOf(field.key, mapping, samples)]))
  return {
    format,
    sheets,
    rows,
    columns: sheet.headings.map((heading, index) => ({
      index,
      heading,
      samples: (samples[index] ?? []).slice(0, shownSamples),
    })),
    fields: target.fields.map(({ key, labels, kind, required, updatable }) => ({
      key,
      labels,
      kind,
      required,
      updatable,
    })),
    mapping,
    dateOrder,
    decimal,
    options: target.propose(byField) as Record<string, unknown>,
  }
}

function samplesOf(
  field: string,
  mapping: Readonly<Record<string, number>>,
  samples: readonly (readonly string[])[],
): readonly string[] {
  const column = mapping[field]
  return column === undefined ? [] : (samples[column] ?? [])
}

/** A column of which most values cannot be read was not meant: the herd's own breed codes under "Breed". */
function isReadable(field: ImportField, samples: readonly string[], settings: CellSettings): boolean {
  if (samples.length === 0) return true
  const readable = samples.filter((sample) => {
    const result = field.read(sample, settings)
    return result.ok || result.refusal.code === 'import_date_ambiguous'
  })
  return readable.length * 2 >= samples.length
}

/** A comma before one, two or more than three digits can only be a decimal sign; before three it may be a group. */
function proveDecimal(texts: readonly string[]): 'point' | 'comma' {
  const comma = texts.some((text) => /^[+-]?\d+(\.\d{3})*,(\d{1,2}|\d{4,})$/.test(text.trim()))
  const point = texts.some((text) => /^[+-]?\d+(,\d{3})*\.(\d{1,2}|\d{4,})$/.test(text.trim()))
  return comma && !point ? 'comma' : 'point'
}
