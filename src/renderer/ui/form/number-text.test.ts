import { describe, expect, test } from 'vitest'
import { readNumber, stepNumber, writeNumber } from './number-text.ts'

describe('reading a typed number', () => {
  test.each([
    ['612', 612],
    ['3.25', 3.25],
    ['3,25', 3.25],
    ['٣٫٢٥', 3.25],
    ['۶۱۲', 612],
    ['−186.4', -186.4],
    ['  12 ', 12],
    ['.5', 0.5],
    ['', undefined],
    ['12 kg', null],
    ['1e5', null],
    ['1.2.3', null],
    ['-', null],
  ])('%j is %j', (text, value) => expect(readNumber(text)).toBe(value))
})

test('writes no more places than asked', () => {
  expect([writeNumber(3.256, 2), writeNumber(3, 2), writeNumber(-0.5, 1)]).toEqual(['3.26', '3', '-0.5'])
})

describe('stepping', () => {
  test.each([
    ['adds without binary leftovers', 0.1, 0.2, undefined, undefined, 2, 0.3],
    ['stops at the most', 4.9, 0.25, 1, 5, 2, 5],
    ['starts at the least', undefined, 1, 3, 9, 0, 3],
    ['starts at zero without limits', undefined, 1, undefined, undefined, 0, 0],
  ])('%s', (_title, value, step, min, max, decimals, expected) => {
    expect(stepNumber(value, step, min, max, decimals)).toBe(expected)
  })
})
