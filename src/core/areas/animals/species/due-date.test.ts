import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gestationOf } from './breeds.ts'
import { addDays, completedMonths, daysBetween } from './calendar-date.ts'
import { dueDate, dueWindow, transferDueDate, transferDueWindow } from './due-date.ts'
import type { DayZeroKind } from './physiology.ts'
import type { SpeciesCode } from './species-code.ts'

describe('due dates', () => {
  // Counted by hand with day-of-year tables.
  test.each<[string, SpeciesCode, string, DayZeroKind, number, string]>([
    ['a cow inseminated on new year', 'bovine', '2026-01-01', 'insemination', 283, '2026-10-11'],
    ['the same across a leap day', 'bovine', '2024-01-01', 'insemination', 283, '2024-10-10'],
    ['a Holstein', 'bovine', '2026-01-01', 'oestrus', 279, '2026-10-07'],
    ['a Brahman', 'bovine', '2026-01-01', 'ovulation', 292, '2026-10-20'],
    ['a mare by ovulation', 'equine', '2026-03-01', 'ovulation', 340, '2027-02-04'],
    ['a mare by the first day of oestrus, five days earlier', 'equine', '2026-02-24', 'oestrus', 340, '2027-02-04'],
    ['a ewe', 'ovine', '2026-01-01', 'insemination', 148, '2026-05-29'],
    ['a sow', 'swine', '2026-01-01', 'insemination', 114, '2026-04-25'],
    ['a she-camel', 'camel', '2026-01-01', 'insemination', 385, '2027-01-21'],
    ['a buffalo', 'buffalo', '2026-01-01', 'insemination', 310, '2026-11-07'],
  ])('of %s', (_name, species, dayZero, dayZeroKind, gestationDays, due) => {
    expect(dueDate({ species, dayZero, dayZeroKind, gestationDays })).toBe(due)
  })

  test('after a transfer are transfer date less embryo age plus gestation', () => {
    const transfer = { species: 'bovine', transferDate: '2026-01-08', embryoAgeDays: 7 } as const
    expect(transferDueDate({ ...transfer, gestationDays: 283 })).toBe('2026-10-11')
    // 271 and 295 days: twelve either side of the mean.
    expect(transferDueWindow({ ...transfer, gestation: gestationOf('bovine') })).toEqual({
      earliest: '2026-09-29',
      due: '2026-10-11',
      latest: '2026-10-23',
    })
  })

  test('after the transfer of a mare are counted from ovulation, whatever her oestrus was', () => {
    const transfer = { species: 'equine', transferDate: '2026-03-09', embryoAgeDays: 8 } as const
    expect(transferDueDate({ ...transfer, gestationDays: 340 })).toBe('2027-02-04')
  })

  test('have a first and a last normal day around them', () => {
    const window = dueWindow({
      species: 'bovine',
      dayZero: '2026-01-01',
      dayZeroKind: 'insemination',
      gestation: gestationOf('bovine', 'brahman'),
    })
    expect(window).toEqual({ earliest: '2026-10-08', due: '2026-10-20', latest: '2026-11-01' })
  })
})

describe('gestation by breed', () => {
  // Merck Veterinary Manual, "Approximate Gestation Periods".
  test.each([
    ['holstein', 279],
    ['jersey', 279],
    ['angus', 281],
    ['ayrshire', 279],
    ['brown_swiss', 290],
    ['charolais', 289],
    ['guernsey', 283],
    ['hereford', 285],
    ['limousin', 289],
    ['brahman', 292],
  ])('%s is carried %i days', (breed, days) => {
    expect(gestationOf('bovine', breed).typical).toBe(days)
  })

  test('falls back on the species for a breed without a figure, of another species or unheard of', () => {
    for (const breed of [null, 'wagyu', 'awassi', 'no_such_breed']) {
      expect(gestationOf('bovine', breed)).toEqual({ min: 271, typical: 283, max: 295 })
    }
  })
})

describe('calendar dates', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2000-02-29', 366, '2001-03-01'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
    expect(daysBetween(date, expected)).toBe(days)
  })

  test.each([
    ['2025-01-31', '2025-02-28', 0],
    ['2025-01-31', '2025-03-31', 2],
    ['2024-05-15', '2026-05-14', 23],
    ['2024-05-15', '2026-05-15', 24],
    ['2026-05-15', '2026-05-01', -1],
  ])('from %s to %s are %i completed months', (from, to, months) => {
    expect(completedMonths(from, to)).toBe(months)
  })

  test('adding and counting days are each other backwards', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), fc.integer({ min: -2000, max: 2000 }), (start, days) => {
        const date = addDays('1990-01-01', start)
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
      { seed: 20_260_304, numRuns: 1000 },
    )
  })

  test.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-01-01T00:00:00Z', ''])(
    '"%s" is a bug, not a date',
    (text) => {
      expect(() => addDays(text, 1)).toThrow('not a calendar date')
    },
  )
})
