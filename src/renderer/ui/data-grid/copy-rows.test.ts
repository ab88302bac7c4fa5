import { expect, test } from 'vitest'
import { rowsToTsv } from './copy-rows.ts'
import type { GridColumn } from './grid-column.ts'

const columns: GridColumn<string[]>[] = ['Name', 'Weight'].map((header, at) => ({
  id: header,
  header,
  kind: 'text',
  width: 100,
  value: (row) => row[at] ?? '',
}))

test('rows are copied with a head line and tabs', () => {
  expect(
    rowsToTsv(columns, [
      ['Noor', '612'],
      ['Wabra', '430'],
    ]),
  ).toBe('Name\tWeight\nNoor\t612\nWabra\t430')
})

test('tabs and line breaks inside a value do not make new cells', () => {
  expect(rowsToTsv(columns, [['a\tb\r\nc', '1']])).toBe('Name\tWeight\na b c\t1')
})

test('a value that looks like a formula is not run by a spreadsheet, a negative number stays a number', () => {
  expect(
    rowsToTsv(columns, [
      ['=HYPERLINK("x")', '-186.4'],
      ['@cmd', '+3'],
    ]),
  ).toBe('Name\tWeight\n\'=HYPERLINK("x")\t-186.4\n\'@cmd\t+3')
})
