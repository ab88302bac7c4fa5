/** What an import is told and what it answers: limits, the form of a file, options per list, issues, the batch. */
import { z } from 'zod'
import { recordColumns, recordId } from '../../kernel/procedure.ts'
import { identifierSchemeCodes } from '../animals/identity/identifier-scheme.ts'
import { speciesCodes } from '../animals/species/species-code.ts'

export const importLimits = {
  fileBytes: 200_000_000,
  /** What a workbook may unpack to: a few kilobytes of zip can hold gigabytes. */
  unpackedBytes: 1_000_000_000,
  rows: 300_000,
  columns: 200,
  cellCharacters: 10_000,
  /** Bytes of one piece of an upload or download. */
  pieceBytes: 524_288,
} as const

export const contentHash = z.string().regex(/^[0-9a-f]{64}$/)

export const fileFormat = z.strictObject({
  kind: z.enum(['csv', 'xlsx']),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'windows-1252']).default('utf-8'),
  delimiter: z.enum([',', ';', '\t', '|']).default(','),
  sheet: z.string().max(200).nullable().default(null),
  /** Whether the first filled row holds the headings; without, columns are called A, B, C ... */
  headings: z.boolean().default(true),
})

export type FileFormat = z.infer<typeof fileFormat>

const fieldKey = z.string().min(1).max(60)
const columnIndex = z
  .number()
  .int()
  .min(0)
  .max(importLimits.columns - 1)
export const importMapping = z.record(fieldKey, columnIndex).describe('field to column, 0 first')

/** Options every list has. */
export const commonImportOptions = {
  dateOrder: z.enum(['dmy', 'mdy']).nullable().default(null),
  decimal: z.enum(['point', 'comma']).default('point'),
  onExisting: z.enum(['skip', 'update', 'reject']).default('reject'),
  updateFields: z.array(fieldKey).max(100).default([]),
  onRepeated: z.enum(['reject', 'skip']).default('reject'),
}

export const animalImportOptions = z.strictObject({
  /** Site of animals without one in the file. */
  siteId: recordId.optional(),
  species: z.enum(speciesCodes).optional(),
  /** Scheme under which the file's own numbers are recorded. */
  identifierScheme: z.enum(identifierSchemeCodes).default('herd_book'),
  /** Parents that stand neither in the file nor in the database: add them as reference animals, or refuse the row. */
  missingParents: z.enum(['create', 'reject']).default('create'),
})

export const customerImportOptions = z.strictObject({
  /** Type of customers without one in the file. */
  type: z.enum(['individual', 'organization', 'research', 'government']).optional(),
  /** What makes two records the same customer. */
  matchBy: z.enum(['code', 'name', 'email', 'taxId']).default('name'),
})

export type AnimalImportOptions = z.infer<typeof animalImportOptions>
export type CustomerImportOptions = z.infer<typeof customerImportOptions>

export const importIssue = z.object({
  line: z.number().int(),
  code: z.string(),
  field: z.string().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
})

export const count = z.number().int()
export const importCounts = z.object({
  rows: count,
  create: count,
  update: count,
  skip: count,
  reject: count,
  added: count,
})

export const importBatch = z.object({
  ...recordColumns,
  list: z.string(),
  fileName: z.string(),
  contentHash: z.string(),
  rowCount: count,
  createdCount: count,
  updatedCount: count,
  skippedCount: count,
  rejectedCount: count,
  addedCount: count,
  mapping: z.record(z.string(), z.string()),
  undoneAt: z.string().nullable(),
})

export type ImportBatch = z.infer<typeof importBatch>

export const importFieldDescription = z.object({
  key: z.string(),
  labels: z.object({ en: z.string(), ar: z.string() }),
  kind: z.enum(['text', 'number', 'date', 'choice', 'yes_no', 'reference']),
  required: z.boolean(),
  updatable: z.boolean(),
})
