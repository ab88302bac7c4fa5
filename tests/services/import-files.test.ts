/** What an import makes of files: encodings, delimiters, workbooks, limits. One engine is enough; no rows are compared. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileFormat } from '../../src/core/areas/documents/import.model.ts'
import { DomainError } from '../../src/core/kernel/refusal.ts'
import { writeWorkbook } from '../../src/node/areas/documents/export-xlsx.ts'
import { csvRows, type SheetRow, sniffDelimiter } from '../../src/node/areas/documents/import-csv.ts'
import { detectFormat, openSheet } from '../../src/node/areas/documents/import-sheet.ts'
import { sendFile } from '../support/import-file.ts'
import { openTestNode, type TestNode } from '../support/test-node.ts'

let folder: string
let count = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reprotech-import-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function fileOf(content: string | Uint8Array): string {
  count += 1
  const path = join(folder, `file-${count}`)
  writeFileSync(path, content)
  return path
}

async function readAll(path: string, format: FileFormat): Promise<{ headings: readonly string[]; rows: SheetRow[] }> {
  const sheet = await openSheet(path, format)
  const rows: SheetRow[] = []
  for await (const piece of sheet.rows) for (const row of piece) rows.push(row)
  return { headings: sheet.headings, rows }
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return { answered: await work }
  } catch (error) {
    return error instanceof DomainError ? error.code : error
  }
}

/** Bytes of a text in an 8-bit code page, by trying all 256 values against the platform's decoder. */
function encode(text: string, codePage: string): Uint8Array {
  const table = new Map(
    Array.from({ length: 256 }, (_none, byte) => [new TextDecoder(codePage).decode(new Uint8Array([byte])), byte]),
  )
  return Uint8Array.from(text, (sign) => table.get(sign) ?? 0x3f)
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('encodings', () => {
  const arabic = 'رقم;الأب\nناقة-١;فحل الصحراء\n'
  const cases: { what: string; bytes: () => Uint8Array | string; encoding: string; cell: string }[] = [
    { what: 'UTF-8 without a mark', bytes: () => arabic, encoding: 'utf-8', cell: 'فحل الصحراء' },
    { what: 'UTF-8 with a mark', bytes: () => `\ufeff${arabic}`, encoding: 'utf-8', cell: 'فحل الصحراء' },
    {
      what: 'Windows-1256',
      bytes: () => encode(arabic.replace('١', '1'), 'windows-1256'),
      encoding: 'windows-1256',
      cell: 'فحل الصحراء',
    },
    { what: 'UTF-16 little endian', bytes: () => utf16(arabic, false), encoding: 'utf-16le', cell: 'فحل الصحراء' },
    { what: 'UTF-16 big endian', bytes: () => utf16(arabic, true), encoding: 'utf-16be', cell: 'فحل الصحراء' },
    {
      what: 'Latin-1',
      bytes: () => encode('Name;Züchter\nÅsa;Müller & Söhne, Genève\n', 'windows-1252'),
      encoding: 'windows-1252',
      cell: 'Müller & Söhne, Genève',
    },
  ]
  test.each(cases)('$what is recognised and decoded', async ({ bytes, encoding, cell }) => {
    const path = fileOf(bytes())
    const format = await detectFormat(path)
    expect(format).toMatchObject({ kind: 'csv', encoding, delimiter: ';' })
    expect((await readAll(path, format)).rows[0]?.cells[1]).toBe(cell)
  })

  test('a letter cut in two by the reading of pieces is whole again', async () => {
    const text = `id,name\n${'x'.repeat(262_144 - 11)},ناقة\n`
    const path = fileOf(text.replace('x'.repeat(262_144 - 11), 'y'))
    const long = fileOf(Array.from({ length: 30_000 }, (_none, index) => `${index},ناقة`).join('\n'))
    const { rows } = await readAll(long, { ...(await detectFormat(long)), headings: false })
    expect(new Set(rows.map((row) => row.cells[1]))).toEqual(new Set(['ناقة']))
    expect((await readAll(path, await detectFormat(path))).rows).toHaveLength(1)
  })

  test('a file that is said to be UTF-8 and is not is refused', async () => {
    const path = fileOf(encode('a;ü\n', 'windows-1252'))
    expect(
      await codeOf(readAll(path, { kind: 'csv', encoding: 'utf-8', delimiter: ';', sheet: null, headings: true })),
    ).toBe('import_encoding_wrong')
  })
})

describe('CSV', () => {
  const delimiters: { what: string; text: string; delimiter: string }[] = [
    { what: 'commas', text: 'a,b\n1,2\n', delimiter: ',' },
    { what: 'semicolons with decimal commas', text: 'a;b\n1,5;2,5\n1,6;2,6\n', delimiter: ';' },
    { what: 'tabs with commas in texts', text: 'name\tplace\nA, B\tC, D, E\n', delimiter: '\t' },
    { what: 'bars', text: 'a|b|c\n1|2|3\n', delimiter: '|' },
    { what: 'commas inside quotes', text: 'a;b\n"1,2,3";4\n"5,6,7";8\n', delimiter: ';' },
    { what: "Excel's statement of its separator", text: 'sep=;\na,x;b\n1,x;2\n', delimiter: ';' },
    { what: 'a single column', text: 'id\n1\n2\n', delimiter: ',' },
  ]
  test.each(delimiters)('finds $what', async ({ text, delimiter }) => {
    expect(await sniffDelimiter(fileOf(text), 'utf-8')).toBe(delimiter)
  })

  test('line numbers are those of an editor, across quoted line ends, blank lines and every kind of line end', async () => {
    const path = fileOf('sep=,\r\nid,note\r\n1,"first\r\nsecond"\r\n\r\n2,"x"\n3,y\r4,"said ""so"""')
    const { headings, rows } = await readAll(path, await detectFormat(path))
    expect(headings).toEqual(['id', 'note'])
    expect(rows).toEqual([
      { line: 3, cells: ['1', 'first\nsecond'] },
      { line: 6, cells: ['2', 'x'] },
      { line: 7, cells: ['3', 'y'] },
      { line: 8, cells: ['4', 'said "so"'] },
    ])
  })

  test('rows read in pieces are the same as read at once', async () => {
    const lines = Array.from({ length: 40_000 }, (_none, index) => `${index},"note ""${index}""\nmore"`)
    const path = fileOf(`${lines.join('\r\n')}\r\n`)
    const rows: SheetRow[] = []
    for await (const piece of csvRows(path, 'utf-8', ',')) rows.push(...piece)
    const filled = rows.filter((row) => row.cells.length === 2)
    expect(filled).toHaveLength(40_000)
    expect(filled.at(-1)).toEqual({ line: 79_999, cells: ['39999', 'note "39999"\nmore'] })
  })

  test('headings that repeat or are empty are told apart', async () => {
    const path = fileOf('id,,note,note,\n1,2,3,4,\n')
    expect((await readAll(path, await detectFormat(path))).headings).toEqual(['id', 'B', 'note', 'note (2)'])
  })

  const refused: { what: string; text: () => string | Uint8Array; code: string }[] = [
    { what: 'an empty file', text: () => '\n\n', code: 'import_file_empty' },
    { what: 'a quote that is never closed', text: () => 'id,note\n1,"open\n2,x\n', code: 'import_quote_open' },
    { what: 'a row of too many columns', text: () => `id\n${'x,'.repeat(200)}x\n`, code: 'import_too_many_columns' },
    { what: 'a cell that is too long', text: () => `id\n${'x'.repeat(10_001)}\n`, code: 'import_cell_too_long' },
    { what: 'too many rows', text: () => `id\n${'1\n'.repeat(300_001)}`, code: 'import_too_many_rows' },
    {
      what: 'a program',
      text: () => Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]),
      code: 'import_format_unknown',
    },
    {
      what: 'an old workbook',
      text: () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      code: 'import_format_legacy',
    },
    { what: 'a compressed file', text: () => Uint8Array.from([0x1f, 0x8b, 8, 0]), code: 'import_format_compressed' },
  ]
  test.each(refused)('refuses $what', async ({ text, code }) => {
    const path = fileOf(text())
    expect(await codeOf(detectFormat(path).then((format) => readAll(path, format)))).toBe(code)
  })
})

