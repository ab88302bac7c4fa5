import { expect, test } from 'vitest'
import { readDate } from './date-text.ts'

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-1-3', '2026-01-03'],
  ['23.11.2026', '2026-11-23'],
  ['23/11/2026', '2026-11-23'],
  ['20261123', '2026-11-23'],
  ['٢٠٢٦-١١-٢٣', '2026-11-23'],
  ['2024-02-29', '2024-02-29'],
  ['2026-02-29', null],
  ['2026-13-01', null],
  ['tomorrow', null],
  ['', undefined],
])('%j is read as %j', (text, date) => expect(readDate(text)).toBe(date))
