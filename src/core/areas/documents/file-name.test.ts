import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanFileName, fileExtension, refuseFileName } from './file-name.ts'

describe('file names', () => {
  test.each([
    ['a path of another system', '../../etc/passwd', 'passwd'],
    ['a Windows path', 'C:\\Users\\x\\..\\report.pdf', 'report.pdf'],
    ['a path in disguise', '..\\..\\a/../b.csv', 'b.csv'],
    ['control characters', 'a\u0000b\r\nc.txt', 'abc.txt'],
    ['a name shown in reverse', 'invoice\u202Egnp.pdf', 'invoicegnp.pdf'],
    ['a device of Windows', 'con.txt', '_con.txt'],
    ['a device without ending', 'LPT1', '_LPT1'],
    ['a device with superscript', 'COM\u00b9.csv', '_COM\u00b9.csv'],
    ['a word that only begins like one', 'console.txt', 'console.txt'],
    ['characters Windows forbids', 'a<b>:"c"|?*.txt', 'a_b___c____.txt'],
    ['dots and blanks at the ends', ' ..hidden. . ', 'hidden'],
    ['an Arabic name', 'شهادة الفحص.pdf', 'شهادة الفحص.pdf'],
    ['a stream of NTFS', 'a.txt:evil.exe', 'a.txt_evil.exe'],
  ])('%s', (_, given, expected) => {
    expect(cleanFileName(given)).toBe(expected)
  })

  test('nothing left is refused', () => {
    expect(cleanFileName('../..')).toBe('')
    expect(refuseFileName('')).toMatchObject({ code: 'file_name_empty', field: 'fileName' })
  })

  test('a long name keeps its ending and fits 200 bytes of UTF-8', () => {
    const clean = cleanFileName(`${'م'.repeat(300)}.pdf`)
    expect(new TextEncoder().encode(clean).length).toBeLessThanOrEqual(200)
    expect(fileExtension(clean)).toBe('pdf')
  })

  test('whatever is given, the result has no path, no control character, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const clean = cleanFileName(given)
        expect(clean).not.toMatch(/[/\\:*?"<>|]/)
        expect([...clean].every((character) => character >= ' ' && character !== '\u007f')).toBe(true)
        expect(clean).not.toMatch(/^\.|\.$/)
        expect(cleanFileName(clean)).toBe(clean)
      }),
      { seed: 20_261_124, numRuns: 1000 },
    )
  })
})
