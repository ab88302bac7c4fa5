/** Writes values into cells of CSV files so that no spreadsheet takes data for a formula (OWASP: CSV injection). */

/** What a column of an export gives for one record. Numbers and truth values keep their type in a workbook. */
export type ExportValue = string | number | boolean | null

// The signs a spreadsheet starts a formula with, their full-width forms, and the blanks it skips in front of them.
const formulaStart = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/** Puts an apostrophe before text that a spreadsheet would calculate. */
export function neutraliseFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}

/** Takes the apostrophe of `neutraliseFormula` off again, so that an exported file reads back as it was. */
export function restoreNeutralised(text: string): string {
  return text.startsWith("'") && formulaStart.test(text.slice(1)) ? text.slice(1) : text
}

/** One cell (RFC 4180). Numbers are written with a point and stay numbers; text is neutralised and quoted where needed. */
export function csvCell(value: ExportValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  const text = neutraliseFormula(value)
  return /[",;\t\r\n|]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line with its line end (RFC 4180: CRLF). */
export function csvLine(values: readonly ExportValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}

/** Name of a spreadsheet column, 0 first: A ... Z, AA ... */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}
