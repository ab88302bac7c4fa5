import { describe, expect, test } from 'vitest'
import { decideRestart } from './restart-policy.ts'

const minute = 60_000

// Expected values: issue 2 part 8 as refined by the lead, "back-off 1, 2, 5, 10 s; gives up after 5 in 2 minutes".
describe('what follows the death of the station', () => {
  const cases: { name: string; deathsMs: number[]; expected: ReturnType<typeof decideRestart> }[] = [
    { name: 'the first death waits 1 s', deathsMs: [0], expected: { restart: true, delayMs: 1_000 } },
    { name: 'the second waits 2 s', deathsMs: [0, 1_500], expected: { restart: true, delayMs: 2_000 } },
    { name: 'the third waits 5 s', deathsMs: [0, 1_500, 4_000], expected: { restart: true, delayMs: 5_000 } },
    { name: 'the fourth waits 10 s', deathsMs: [0, 1_500, 4_000, 9_500], expected: { restart: true, delayMs: 10_000 } },
    { name: 'the fifth within two minutes gives up', deathsMs: [0, 1, 2, 3, 4], expected: { restart: false } },
    {
      name: 'a death after a quiet time starts over',
      deathsMs: [0, 1_000, 2_000, 3_000, 10 * minute],
      expected: { restart: true, delayMs: 1_000 },
    },
    {
      name: 'deaths exactly two minutes old no longer count',
      deathsMs: [0, 30_000, 60_000, 90_000, 2 * minute],
      expected: { restart: true, delayMs: 10_000 },
    },
    { name: 'no death at all starts at once', deathsMs: [], expected: { restart: true, delayMs: 0 } },
  ]
  test.each(cases)('$name', ({ deathsMs, expected }) => {
    expect(decideRestart(deathsMs)).toEqual(expected)
  })
})
