/**
 * What an area says about importing its records, and what the import asks of it. The framework knows files, columns,
 * cells and batches; the area knows fields, rules, references and how to write. One session handles one file:
 *
 *   add(row) for every row -> check(reading), repeatable -> outcome, sample -> write(change) inside the one transaction
 *
 * `Reading` and `Change` are the node's; core only passes them through.
 */
import type { CellSettings, ReadResult } from './import-values.ts'

/** Texts for headings of files; screens have their own translations. */
export interface FileLabels {
  readonly en: string
  readonly ar: string
}

export interface ImportField {
  readonly key: string
  readonly labels: FileLabels
  /** Other headings it goes by, English and Arabic, in any case. */
  readonly synonyms: readonly string[]
  readonly required: boolean
  readonly kind: 'text' | 'number' | 'date' | 'choice' | 'yes_no' | 'reference'
  /** Whether an existing record may take its value from a file. */
  readonly updatable: boolean
  /** Reads a filled cell. Blank cells never come here. */
  read(text: string, settings: CellSettings): ReadResult<unknown>
  /** Whether a text means "nothing", beyond the usual blanks: 0 is no parent. */
  isBlank?(text: string): boolean
}

/** Why a row is not taken. A row may have several. */
export interface ImportIssue {
  /** Line of the file, 1 first, as a text editor counts; for a workbook the row of the sheet. */
  readonly line: number
  readonly code: string
  readonly field: string | null
  /** Heading of the column. */
  readonly column: string | null
  readonly value: string | null
  readonly data: Readonly<Record<string, unknown>>
}

/** One row with its cells read. Fields without a value are left out. */
export interface ReadRow {
  readonly line: number
  readonly values: Readonly<Record<string, unknown>>
  /** What could not be read; such a row is rejected, but still named as a parent it explains its offspring's rejection. */
  readonly issues: readonly ImportIssue[]
}

export type RowAction = 'create' | 'update' | 'skip' | 'reject'

export interface ImportCounts {
  readonly rows: number
  readonly create: number
  readonly update: number
  readonly skip: number
  readonly reject: number
  /** Records added because rows name them (reference animals). */
  readonly added: number
}

export interface PreviewRow {
  readonly line: number
  readonly action: RowAction
  /** The record as it would be, by field key. */
  readonly values: Readonly<Record<string, unknown>>
}

/** Lets long work breathe and report; `step` waits for the event loop now and then and throws when it was called off. */
export interface ImportWatch {
  step(done: number, total: number): Promise<void>
}

export interface ImportSession<Reading, Change> {
  add(row: ReadRow): void
  /** Decides about every row against the database as it is. May be called again when the database has changed. */
  check(reading: Reading, watch: ImportWatch): Promise<void>
  counts(): ImportCounts
  /** All reasons, in order of lines; empty before `check`. */
  issues(): readonly ImportIssue[]
  sample(limit: number): readonly PreviewRow[]
  /** Writes every accepted row. Nothing is awaited but the store. */
  write(change: Change, batchId: string): Promise<void>
}

/** What every import is told, whatever the list. */
export interface ImportRules {
  /** What to do with a row whose record exists already. */
  readonly onExisting: 'skip' | 'update' | 'reject'
  /** Fields that an existing record takes from the file; only with `update`. */
  readonly updateFields: readonly string[]
  /** What to do with the second and later rows of the same record in the file. */
  readonly onRepeated: 'reject' | 'skip'
}

export interface SessionSettings<Options> extends CellSettings, ImportRules {
  readonly options: Options
  /** Heading of the column that feeds a field, for issues. */
  columnOf(field: string): string | null
}

export interface ImportTarget<Reading, Change, Options> {
  readonly list: string
  readonly fields: readonly ImportField[]
  /** Guesses the list's own options from sample values of mapped columns, for the proposal. */
  propose(samples: Readonly<Record<string, readonly string[]>>): Partial<Options>
  open(settings: SessionSettings<Options>): ImportSession<Reading, Change>
}
