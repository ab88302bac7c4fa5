/**
 * Writes exports page by page into files of the data folder and hands them out. Memory is that of one page; between
 * pages the event loop is free. The files are removed an hour later, when the next export is written.
 */
import { openAsBlob } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { exportPieceBytes } from '../../../core/areas/documents/export.contract.ts'
import { csvLine, type ExportValue } from '../../../core/areas/documents/export-cell.ts'
import type { ExportColumn, ExportList } from '../../../core/areas/documents/export-list.ts'
import { type Clock, instantOf } from '../../../core/kernel/clock.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { HandleTools } from '../../rpc/bind.ts'
import type { Reading } from '../../runtime/reading.ts'
import { writeWorkbook } from './export-xlsx.ts'

export interface ExportRequest {
  readonly format: 'csv' | 'xlsx'
  readonly columns?: string | undefined
  readonly language: 'en' | 'ar'
  readonly byteOrderMark: boolean
}

interface WrittenExport {
  readonly exportId: string
  readonly userId: string | null
  readonly path: string
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly rows: number
  readonly writtenMs: number
}

interface Dependencies {
  readonly folder: string
  readonly clock: Clock
  readonly ids: Ids
}

const keptMs = 3_600_000
const mediaTypes = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export function createExportService<Row, Request>(
  list: ExportList<Reading, Row, Request>,
  { folder, clock, ids }: Dependencies,
) {
  const written = new Map<string, WrittenExport>()

  async function write(tools: HandleTools, input: Request & ExportRequest): Promise<WrittenExport> {
    await mkdir(folder, { recursive: true })
    await removeOld()
    const columns = wantedColumns(list.columns, input.columns)
    const exportId = ids.next()
    const path = join(folder, `${exportId}.${input.format}`)
    const headings = columns.map((column) => column.labels[input.language])
    const counted = { rows: 0 }
    const pages = pagesOf(tools, input, columns, counted)
    if (input.format === 'csv') await writeCsv(path, headings, input.byteOrderMark, pages)
    else await writeWorkbook(path, { title: list.list, rightToLeft: input.language === 'ar', headings }, pages)
    const { size } = await stat(path)
    const fileName = `${list.list}-${instantOf(clock.nowMs()).slice(0, 10)}.${input.format}`
    const userId = tools.call.actor?.userId ?? null
    const result = {
      exportId,
      userId,
      path,
      fileName,
      mediaType: mediaTypes[input.format],
      sizeBytes: size,
      rows: counted.rows,
      writtenMs: clock.nowMs(),
    }
    written.set(exportId, result)
    return result
  }

  async function* pagesOf(
    tools: HandleTools,
    input: Request,
    columns: readonly ExportColumn<Row>[],
    counted: { rows: number },
  ): AsyncGenerator<ExportValue[][]> {
    const wanted = new Set(columns.map((column) => column.key))
    for (let cursor: string | undefined; ; ) {
      const page = await tools.read((reading) => list.page(reading, input, cursor, wanted))
      counted.rows += page.rows.length
      yield page.rows.map((row) => columns.map((column) => column.value(row)))
      if (page.nextCursor === null) return
      cursor = page.nextCursor
      await nextTurn()
      tools.signal?.throwIfAborted()
    }
  }

  /** Only files this process wrote and nobody may still be reading are removed; others are what a stopped one left. */
  async function removeOld(): Promise<void> {
    const before = clock.nowMs() - keptMs
    for (const [exportId, { writtenMs }] of written) if (writtenMs < before) written.delete(exportId)
    for (const name of await readdir(folder)) {
      const exportId = name.slice(0, 36)
      const found = await stat(join(folder, name)).catch(() => null)
      if (!written.has(exportId) && found !== null && found.mtimeMs < before)
        await rm(join(folder, name), { force: true })
    }
  }

  return {
    async download(tools: HandleTools, input: Request & ExportRequest): Promise<File> {
      const { path, fileName, mediaType } = await write(tools, input)
      // The blob reads the file while it is sent.
      return new File([await openAsBlob(path)], fileName, { type: mediaType })
    },

    async start(tools: HandleTools, input: Request & ExportRequest) {
      const { exportId, fileName, mediaType, sizeBytes, rows } = await write(tools, input)
      return { exportId, fileName, mediaType, sizeBytes, rows }
    },

    async piece(tools: HandleTools, { exportId, offset }: { exportId: string; offset: number }) {
      const found = written.get(exportId)
      if (found === undefined || found.userId !== (tools.call.actor?.userId ?? null))
        throw new DomainError('export_unknown', { exportId })
      const file = await open(found.path)
      try {
        const bytes = Buffer.alloc(exportPieceBytes)
        const { bytesRead } = await file.read(bytes, 0, bytes.length, offset)
        const next = offset + bytesRead
        return {
          data: bytes.toString('base64', 0, bytesRead),
          nextOffset: next < found.sizeBytes ? next : null,
          sizeBytes: found.sizeBytes,
        }
      } finally {
        await file.close()
      }
    },

    columns: () => ({ items: list.columns.map(({ key, labels }) => ({ key, labels: { ...labels } })) }),
  }
}

function wantedColumns<Row>(
  columns: readonly ExportColumn<Row>[],
  wanted: string | undefined,
): readonly ExportColumn<Row>[] {
  if (wanted === undefined) return columns
  return wanted.split(',').map((key) => {
    const column = columns.find((one) => one.key === key)
    if (column === undefined) throw new DomainError('export_column_unknown', { column: key }, { field: 'columns' })
    return column
  })
}

async function writeCsv(
  path: string,
  headings: readonly string[],
  byteOrderMark: boolean,
  pages: AsyncIterable<ExportValue[][]>,
): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.write(`${byteOrderMark ? '\ufeff' : ''}${csvLine(headings)}`)
    for await (const page of pages) if (page.length > 0) await file.write(page.map(csvLine).join(''))
  } finally {
    await file.close()
  }
}
