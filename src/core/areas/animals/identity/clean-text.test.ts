import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, compactText, groupText } from './clean-text.ts'

describe('cleaning a typed number', () => {
  test.each([
    ['Arabic-Indic digits', '٩٨٢ ٠٠٠١٢٣٤٥٦٧٨٩', '982 000123456789'],
    ['Persian digits', '۹۸۲', '982'],
    ['full-width characters', 'ＵＫ１２３', 'UK123'],
    ['direction marks copied from a right-to-left page', '\u200f982\u200e\u202a000\u202c', '982000'],
    ['a no-break space, tabs and repeated spaces', ' uk\u00a0123450\t\t600001 ', 'UK 123450 600001'],
    ['a zero byte and a group separator from a scanner', 'AB\u0000\u001d12', 'AB12'],
    ['Arabic letters, which stay', 'سجل ١٢', 'سجل 12'],
  ])('reads %s', (_name, typed, clean) => {
    expect(cleanText(typed)).toBe(clean)
  })

  test('drops what stands between groups, whatever dash it is', () => {
    expect(compactText('nl 6802-5082.9')).toBe('NL680250829')
    expect(compactText('982–000—123_4')).toBe('9820001234')
  })

  test('cleaning twice changes nothing more, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text))
        expect(compactText(compactText(text))).toBe(compactText(text))
      }),
      { seed: 20_260_302, numRuns: 5000 },
    )
  })

  test('groups a text, the last size repeating', () => {
    expect(groupText('982000123456789', [3, 12])).toBe('982 000123456789')
    expect(groupText('840003123456789', [3])).toBe('840 003 123 456 789')
    expect(groupText('', [4])).toBe('')
  })
})
