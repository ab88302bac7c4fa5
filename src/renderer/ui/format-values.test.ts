import { describe, expect, test } from 'vitest'
import { formatBytes, formatDate, formatDateTime, formatNumber, formatRelative } from './format-values.ts'

const now = Date.UTC(2026, 10, 23, 11, 32)

describe('relative times in English', () => {
  const cases: { iso: string; text: string }[] = [
    { iso: '2026-11-23T11:31:40Z', text: 'now' },
    { iso: '2026-11-23T11:30:00Z', text: '2 min ago' },
    { iso: '2026-11-23T10:32:20Z', text: '1 hr ago' },
    { iso: '2026-11-23T05:12:00Z', text: '6 hr ago' },
    { iso: '2026-11-22T11:32:00Z', text: 'yesterday' },
    { iso: '2026-11-27T11:32:00Z', text: 'in 4 days' },
    { iso: '2024-11-23T11:32:00Z', text: '2 yr ago' },
  ]
  test.each(cases)('$iso is $text', ({ iso, text }) => expect(formatRelative('en', iso, now)).toBe(text))
})

test('a calendar date never shifts with the time zone of the computer', () => {
  expect(formatDate('en', '2021-03-14')).toBe('14 Mar 2021')
})

test('an instant is shown in the time zone asked for', () => {
  expect(formatDateTime('en', '2026-11-23T11:32:00Z', 'Asia/Riyadh')).toBe('23 Nov 2026, 14:32')
})

test('Arabic keeps Latin digits and the Gregorian calendar', () => {
  expect(formatNumber('ar', 2418)).toBe('2,418')
  expect(formatDate('ar', '2021-03-14')).toContain('2021')
})

test('sizes are given in decimal units', () => {
  expect([formatBytes('en', 512), formatBytes('en', 3_100_000)]).toEqual(['512 byte', '3.1 MB'])
})

test('what is no date is shown as it is', () => {
  expect([formatDate('en', 'unknown'), formatDateTime('en', '')]).toEqual(['unknown', ''])
})
