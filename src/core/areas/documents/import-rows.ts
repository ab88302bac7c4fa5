/** From cells to values: the part of an import that is the same for every list. */
import type { ImportMapping } from './import-mapping.ts'
import type { ImportField, ImportIssue, ReadRow, RowAction } from './import-target.ts'
import { type CellSettings, isBlankCell } from './import-values.ts'

export interface RowReader {
  read(line: number, cells: readonly string[]): ReadRow
}

/** Prepares reading rows with a mapping. `width` is the number of headings; a row with more filled cells is refused. */
export function createRowReader(
  fields: readonly ImportField[],
  mapping: ImportMapping,
  headings: readonly string[],
  settings: CellSettings,
): RowReader {
  const mapped = fields.flatMap((field) => {
    const column = mapping[field.key]
    return column === undefined ? [] : [{ field, column, heading: headings[column] ?? null }]
  })
  return {
    read(line, cells) {
      const values: Record<string, unknown> = {}
      const issues: ImportIssue[] = []
      // More cells than headings: a delimiter inside an unquoted text has shifted everything behind it.
      if (filledWidth(cells) > headings.length) {
        const data = { expected: headings.length, found: filledWidth(cells) }
        issues.push({ line, code: 'import_columns_mismatch', field: null, column: null, value: null, data })
        return { line, values, issues }
      }
      for (const { field, column, heading } of mapped) {
        const text = (cells[column] ?? '').trim()
        if (isBlankCell(text) || field.isBlank?.(text) === true) {
          if (field.required)
            issues.push({
              line,
              code: 'import_value_required',
              field: field.key,
              column: heading,
              value: null,
              data: {},
            })
          continue
        }
        const result = field.read(text, settings)
        if (result.ok) values[field.key] = result.value
        else
          issues.push({
            line,
            code: result.refusal.code,
            field: field.key,
            column: heading,
            value: text,
            data: result.refusal.data,
          })
      }
      return { line, values, issues }
    },
  }
}

function filledWidth(cells: readonly string[]): number {
  let width = cells.length
  while (width > 0 && (cells[width - 1] ?? '').trim() === '') width -= 1
  return width
}

/** Whether a row holds nothing at all; such rows are not counted. */
export function isBlankRow(cells: readonly string[]): boolean {
  return filledWidth(cells) === 0
}

/** For each key, the position of the first row that has it; -1 for the first itself and for rows without a key. */
export function firstOfEach(keys: readonly (string | null)[]): Int32Array {
  const first = new Map<string, number>()
  const result = new Int32Array(keys.length).fill(-1)
  for (const [position, key] of keys.entries()) {
    if (key === null) continue
    const known = first.get(key)
    if (known === undefined) first.set(key, position)
    else result[position] = known
  }
  return result
}

/** Counts of the decisions. */
export function countActions(
  actions: readonly RowAction[],
  added: number,
): { rows: number; create: number; update: number; skip: number; reject: number; added: number } {
  const counts = { rows: actions.length, create: 0, update: 0, skip: 0, reject: 0, added }
  for (const action of actions) counts[action] += 1
  return counts
}
