import { describe, expect, test } from 'vitest'
import {
  duplicateReasons,
  matchKeys,
  nameSimilarity,
  normaliseEmail,
  normalisePhone,
  normaliseTaxId,
} from './duplicates.rules.ts'

describe('names of one customer written differently', () => {
  test.each([
    ['a company form added', 'Al Kharj Stud', 'Al-Kharj Stud Farm Co. Ltd'],
    ['another transliteration of the article', 'El Kharj Dairy', 'Al Kharj Dairy'],
    ['two letters swapped', 'Riyadh Genetics', 'Riyahd Genetics'],
    ['words in another order', 'Rashid Horses', 'Horses, Rashid'],
    ['a doubled letter and a joined article', 'Mohammed Al Otaibi', 'Mohamed Alotaibi'],
    ['Arabic letters that people type either way', 'مزرعة الصافي للألبان', 'مزرعه الصافى للالبان'],
    ['the Arabic word for company left out', 'شركة الراجحي الزراعية', 'الراجحي الزراعية'],
  ])('%s: alike', (_, left, right) => {
    expect(nameSimilarity(left, right)).toBeGreaterThanOrEqual(0.9)
    expect(nameSimilarity(right, left)).toBe(nameSimilarity(left, right))
    const keys = new Set(matchKeys({ name: left }).map((key) => key.value))
    expect(
      matchKeys({ name: right }).some((key) => keys.has(key.value)),
      'the index brings them together',
    ).toBe(true)
  })

  test.each([
    ['only the place is the same', 'Al Kharj Dairy', 'Al Kharj Camels'],
    ['only the first name is the same', 'Mohammed Al Otaibi', 'Mohammed Al Qahtani'],
    ['only the kind is the same', 'Nour Farm', 'Najd Farm'],
    ['the number differs', 'Government Farm 1', 'Government Farm 2'],
    ['universities of two kings', 'King Saud University', 'King Faisal University'],
    ['two Arabic farms', 'مزرعة الصافي', 'مزرعة الوطنية'],
  ])('%s: not alike', (_, left, right) => {
    expect(nameSimilarity(left, right)).toBe(0)
  })
})

describe('values that identify', () => {
  test.each([
    ['+966 50 123 4567', '501234567'],
    ['00966501234567', '501234567'],
    ['050-123-4567', '501234567'],
    ['٠٥٠١٢٣٤٥٦٧', '501234567'],
    ['0000000', null],
    ['ext. 12', null],
    ['', null],
  ])('phone %s is %s', (text, expected) => {
    expect(normalisePhone(text)).toBe(expected)
  })

  test.each([
    ['300-123 456 700003', '300123456700003'],
    ['n/a', null],
    ['00000', null],
    [null, null],
  ])('tax id %s is %s', (text, expected) => {
    expect(normaliseTaxId(text)).toBe(expected)
  })

  test('mail addresses compare in lower case', () => {
    expect(normaliseEmail(' Info@Kharj.example ')).toBe('info@kharj.example')
    expect(normaliseEmail('none')).toBeNull()
  })

  test('reasons name everything that speaks for one customer', () => {
    const left = { name: 'Kharj Stud', taxId: '300-123456', phone: '0501234567' }
    const right = { name: 'Desert Horses', taxId: '300123456', phone: '+966 501234567', email: 'x@y.example' }
    expect(duplicateReasons(left, right)).toEqual([
      { kind: 'same_tax_id', score: 1 },
      { kind: 'same_phone', score: 1 },
    ])
    expect(duplicateReasons(left, { name: 'Nobody Else' })).toEqual([])
  })

  test('an Arabic name is found in either field', () => {
    expect(duplicateReasons({ name: 'Safi', nameArabic: 'الصافي' }, { name: 'الصافي' })).toEqual([
      { kind: 'similar_name', score: 1 },
    ])
  })
})
