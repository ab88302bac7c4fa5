import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jaro, jaroWinkler, trigramSimilarity } from './string-similarity.ts'

// Winkler 1990, "String Comparator Metrics and Enhanced Decision Rules", table of comparator values (three decimals).
const winkler1990 = [
  ['SHACKLEFORD', 'SHACKELFORD', 0.97, 0.982],
  ['DUNNINGHAM', 'CUNNIGHAM', 0.896, 0.896],
  ['NICHLESON', 'NICHULSON', 0.926, 0.956],
  ['JONES', 'JOHNSON', 0.79, 0.832],
  ['MASSEY', 'MASSIE', 0.889, 0.933],
  ['ABROMS', 'ABRAMS', 0.889, 0.922],
  ['MARHTA', 'MARTHA', 0.944, 0.961],
  ['DWAYNE', 'DUANE', 0.822, 0.84],
  ['DIXON', 'DICKSONX', 0.767, 0.813],
] as const

// Few letters, so that matches, transpositions and repeats abound.
const smallAlphabet = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '\u0628'), maxLength: 12 })

describe('similarity of texts', () => {
  test.each(winkler1990)(
    'gives %s and %s the values Winkler published',
    (left, right, expectedJaro, expectedWinkler) => {
      expect(jaro(left, right)).toBeCloseTo(expectedJaro, 3)
      expect(jaroWinkler(left, right)).toBeCloseTo(expectedWinkler, 3)
    },
  )

  test('shares of trigrams follow from counting them by hand', () => {
    // "  ab ": {"  a", " ab", "ab "}; "  ac ": {"  a", " ac", "ac "}: one shared of three and three.
    expect(trigramSimilarity('ab', 'ac')).toBeCloseTo(2 / 6, 10)
    expect(trigramSimilarity('same', 'same')).toBe(1)
    expect(trigramSimilarity('abc', 'xyz')).toBe(0)
  })

  test('every measure is symmetric, lies between 0 and 1 and is 1 for equal texts', () => {
    fc.assert(
      fc.property(smallAlphabet, smallAlphabet, (left, right) => {
        for (const measure of [jaro, jaroWinkler, trigramSimilarity]) {
          const value = measure(left, right)
          expect(value).toBeCloseTo(measure(right, left), 10)
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
          expect(measure(left, left)).toBe(1)
        }
      }),
      { seed: 20_261_124, numRuns: 3000 },
    )
  })
})
