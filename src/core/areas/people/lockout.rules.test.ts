import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterFailure, type FailureCount, isWorthRecording, lockedUntil, signInLimits } from './lockout.rules.ts'

const start = Date.UTC(2026, 10, 24, 8, 0, 0)
const minute = 60_000

function failAt(...minutes: readonly number[]): FailureCount {
  let count: FailureCount | null = null
  for (const at of minutes) count = afterFailure(count, start + at * minute, signInLimits)
  return count as FailureCount
}

describe('the lock', () => {
  test.each([
    ['four failures', [0, 1, 2, 3], null],
    ['five failures', [0, 1, 2, 3, 4], '2026-11-24T08:19:00.000Z'],
    ['five failures of which the first is forgotten after fifteen minutes', [0, 12, 13, 14, 15], null],
    ['a failure while it is closed, which does not prolong it', [0, 0, 0, 0, 0, 10], '2026-11-24T08:15:00.000Z'],
    ['a failure after it opened, which counts as the first', [0, 0, 0, 0, 0, 15], null],
  ])('after %s', (_name, minutes, until) => {
    expect(failAt(...minutes).lockedUntil).toBe(until)
  })

  test.each([
    ['closed a millisecond before its end', 15 * minute - 1, '2026-11-24T08:15:00.000Z'],
    ['open at its end', 15 * minute, null],
  ])('is %s', (_name, passed, expected) => {
    expect(lockedUntil(failAt(0, 0, 0, 0, 0), start + passed)).toBe(expected)
  })

  test('is open where nothing was counted', () => {
    expect(lockedUntil(null, start)).toBeNull()
  })

  test('always opens by itself within fifteen minutes of the last failure, whatever came before', () => {
    const opensByItself = fc.property(
      fc.array(fc.integer({ min: 0, max: 40 * minute }), { minLength: 1, maxLength: 60 }),
      (gaps) => {
        let now = start
        let count: FailureCount | null = null
        for (const gap of gaps) {
          now += gap
          count = afterFailure(count, now, signInLimits)
        }
        return lockedUntil(count, now + signInLimits.lockMs) === null
      },
    )
    expect(fc.check(opensByItself, { seed: 20261124, numRuns: 500 })).toMatchObject({ failed: false })
  })
})

test('of the tries against a closed lock the first, tenth and hundredth are worth a line', () => {
  expect(Array.from({ length: 200 }, (_, index) => index + 1).filter(isWorthRecording)).toEqual([1, 10, 100])
})
