/**
 * Importing records from CSV and Excel files, the same for every list. The file is sent in pieces and kept under the
 * SHA-256 of its content; from then on the caller names it by that hash, so every step can be repeated:
 *
 *   begin -> append ... -> finish -> analyse -> preview (as often as wanted) -> run -> one batch, which can be undone
 */
import { z } from 'zod'
import { listInput, listOutput } from '../../kernel/listing.ts'
import { command, query, recordId } from '../../kernel/procedure.ts'
import {
  animalImportOptions,
  commonImportOptions,
  contentHash,
  count,
  customerImportOptions,
  fileFormat,
  importBatch,
  importCounts,
  importFieldDescription,
  importIssue,
  importLimits,
  importMapping,
} from './import.model.ts'

/** The procedures of one list's import; `options` are the list's own choices. */
export function importProcedures<Options extends z.ZodObject>(list: string, options: Options) {
  const access = `${list}.import`
  const at = `/${list}/import` as const
  const read = { access, method: 'POST' } as const
  const job = z.strictObject({
    file: contentHash,
    fileName: z.string().trim().min(1).max(255),
    format: fileFormat,
    mapping: importMapping,
    ...commonImportOptions,
    options,
  })
  const unrecorded = { access, undoable: false } as const
  return {
    begin: command({
      ...unrecorded,
      action: `${list}.import_begin`,
      path: `${at}/uploads`,
      summary: 'Begins sending a file',
    })
      .input(z.strictObject({ fileName: z.string().trim().min(1).max(255), sizeBytes: count.min(1) }))
      .output(z.object({ uploadId: recordId, pieceBytes: count })),

    append: command({
      ...unrecorded,
      action: `${list}.import_append`,
      path: `${at}/uploads/{uploadId}/pieces`,
      summary: 'Sends the next piece of a file',
    })
      .input(
        z.strictObject({
          uploadId: recordId,
          offset: count.min(0),
          data: z.base64().max(Math.ceil(importLimits.pieceBytes / 3) * 4),
        }),
      )
      .output(z.object({ receivedBytes: count })),

    finish: command({
      ...unrecorded,
      action: `${list}.import_finish`,
      path: `${at}/uploads/{uploadId}/finish`,
      summary: 'Ends sending a file and names it by its content',
    })
      .input(z.strictObject({ uploadId: recordId }))
      .output(z.object({ file: contentHash, sizeBytes: count })),

    analyse: query({
      ...read,
      action: `${list}.import_analyse`,
      path: `${at}/analyse`,
      summary: 'Reads the columns of a file and proposes what they mean',
    })
      .input(z.strictObject({ file: contentHash, format: fileFormat.partial().optional() }))
      .output(
        z.object({
          format: fileFormat,
          sheets: z.array(z.string()),
          rows: count,
          columns: z.array(z.object({ index: count, heading: z.string(), samples: z.array(z.string()) })),
          fields: z.array(importFieldDescription),
          mapping: z.record(z.string(), count),
          dateOrder: z.enum(['dmy', 'mdy']).nullable(),
          decimal: z.enum(['point', 'comma']),
          options: z.record(z.string(), z.unknown()),
        }),
      ),

    preview: query({
      ...read,
      action: `${list}.import_preview`,
      path: `${at}/preview`,
      summary: 'Shows what an import would do, and why rows would be refused',
    })
      .input(job.extend({ rows: count.min(0).max(500).default(50), issues: count.min(0).max(2000).default(200) }))
      .output(
        z.object({
          counts: importCounts,
          rows: z.array(
            z.object({
              line: count,
              action: z.enum(['create', 'update', 'skip', 'reject']),
              values: z.record(z.string(), z.unknown()),
            }),
          ),
          issues: z.array(importIssue),
          issueCount: count,
          /** Names the file of refused rows for `rejected`; null when there are none. */
          rejectedFile: z.string().nullable(),
        }),
      ),

    run: command({
      ...unrecorded,
      action: `${list}.import`,
      path: at,
      summary: 'Imports every accepted row in one go, or nothing',
    })
      .input(
        job.extend({
          rejectedSeen: count
            .min(0)
            .default(0)
            .describe('refused rows the caller knows of; more of them refuse the import'),
        }),
      )
      .output(z.object({ batch: importBatch, issues: z.array(importIssue), rejectedFile: z.string().nullable() })),

    progress: query({
      action: `${list}.import_progress`,
      access,
      path: `${at}/progress/{file}`,
      summary: 'Tells how far reading, checking or writing a file has come',
    })
      .input(z.strictObject({ file: contentHash }))
      .output(
        z.object({ stage: z.enum(['idle', 'reading', 'checking', 'writing', 'deriving']), done: count, total: count }),
      ),

    rejected: query({
      action: `${list}.import_rejected`,
      access,
      path: `${at}/rejected/{rejectedFile}`,
      summary: 'Gives the refused rows with their reasons, as CSV',
    })
      .input(z.strictObject({ rejectedFile: z.string().regex(/^rejected-[0-9a-f-]{36}$/) }))
      .output(z.file()),

    list: query({ action: `${list}.imports`, access, path: `/${list}/imports`, summary: 'Lists imports' })
      .input(listInput({}))
      .output(listOutput(importBatch)),

    get: query({ action: `${list}.import_get`, access, path: `/${list}/imports/{id}`, summary: 'Reads one import' })
      .input(z.object({ id: recordId }))
      .output(importBatch.extend({ rejectedFile: z.string().nullable() })),

    undo: command({
      ...unrecorded,
      action: `${list}.import_undo`,
      path: `/${list}/imports/{id}/undo`,
      summary: 'Takes an import back: lays aside what it added, restores what it changed',
    })
      .input(z.strictObject({ id: recordId }))
      .output(importBatch),
  }
}

export const importContract = {
  animals: importProcedures('animals', animalImportOptions),
  customers: importProcedures('customers', customerImportOptions),
}