/** A zip with one entry, which may lie about what it unpacks to. */
function zipOf(name: string, content: string, statedSize = content.length): Buffer {
  const packed = deflateRawSync(content)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(statedSize, 22)
  header.writeUInt16LE(name.length, 26)
  const record = Buffer.alloc(46)
  record.writeUInt32LE(0x02014b50, 0)
  record.writeUInt16LE(8, 10)
  record.writeUInt32LE(packed.length, 20)
  record.writeUInt32LE(statedSize, 24)
  record.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([header, Buffer.from(name), packed, record, Buffer.from(name), end])
}

describe('workbooks', () => {
  test('a workbook is read with numbers and texts in one form, on the chosen sheet', async () => {
    const path = join(folder, 'book.xlsx')
    async function* pages() {
      yield [
        ['C1', 1234.5, true, null, '=1+1'],
        ['سطر', -1, false, 'x', '00123'],
      ] as const
    }
    await writeWorkbook(
      path,
      { title: 'Herd [1]', rightToLeft: true, headings: ['id', 'value', 'yes', 'empty', 'text'] },
      pages(),
    )
    const format = await detectFormat(path)
    expect(format.kind).toBe('xlsx')
    const { headings, rows } = await readAll(path, format)
    expect(headings).toEqual(['id', 'value', 'yes', 'empty', 'text'])
    expect(rows).toEqual([
      { line: 2, cells: ['C1', '1234.5', 'true', '', '=1+1'] },
      { line: 3, cells: ['سطر', '-1', 'false', 'x', '00123'] },
    ])
    expect(await codeOf(readAll(path, { ...format, sheet: 'No such sheet' }))).toBe('import_sheet_unknown')
  })

  test('a zip that says it unpacks to gigabytes is refused before it is unpacked', async () => {
    const path = fileOf(zipOf('xl/workbook.xml', 'x', 4_000_000_000))
    expect(await codeOf(detectFormat(path).then((format) => readAll(path, format)))).toBe('import_file_too_large')
  })

  test('a zip that is no workbook, and a cut one, are refused as damaged', async () => {
    const whole = zipOf('readme.txt', 'hello')
    for (const bytes of [whole, whole.subarray(0, 40)]) {
      const path = fileOf(bytes)
      expect(await codeOf(detectFormat(path).then((format) => readAll(path, format)))).toBe('import_workbook_damaged')
    }
  })
})

