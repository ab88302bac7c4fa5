/** Reads the sheets of an Excel workbook. Numbers and dates come as text in one form: point, ISO. */
import { open, stat } from 'node:fs/promises'
import readExcelFile, { readSheet } from 'read-excel-file/node'
import { importLimits } from '../../../core/areas/documents/import.model.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { SheetRow } from './import-csv.ts'

/** Names of the sheets, in order. Refuses `import_workbook_damaged` and workbooks that unpack to too much. */
export async function workbookSheets(file: string): Promise<string[]> {
  await refuseLargeContents(file)
  return (await reading(() => readExcelFile(file, { trim: false }))).map((sheet) => sheet.sheet)
}

/** Rows of a sheet (the first one when none is named), in pieces. Refuses `import_sheet_unknown`. */
export async function* workbookRows(file: string, sheet: string | null): AsyncGenerator<SheetRow[]> {
  await refuseLargeContents(file)
  const rows = await reading(() => readSheet(file, sheet ?? 1, { trim: false }), sheet)
  for (let start = 0; start < rows.length; start += piece) {
    yield rows
      .slice(start, start + piece)
      .map((cells, index) => ({ line: start + index + 1, cells: cells.map(cellText) }))
  }
}

const piece = 2000

async function reading<Result>(work: () => Promise<Result>, sheet: string | null = null): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && error.name === 'SheetNotFoundError')
      throw new DomainError('import_sheet_unknown', { sheet }, { cause: error })
    throw new DomainError('import_workbook_damaged', {}, { cause: error })
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) {
    const text = Number.isNaN(value.getTime()) ? '' : value.toISOString()
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text
  }
  return String(value)
}

const endRecordSignature = 0x06054b50
const entrySignature = 0x02014b50
const endRecordLength = 22
const longestComment = 65_535

/**
 * Adds up what the zip directory (APPNOTE 4.3.12, 4.3.16) says the workbook unpacks to, before anything is unpacked: a
 * few kilobytes can hold gigabytes. Refuses `import_file_too_large`, or `import_workbook_damaged` without a directory.
 */
async function refuseLargeContents(file: string): Promise<void> {
  const { size } = await stat(file)
  const handle = await open(file)
  try {
    const tail = Buffer.alloc(Math.min(size, endRecordLength + longestComment))
    await handle.read(tail, 0, tail.length, size - tail.length)
    let at = tail.length - endRecordLength
    while (at >= 0 && tail.readUInt32LE(at) !== endRecordSignature) at -= 1
    if (at < 0) throw new DomainError('import_workbook_damaged')
    const directory = Buffer.alloc(Math.min(tail.readUInt32LE(at + 12), size))
    await handle.read(directory, 0, directory.length, tail.readUInt32LE(at + 16))
    const total = unpackedSize(directory)
    if (total > importLimits.unpackedBytes)
      throw new DomainError('import_file_too_large', { bytes: total, max: importLimits.unpackedBytes })
  } finally {
    await handle.close()
  }
}

function unpackedSize(directory: Buffer): number {
  let total = 0
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature; ) {
    total += directory.readUInt32LE(at + 24)
    at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return total
}
