/** What customers need to come from a file: their fields, what makes two of them the same, and the rules of the form. */

import {
  type CustomerChanges,
  type CustomerFields,
  customerChanges,
  customerFields,
} from '../../../core/areas/customers/customers.model.ts'
import type { CustomerImportOptions } from '../../../core/areas/documents/import.model.ts'
import { countActions, firstOfEach } from '../../../core/areas/documents/import-rows.ts'
import type {
  ImportCounts,
  ImportIssue,
  ImportSession,
  ImportTarget,
  ImportWatch,
  PreviewRow,
  ReadRow,
  RowAction,
  SessionSettings,
} from '../../../core/areas/documents/import-target.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import { foldText } from '../../../core/kernel/search-text.ts'
import type { Change } from '../../runtime/change.ts'
import type { CodeSource } from '../../runtime/code-source.ts'
import type { Reading } from '../../runtime/reading.ts'
import { customerImportFields } from './customers.import-fields.ts'
import { type CustomerIndex, createCustomerIndex } from './customers.import-index.ts'

interface Decision {
  action: RowAction
  /** Record to update. */
  readonly existingId: string | null
  readonly values: Readonly<Record<string, unknown>>
}

/** Fields that only who may set credit terms can bring in; the same ones the form guards. */
const creditFields = ['creditLimit', 'discountPercent', 'paymentTermsDays']

export function createCustomerImport(codes: CodeSource): ImportTarget<Reading, Change, CustomerImportOptions> {
  return {
    list: 'customers',
    fields: customerImportFields,
    propose: (samples) => ({ matchBy: (samples.code ?? []).length > 0 ? 'code' : 'name' }),
    open: (settings) => createSession(settings, codes),
  }
}

function createSession(
  settings: SessionSettings<CustomerImportOptions>,
  codes: CodeSource,
): ImportSession<Reading, Change> {
  const rows: ReadRow[] = []
  let decisions: Decision[] = []
  let issues: ImportIssue[] = []

  function reject(row: ReadRow, found: readonly ImportIssue[]): Decision {
    issues.push(...found)
    return { action: 'reject', existingId: null, values: row.values }
  }

  function issue(
    line: number,
    code: string,
    field: string | null,
    value: unknown,
    data: Record<string, unknown> = {},
  ): ImportIssue {
    const column = field === null ? null : settings.columnOf(field)
    return { line, code, field, column, value: value === null || value === undefined ? null : String(value), data }
  }

  function decide(row: ReadRow, firstRow: ReadRow | null, index: CustomerIndex): Decision {
    if (row.issues.length > 0) return reject(row, row.issues)
    const matchField = row.values.code === undefined ? settings.options.matchBy : 'code'
    if (firstRow !== null) {
      if (settings.onRepeated === 'skip') return { action: 'skip', existingId: null, values: row.values }
      return reject(row, [
        issue(row.line, 'import_repeated_in_file', matchField, row.values[matchField], { firstLine: firstRow.line }),
      ])
    }
    const key = row.values[matchField]
    const existing = key === undefined ? [] : index.find(matchField, String(key))
    if (existing.length > 1)
      return reject(row, [issue(row.line, 'import_match_ambiguous', matchField, key, { count: existing.length })])
    const [known] = existing
    if (known !== undefined) return decideExisting(row, known)
    if (row.values.code !== undefined)
      return reject(row, [issue(row.line, 'import_reference_unknown', 'code', row.values.code)])
    return decideNew(row)
  }

  function decideExisting(row: ReadRow, known: { id: string; code: string }): Decision {
    if (settings.onExisting === 'skip') return { action: 'skip', existingId: known.id, values: row.values }
    if (settings.onExisting === 'reject') {
      const field = row.values.code === undefined ? settings.options.matchBy : 'code'
      return reject(row, [
        issue(row.line, 'import_already_exists', field, row.values[field], { id: known.id, code: known.code }),
      ])
    }
    const patch = Object.fromEntries(
      settings.updateFields
        .filter((field) => row.values[field] !== undefined)
        .map((field) => [field, row.values[field]]),
    )
    const checked = customerChanges.safeParse(patch)
    if (!checked.success)
      return reject(
        row,
        checked.error.issues.map((found) => schemaIssue(row, found)),
      )
    return { action: 'update', existingId: known.id, values: checked.data }
  }

  function decideNew(row: ReadRow): Decision {
    const { code: _code, ...given } = row.values
    const type = given.type ?? settings.options.type
    const missing = [given.name === undefined ? 'name' : [], type === undefined ? 'type' : []].flat()
    if (missing.length > 0)
      return reject(
        row,
        missing.map((field) => issue(row.line, 'import_value_required', field, null)),
      )
    const checked = customerFields.safeParse({ ...given, type })
    if (!checked.success)
      return reject(
        row,
        checked.error.issues.map((found) => schemaIssue(row, found)),
      )
    return { action: 'create', existingId: null, values: checked.data }
  }

  function schemaIssue(
    row: ReadRow,
    found: { readonly code?: string; readonly path: readonly PropertyKey[] },
  ): ImportIssue {
    const field = String(found.path[0] ?? '')
    const { maximum, minimum, format } = found as { maximum?: unknown; minimum?: unknown; format?: unknown }
    return issue(row.line, 'import_value_invalid', field === '' ? null : field, row.values[field] ?? null, {
      problem: found.code,
      maximum,
      minimum,
      format,
    })
  }

  return {
    add: (row) => void rows.push(row),

    async check(reading: Reading, watch: ImportWatch) {
      const credit = creditFields.find((field) => settings.columnOf(field) !== null)
      if (credit !== undefined && !reading.may('customers.credit')) {
        throw new DomainError(
          'forbidden',
          { permission: 'customers.credit', field: credit },
          { field: `mapping.${credit}` },
        )
      }
      issues = []
      decisions = []
      const index = await createCustomerIndex(reading)
      const first = firstOfEach(rows.map((row) => keyOf(row, settings.options.matchBy)))
      for (const [position, row] of rows.entries()) {
        decisions.push(decide(row, rows[first[position] ?? -1] ?? null, index))
        await watch.step(position, rows.length)
      }
    },

    counts: (): ImportCounts =>
      countActions(
        decisions.map((decision) => decision.action),
        0,
      ),
    issues: () => issues,
    sample: (limit): PreviewRow[] =>
      decisions
        .slice(0, limit)
        .map(({ action, values }, position) => ({ line: rows[position]?.line ?? 0, action, values })),

    async write(change: Change) {
      const created = decisions.filter((decision) => decision.action === 'create')
      const fresh = await codes.nextMany(change, 'CU', created.length)
      await change.insertMany(
        'customer',
        created.map(({ values }, position) => ({ ...(values as CustomerFields), code: fresh[position] as string })),
      )
      for (const { action, existingId, values } of decisions) {
        if (action === 'update' && existingId !== null)
          await change.update('customer', existingId, values as CustomerChanges)
      }
    },
  }
}

function keyOf(row: ReadRow, matchBy: CustomerImportOptions['matchBy']): string | null {
  if (row.issues.length > 0) return null
  const field = row.values.code === undefined ? matchBy : 'code'
  const value = row.values[field]
  return value === undefined ? null : `${field} ${foldText(String(value)).trim()}`
}
