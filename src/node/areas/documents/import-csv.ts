/** Reads CSV: any of four delimiters, quoted cells with delimiters and line ends inside, Excel's `sep=` line. */
import Papa from 'papaparse'
import { importLimits } from '../../../core/areas/documents/import.model.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import { decodeText, type TextEncoding } from './import-text.ts'

export const csvDelimiters = [',', ';', '\t', '|'] as const

export type CsvDelimiter = (typeof csvDelimiters)[number]

export interface SheetRow {
  /** Line on which the row begins, 1 first. */
  readonly line: number
  readonly cells: readonly string[]
}

interface ParsedPiece {
  readonly data: string[][]
  readonly errors: readonly { readonly code: string; readonly row: number }[]
  readonly meta: { readonly cursor: number }
}

const sniffBytes = 131_072

/** Finds the delimiter in the first lines: the one that cuts most of them into the same number of cells as the heading. */
export async function sniffDelimiter(file: string, encoding: TextEncoding): Promise<CsvDelimiter> {
  let text = ''
  for await (const piece of decodeText(file, encoding, sniffBytes)) text += piece
  const stated = separatorLine(text)
  if (stated !== null) return stated.delimiter
  let best: CsvDelimiter = ','
  let bestScore = 0
  for (const delimiter of csvDelimiters) {
    const rows = parsePiece(text, delimiter, false)
      .data.filter((row) => row.some((cell) => cell.trim() !== ''))
      .slice(0, 50)
    const width = rows[0]?.length ?? 0
    if (width < 2) continue
    const same = rows.filter((row) => row.length === width).length
    // Agreement of the lines decides; more columns only between equals.
    const score = same / rows.length + width / 10_000
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** Gives the rows of a file, some hundreds at a time, blank lines included. Refuses `import_quote_open` and the limits. */
export async function* csvRows(
  file: string,
  encoding: TextEncoding,
  delimiter: CsvDelimiter,
): AsyncGenerator<SheetRow[]> {
  let rest = ''
  let line = 1
  let first = true
  const take = (text: string, last: boolean): SheetRow[] => {
    const { data, errors, meta } = parsePiece(text, delimiter, !last)
    const open = last ? errors.find((error) => error.code === 'MissingQuotes') : undefined
    const rows = data.map((cells) => {
      const row: SheetRow = { line, cells }
      line += 1 + lineEndsInside(cells)
      return row
    })
    if (open !== undefined) throw new DomainError('import_quote_open', { line: rows[open.row]?.line ?? line })
    rest = last ? '' : text.slice(meta.cursor)
    // A row this long is a quote that was never closed; reading on would swallow the file.
    if (rest.length > longestRow) throw new DomainError('import_quote_open', { line })
    return rows
  }
  for await (const piece of decodeText(file, encoding)) {
    let text = rest + piece
    if (first && text.includes('\n')) {
      first = false
      const stated = separatorLine(text)
      if (stated !== null) {
        text = text.slice(stated.length)
        line += 1
      }
    }
    yield take(text, false)
  }
  if (rest !== '') yield take(rest, true)
}

const longestRow = 2 * importLimits.cellCharacters * importLimits.columns

/** Excel writes `sep=;` as a first line when the delimiter is not the one of its language. */
function separatorLine(text: string): { delimiter: CsvDelimiter; length: number } | null {
  const match = /^"?sep=(.)"?\n/i.exec(text)
  const delimiter = csvDelimiters.find((known) => known === match?.[1])
  return match === null || delimiter === undefined ? null : { delimiter, length: match[0].length }
}

function parsePiece(text: string, delimiter: CsvDelimiter, keepLast: boolean): ParsedPiece {
  return new Papa.Parser({ delimiter, newline: '\n' }).parse(text, 0, keepLast) as ParsedPiece
}

function lineEndsInside(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1
  }
  return count
}
