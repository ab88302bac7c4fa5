/**
 * Writes a workbook with one sheet (ECMA-376, SpreadsheetML) row by row, so that a list of any length costs the memory of
 * one page. Text is stored as text: a spreadsheet never calculates it, whatever it begins with.
 */
import { rm } from 'node:fs/promises'
import { columnLetters, type ExportValue } from '../../../core/areas/documents/export-cell.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import { createZip } from './export-zip.ts'

export interface SheetOptions {
  readonly title: string
  /** Arabic sheets begin at the right. */
  readonly rightToLeft: boolean
  readonly headings: readonly string[]
}

/** Rows a sheet can have, heading included. */
const mostRows = 1_048_576
/** Characters a cell can hold; more makes Excel call the file damaged. */
const mostCharacters = 32_767

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Writes the file and returns its size in bytes. Refuses `export_too_many_rows` for more than a sheet holds. */
export async function writeWorkbook(
  path: string,
  options: SheetOptions,
  pages: AsyncIterable<readonly (readonly ExportValue[])[]>,
): Promise<number> {
  const zip = await createZip(path)
  try {
    for (const [name, text] of fixedParts(options.title)) await zip.add(name, [declaration, text])
    await zip.add('xl/worksheets/sheet1.xml', sheetXml(options, pages))
    return await zip.finish()
  } catch (error) {
    await zip.abandon()
    await rm(path, { force: true })
    throw error
  }
}

async function* sheetXml(
  { rightToLeft, headings }: SheetOptions,
  pages: AsyncIterable<readonly (readonly ExportValue[])[]>,
): AsyncGenerator<string> {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"${rightToLeft ? ' rightToLeft="1"' : ''}>${pane}</sheetView></sheetViews><sheetData>`
  const letters = headings.map((_heading, column) => columnLetters(column))
  yield `<row r="1">${headings.map((heading, column) => textCell(heading, `r="${letters[column]}1" s="1"`)).join('')}</row>`
  let rows = 1
  for await (const page of pages) {
    if (rows + page.length > mostRows) throw new DomainError('export_too_many_rows', { max: mostRows - 1 })
    let text = ''
    for (const cells of page) {
      rows += 1
      text += `<row r="${rows}">${cells.map((value, column) => cell(value, `r="${letters[column]}${rows}"`)).join('')}</row>`
    }
    yield text
  }
  yield '</sheetData></worksheet>'
}

/** A cell with its address, which some readers need; empty ones are left out. */
function cell(value: ExportValue, address: string): string {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return `<c ${address} t="b"><v>${value ? 1 : 0}</v></c>`
  if (typeof value === 'number') return Number.isFinite(value) ? `<c ${address}><v>${value}</v></c>` : ''
  return textCell(value, address)
}

function textCell(text: string, address: string): string {
  return `<c ${address} t="inlineStr"><is><t xml:space="preserve">${xmlText(text.slice(0, mostCharacters))}</t></is></c>`
}

function xmlText(text: string): string {
  // XML 1.0 has no way to write control characters and lone surrogates.
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\P{Cc}]|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function fixedParts(title: string): [name: string, text: string][] {
  const override = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${types}.${type}+xml"/>`
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${kind}" Target="${target}"/>`
  const plain =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
  const parts = [
    override('workbook', 'sheet.main'),
    override('worksheets/sheet1', 'worksheet'),
    override('styles', 'styles'),
  ]
  // A sheet name has at most 31 characters and none of these signs.
  const name = xmlText(title.replaceAll(/[\\/*?:[\]]/g, ' ').slice(0, 31)).replaceAll('"', '&quot;')
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${plain}${parts.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${packageRelations}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packageRelations}">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'styles', 'styles.xml')}</Relationships>`,
    ],
    ['xl/styles.xml', stylesXml()],
  ]
}

/** Two cell styles: plain, and bold for the headings. */
function stylesXml(): string {
  const fonts =
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
  const fills =
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
  const borders = '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
  const base = '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  const cells =
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
  return `<styleSheet xmlns="${main}">${fonts}${fills}${borders}${base}${cells}</styleSheet>`
}
