import { describe, expect, test } from 'vitest'
import { isBlankCell, proveDateOrder, readDate, readNumber, readWord, readYesNo, wordTable } from './import-values.ts'

describe('dates', () => {
  const read: { text: string; order: 'dmy' | 'mdy' | null; date: string; precision: string }[] = [
    { text: '2021-03-05', order: null, date: '2021-03-05', precision: 'day' },
    { text: '2021/3/5', order: null, date: '2021-03-05', precision: 'day' },
    { text: '20210305', order: null, date: '2021-03-05', precision: 'day' },
    { text: '2021-03-05T00:00:00.000Z', order: null, date: '2021-03-05', precision: 'day' },
    { text: '2021-03-05 14:30', order: null, date: '2021-03-05', precision: 'day' },
    { text: '05/03/2021', order: 'dmy', date: '2021-03-05', precision: 'day' },
    { text: '05/03/2021', order: 'mdy', date: '2021-05-03', precision: 'day' },
    { text: '25.12.2020', order: null, date: '2020-12-25', precision: 'day' },
    { text: '12-25-2020', order: null, date: '2020-12-25', precision: 'day' },
    { text: '07/07/2020', order: null, date: '2020-07-07', precision: 'day' },
    { text: '٢٠٢١-٠٣-٠٥', order: null, date: '2021-03-05', precision: 'day' },
    { text: '5 Mar 2021', order: null, date: '2021-03-05', precision: 'day' },
    { text: 'March 5, 2021', order: null, date: '2021-03-05', precision: 'day' },
    { text: '٥ مارس ٢٠٢١', order: null, date: '2021-03-05', precision: 'day' },
    { text: '12 كانون الثاني 2021', order: null, date: '2021-01-12', precision: 'day' },
    { text: '29/02/2020', order: 'dmy', date: '2020-02-29', precision: 'day' },
    { text: '2021-03', order: null, date: '2021-03-01', precision: 'month' },
    { text: '03/2021', order: null, date: '2021-03-01', precision: 'month' },
    { text: 'Mar 2021', order: null, date: '2021-03-01', precision: 'month' },
    { text: '1998', order: null, date: '1998-01-01', precision: 'year' },
  ]
  test.each(read)('$text with order $order is $date to the $precision', ({ text, order, date, precision }) => {
    expect(readDate(text, { dateOrder: order })).toEqual({ ok: true, value: { date, precision } })
  })

  const refused: { text: string; order: 'dmy' | 'mdy' | null; code: string }[] = [
    { text: '03/04/2021', order: null, code: 'import_date_ambiguous' },
    { text: '12/25/2020', order: 'dmy', code: 'import_date_invalid' },
    { text: '29/02/2021', order: 'dmy', code: 'import_date_invalid' },
    { text: '31.04.2021', order: 'dmy', code: 'import_date_invalid' },
    { text: '03/04/21', order: 'dmy', code: 'import_date_short_year' },
    { text: '5 Mar 21', order: null, code: 'import_date_short_year' },
    { text: '2021-13-01', order: null, code: 'import_date_invalid' },
    { text: '44197', order: null, code: 'import_date_invalid' },
    { text: '0001', order: null, code: 'import_date_invalid' },
    { text: 'spring', order: null, code: 'import_date_invalid' },
  ]
  test.each(refused)('$text with order $order is refused as $code', ({ text, order, code }) => {
    expect(readDate(text, { dateOrder: order })).toMatchObject({ ok: false, refusal: { code } })
  })

  test('a part above 12 proves the order, unless the column proves both', () => {
    expect(proveDateOrder(['03/04/2021', '25/04/2021'])).toBe('dmy')
    expect(proveDateOrder(['03/04/2021', '04/25/2021'])).toBe('mdy')
    expect(proveDateOrder(['25/04/2021', '04/25/2021'])).toBeNull()
    expect(proveDateOrder(['03/04/2021', '2021-04-25'])).toBeNull()
  })
})

describe('numbers', () => {
  const read: { text: string; decimal: 'point' | 'comma'; value: number }[] = [
    { text: '1234.5', decimal: 'point', value: 1234.5 },
    { text: '1,234.5', decimal: 'point', value: 1234.5 },
    { text: '1,234', decimal: 'point', value: 1234 },
    { text: '1,234', decimal: 'comma', value: 1.234 },
    { text: '1.234', decimal: 'comma', value: 1234 },
    { text: '1.234,5', decimal: 'comma', value: 1234.5 },
    { text: '1 234,5', decimal: 'comma', value: 1234.5 },
    { text: '-0,5', decimal: 'comma', value: -0.5 },
    { text: '−3.5', decimal: 'point', value: -3.5 },
    { text: '١٢٫٥', decimal: 'point', value: 12.5 },
    { text: '١٢٫٥', decimal: 'comma', value: 12.5 },
    { text: '1e3', decimal: 'point', value: 1000 },
    { text: '.5', decimal: 'point', value: 0.5 },
  ]
  test.each(read)('$text with a decimal $decimal is $value', ({ text, decimal, value }) => {
    expect(readNumber(text, { decimal })).toEqual({ ok: true, value })
  })

  test.each(['1.2.3', '12,34', '5 kg', '0x10', '1e999', '--1', '1,23,456'])(
    '%s is no number with a decimal point',
    (text) => {
      expect(readNumber(text, { decimal: 'point' })).toMatchObject({
        ok: false,
        refusal: { code: 'import_number_invalid' },
      })
    },
  )
})

describe('words', () => {
  const colours = wordTable({ red: ['أحمر', 'Rot'], light_blue: [] })

  test.each([
    ['RED', 'red'],
    ['  rot ', 'red'],
    ['احمر', 'red'],
    ['light blue', 'light_blue'],
  ])('%j means %s', (text, meaning) => {
    expect(readWord(text, colours)).toEqual({ ok: true, value: meaning })
  })

  test('an unknown word is refused with what would be understood', () => {
    expect(readWord('green', colours)).toEqual({
      ok: false,
      refusal: { code: 'import_word_unknown', data: { value: 'green', allowed: ['red', 'light_blue'] } },
    })
  })

  test('yes and no in both languages', () => {
    expect(['نعم', 'Y', '1', 'لا', 'false'].map((text) => readYesNo(text))).toEqual(
      [true, true, true, false, false].map((value) => ({ ok: true, value })),
    )
  })

  test('what statistics programs write for nothing is blank, zero and unknown are not', () => {
    expect(['', '  ', 'NA', 'n/a', '#N/A', 'NaN', '.', '-', '*', 'NULL'].every(isBlankCell)).toBe(true)
    expect(['0', 'unknown', 'no', 'Nadia'].some(isBlankCell)).toBe(false)
  })
})
