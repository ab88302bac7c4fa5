import type { GridColumn } from './grid-column.ts'

/**
 * Writes rows as tab-separated text with a head line, as spreadsheets paste it. Tabs and line breaks inside a value
 * become spaces, and a value that a spreadsheet would take for a formula gets a leading apostrophe.
 */
export function rowsToTsv<T>(columns: readonly GridColumn<T>[], rows: readonly T[]): string {
  const head = columns.map((column) => plainCell(column.header)).join('\t')
  const lines = rows.map((row) => columns.map((column) => plainCell(column.value(row))).join('\t'))
  return [head, ...lines].join('\n')
}

function plainCell(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ')
  const isNumber = flat.trim() !== '' && Number.isFinite(Number(flat))
  return /^[=+\-@]/.test(flat) && !isNumber ? `'${flat}` : flat
}
