import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageMonthsOn, bornForAge } from './animals.age.ts'

test.each([
  ['2021-03-14', '2026-11-24', null, 68],
  ['2026-11-24', '2026-11-24', null, 0],
  ['2026-12-01', '2026-11-24', null, 0],
  ['2024-01-31', '2024-02-29', null, 0],
  ['2024-01-31', '2024-03-01', null, 1],
  ['2020-01-01', '2026-11-24', '2021-01-01', 12],
  [null, '2026-11-24', null, null],
] as const)('born %s, seen on %s, died %s: %s months', (birth, day, died, months) => {
  expect(ageMonthsOn(birth, day, died)).toBe(months)
})

test('an animal has completed n months exactly when it was born on or before the limit for n', () => {
  const day = fc
    .integer({ min: 0, max: 12_000 })
    .map((days) => new Date(Date.UTC(1995, 0, 1 + days)).toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, fc.integer({ min: 0, max: 240 }), (first, second, months) => {
      const [birth, today] = first <= second ? [first, second] : [second, first]
      return (ageMonthsOn(birth, today) ?? -1) >= months === birth <= bornForAge(today, months)
    }),
    { seed: 6, numRuns: 2000 },
  )
})
