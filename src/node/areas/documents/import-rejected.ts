/** Writes the refused rows with their reasons. The original columns come first and unchanged, so that the file can be
 * corrected and imported again. */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { csvLine } from '../../../core/areas/documents/export-cell.ts'
import type { ImportIssue, ImportWatch } from '../../../core/areas/documents/import-target.ts'
import type { OpenSheet } from './import-sheet.ts'

const reasonHeadings = ['import_line', 'import_reason', 'import_column', 'import_value', 'import_details'] as const

/** Writes one line per refused row; several reasons of a row are joined by ` | `. */
export async function writeRejected(
  path: string,
  sheet: OpenSheet,
  issues: readonly ImportIssue[],
  watch: ImportWatch,
): Promise<void> {
  const byLine = new Map<number, ImportIssue[]>()
  for (const issue of issues) byLine.set(issue.line, [...(byLine.get(issue.line) ?? []), issue])
  const out = createWriteStream(path)
  const put = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain')
  }
  try {
    // The byte order mark makes Excel read the file as UTF-8.
    await put(`\ufeff${csvLine([...sheet.headings, ...reasonHeadings])}`)
    for await (const rows of sheet.rows) {
      for (const row of rows) {
        const reasons = byLine.get(row.line)
        if (reasons === undefined) continue
        const cells = sheet.headings.map((_heading, column) => row.cells[column] ?? '')
        await put(csvLine([...cells, row.line, ...reasonCells(reasons)]))
        await watch.step(row.line, row.line)
      }
    }
  } finally {
    out.end()
    await finished(out)
  }
}

function reasonCells(reasons: readonly ImportIssue[]): string[] {
  const join = (of: (reason: ImportIssue) => string) => reasons.map(of).join(' | ')
  return [
    join((reason) => reason.code),
    join((reason) => reason.column ?? ''),
    join((reason) => reason.value ?? ''),
    join((reason) => JSON.stringify(reason.data)),
  ]
}
