/** One file on its way into a list: checks what the caller asks for, reads every row, and lets the area decide. */

import { restoreNeutralised } from '../../../core/areas/documents/export-cell.ts'
import type { FileFormat } from '../../../core/areas/documents/import.model.ts'
import { createRowReader } from '../../../core/areas/documents/import-rows.ts'
import type {
  ImportRules,
  ImportSession,
  ImportTarget,
  ImportWatch,
} from '../../../core/areas/documents/import-target.ts'
import type { CellSettings } from '../../../core/areas/documents/import-values.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import { openSheet } from './import-sheet.ts'

export interface JobInput<Options> extends CellSettings, ImportRules {
  readonly file: string
  readonly fileName: string
  readonly format: FileFormat
  readonly mapping: Readonly<Record<string, number>>
  readonly options: Options
}

export interface ImportJob {
  readonly session: ImportSession<Reading, Change>
  /** Heading by field, as the batch keeps it. */
  readonly columns: Readonly<Record<string, string>>
}

/** Reads the file into a session of the list. Refuses what the file, the mapping or the options do not allow. */
export async function openJob<Options>(
  path: string,
  input: JobInput<Options>,
  target: ImportTarget<Reading, Change, Options>,
  watch: ImportWatch,
): Promise<ImportJob> {
  const sheet = await openSheet(path, input.format)
  refuseMapping(input, target, sheet.headings)
  const columns = Object.fromEntries(
    Object.entries(input.mapping).map(([field, column]) => [field, sheet.headings[column] ?? '']),
  )
  const cells: CellSettings = {
    dateOrder: input.dateOrder,
    decimal: input.format.kind === 'xlsx' ? 'point' : input.decimal,
  }
  const session = target.open({
    ...cells,
    onExisting: input.onExisting,
    onRepeated: input.onRepeated,
    updateFields: input.updateFields,
    options: input.options,
    columnOf: (field) => columns[field] ?? null,
  })
  const reader = createRowReader(target.fields, input.mapping, sheet.headings, cells)
  let count = 0
  for await (const piece of sheet.rows) {
    for (const row of piece) {
      session.add(reader.read(row.line, row.cells.map(restoreNeutralised)))
      count += 1
      await watch.step(count, 0)
    }
  }
  if (count === 0) throw new DomainError('import_file_empty')
  return { session, columns }
}

function refuseMapping<Options>(
  input: JobInput<Options>,
  target: ImportTarget<Reading, Change, Options>,
  headings: readonly string[],
): void {
  const fields = new Map(target.fields.map((field) => [field.key, field]))
  const used = new Set<number>()
  for (const [key, column] of Object.entries(input.mapping)) {
    if (!fields.has(key)) throw new DomainError('import_field_unknown', { field: key }, { field: `mapping.${key}` })
    if (column >= headings.length)
      throw new DomainError('import_column_unknown', { field: key, column }, { field: `mapping.${key}` })
    if (used.has(column))
      throw new DomainError(
        'import_column_twice',
        { field: key, column, heading: headings[column] },
        { field: `mapping.${key}` },
      )
    used.add(column)
  }
  const missing = target.fields.find((field) => field.required && input.mapping[field.key] === undefined)
  if (missing !== undefined)
    throw new DomainError('import_field_unmapped', { field: missing.key }, { field: `mapping.${missing.key}` })
  for (const key of input.updateFields) {
    const field = fields.get(key)
    if (field === undefined || !field.updatable || input.mapping[key] === undefined) {
      throw new DomainError('import_field_not_updatable', { field: key }, { field: 'updateFields' })
    }
  }
}
