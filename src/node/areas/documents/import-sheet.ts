/** One table of a file, whatever its format: headings, then rows with line numbers, within the limits. */
import { open } from 'node:fs/promises'
import { columnLetters } from '../../../core/areas/documents/export-cell.ts'
import { type FileFormat, importLimits } from '../../../core/areas/documents/import.model.ts'
import { isBlankRow } from '../../../core/areas/documents/import-rows.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import { csvRows, type SheetRow, sniffDelimiter } from './import-csv.ts'
import { detectEncoding } from './import-text.ts'
import { workbookRows } from './import-xlsx.ts'

export interface OpenSheet {
  readonly headings: readonly string[]
  /** Filled rows after the headings, in pieces. May be walked once. */
  readonly rows: AsyncIterable<readonly SheetRow[]>
}

/**
 * Finds out what kind of file it is, by content and never by name; what the caller already knows is kept. Refuses
 * `import_format_legacy` (old .xls, or a workbook with a password), `import_format_compressed`, `import_format_unknown`.
 */
export async function detectFormat(file: string, known: Partial<FileFormat> = {}): Promise<FileFormat> {
  const start = await firstBytes(file)
  const common = { sheet: known.sheet ?? null, headings: known.headings ?? true }
  if (start.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04])))
    return { kind: 'xlsx', encoding: 'utf-8', delimiter: ',', ...common }
  if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw new DomainError('import_format_legacy')
  if (start[0] === 0x1f && start[1] === 0x8b) throw new DomainError('import_format_compressed')
  const encoding = known.encoding ?? (await detectEncoding(file))
  if (!encoding.startsWith('utf-16') && start.includes(0)) throw new DomainError('import_format_unknown')
  return { kind: 'csv', encoding, delimiter: known.delimiter ?? (await sniffDelimiter(file, encoding)), ...common }
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const bytes = Buffer.alloc(8192)
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
    return bytes.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Opens the table. Refuses `import_file_empty`, `import_too_many_rows`, `import_too_many_columns`, `import_cell_too_long`. */
export async function openSheet(file: string, format: FileFormat): Promise<OpenSheet> {
  const pieces =
    format.kind === 'xlsx' ? workbookRows(file, format.sheet) : csvRows(file, format.encoding, format.delimiter)
  const filled = filledRows(pieces)
  let first: readonly SheetRow[] = []
  while (first.length === 0) {
    const piece = await filled.next()
    if (piece.done === true) throw new DomainError('import_file_empty')
    first = piece.value
  }
  const [top, ...others] = first
  if (top === undefined) throw new DomainError('import_file_empty')
  const headings = format.headings ? headingsOf(top.cells) : top.cells.map((_cell, index) => columnLetters(index))
  const opening = format.headings ? others : first
  async function* rows(): AsyncGenerator<readonly SheetRow[]> {
    let count = opening.length
    if (opening.length > 0) yield opening
    for await (const piece of filled) {
      count += piece.length
      if (count > importLimits.rows) throw new DomainError('import_too_many_rows', { max: importLimits.rows })
      yield piece
    }
  }
  return { headings, rows: rows() }
}

async function* filledRows(pieces: AsyncIterable<readonly SheetRow[]>): AsyncGenerator<readonly SheetRow[]> {
  for await (const piece of pieces) {
    const filled = piece.filter((row) => !isBlankRow(row.cells))
    for (const row of filled) refuseOversize(row)
    if (filled.length > 0) yield filled
  }
}

function refuseOversize({ line, cells }: SheetRow): void {
  if (cells.length > importLimits.columns) {
    throw new DomainError('import_too_many_columns', { line, found: cells.length, max: importLimits.columns })
  }
  for (const [column, cell] of cells.entries()) {
    if (cell.length > importLimits.cellCharacters) {
      throw new DomainError('import_cell_too_long', {
        line,
        column: column + 1,
        length: cell.length,
        max: importLimits.cellCharacters,
      })
    }
  }
}

/** Headings as they are; empty ones become letters, and repeated ones are told apart by a number. */
function headingsOf(cells: readonly string[]): string[] {
  const used = new Map<string, number>()
  const trimmed = cells.map((cell) => cell.trim())
  while (trimmed.length > 0 && trimmed.at(-1) === '') trimmed.pop()
  return trimmed.map((cell, index) => {
    const name = cell === '' ? columnLetters(index) : cell
    const times = (used.get(name) ?? 0) + 1
    used.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}