describe('through the contract', () => {
  let node: TestNode
  beforeAll(async () => {
    node = await openTestNode('sqlite')
  })
  afterAll(async () => {
    await node.close()
  })

  test('a workbook with dates comes in, and the proposal names its sheets', async () => {
    const path = join(folder, 'dates.xlsx')
    async function* pages() {
      yield [['Stud A', 'company', '2026-01-05']] as const
    }
    await writeWorkbook(path, { title: 'customers', rightToLeft: false, headings: ['name', 'type', 'since'] }, pages())
    const client = node.client(node.administrator)
    const file = await sendFile(client, 'customers', readFileSync(path), 'customers.xlsx')
    const analysis = await client.imports.customers.analyse({ file })
    expect(analysis).toMatchObject({
      format: { kind: 'xlsx' },
      sheets: ['customers'],
      rows: 1,
      mapping: { name: 0, type: 1 },
    })
    expect(analysis.columns[2]).toEqual({ index: 2, heading: 'since', samples: ['2026-01-05'] })
    const { batch } = await client.imports.customers.run({
      file,
      fileName: 'customers.xlsx',
      format: analysis.format,
      mapping: analysis.mapping,
      options: {},
    })
    expect(batch).toMatchObject({ createdCount: 1 })
  })

  test('a mapping that names a column twice, or one that is not there, is refused at its field', async () => {
    const client = node.client(node.administrator)
    const file = await sendFile(client, 'customers', 'name,phone\nA,1\n')
    const { format } = await client.imports.customers.analyse({ file })
    const preview = (mapping: Record<string, number>) =>
      client.imports.customers.preview({ file, fileName: 'x.csv', format, mapping, options: {} })
    await expect(preview({ name: 0, phone: 0 })).rejects.toMatchObject({
      code: 'import_column_twice',
      data: { field: 'mapping.phone' },
    })
    await expect(preview({ name: 7 })).rejects.toMatchObject({ code: 'import_column_unknown' })
    await expect(preview({ surname: 0 })).rejects.toMatchObject({ code: 'import_field_unknown' })
  })
})
