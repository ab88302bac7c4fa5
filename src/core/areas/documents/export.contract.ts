/**
 * Exporting a list as CSV or Excel with its current filter, order and columns. `download` answers the file (REST, or
 * small ones); `start` and `piece` give the same file in pieces on any transport.
 */
import { z } from 'zod'
import { query, recordId } from '../../kernel/procedure.ts'
import { listAnimalsInput } from '../animals/animals.fields.ts'
import { customersContract } from '../customers/customers.contract.ts'
import { importLimits } from './import.model.ts'

/** What an export is told beside the filter. */
export const exportOptions = {
  format: z.enum(['csv', 'xlsx']).default('csv'),
  columns: z
    .string()
    .max(4000)
    .regex(/^\w+(,\w+)*$/)
    .optional()
    .describe('keys by comma, in order; all of them when left out'),
  language: z.enum(['en', 'ar']).default('en').describe('language of the headings'),
  byteOrderMark: z.boolean().default(true).describe('lets Excel read a CSV file as UTF-8'),
}

const count = z.number().int()

const exportedFile = z.object({
  exportId: recordId,
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: count,
  rows: count,
})

/** The procedures of one list's export. `list` is the input of the list itself, so that both take the same filters. */
export function exportProcedures<Shape extends z.ZodRawShape>(name: string, list: z.ZodObject<Shape>) {
  const access = `${name}.export`
  const at = `/${name}/export` as const
  const { limit: _limit, cursor: _cursor, offset: _offset, ...filters } = list.shape
  // The compiler cannot follow the spread of a generic shape.
  const input = z.object({ ...filters, ...exportOptions }) as unknown as z.ZodObject<
    Omit<Shape, 'limit' | 'cursor' | 'offset'> & typeof exportOptions
  >
  return {
    download: query({
      action: `${name}.export`,
      access,
      path: at,
      summary: 'Gives a list as a file, with filter, order and columns',
    })
      .input(input)
      .output(z.file()),

    columns: query({
      action: `${name}.export_columns`,
      access,
      path: `${at}/columns`,
      summary: 'Lists the columns an export can have',
    })
      .input(z.object({}))
      .output(
        z.object({
          items: z.array(z.object({ key: z.string(), labels: z.object({ en: z.string(), ar: z.string() }) })),
        }),
      ),

    start: query({
      action: `${name}.export_start`,
      access,
      path: `${at}/files`,
      method: 'POST',
      summary: 'Writes an export and names it, to be read in pieces',
    })
      .input(input)
      .output(exportedFile),

    piece: query({
      action: `${name}.export_piece`,
      access,
      path: `${at}/files/{exportId}`,
      summary: 'Gives the next piece of a written export',
    })
      .input(z.strictObject({ exportId: recordId, offset: count.min(0).default(0) }))
      .output(z.object({ data: z.base64(), nextOffset: count.nullable(), sizeBytes: count })),
  }
}

export const exportPieceBytes = importLimits.pieceBytes

const customerList = customersContract.list['~orpc'].inputSchema as NonNullable<
  (typeof customersContract.list)['~orpc']['inputSchema']
>

export const exportContract = {
  animals: exportProcedures('animals', listAnimalsInput),
  customers: exportProcedures('customers', customerList),
}
