import { beforeAll, describe, expect, test } from 'vitest'
import { generatePedigree } from '../../scripts/bench/generated-pedigree.ts'
import { calculateInbreeding, inbreedingOf } from '../../src/core/areas/animals/pedigree/inbreeding.ts'
import { orderCheckedPedigree } from '../../src/core/areas/animals/pedigree/pedigree-order.ts'

/**
 * Figures of pedigreemm 0.3-5 for the pedigrees of gen_pedigree.py, from the README of the reference data. The generator
 * is ported, so nothing needs to lie outside the repository; equal figures prove that the pedigrees are the same.
 */
const recorded = [
  {
    animals: 100_000,
    seed: 100,
    inbred: 58_592,
    sum: 1360.453612,
    most: 0.326904296875,
    single: { 30001: 0.03125, 50001: 0.00831604, 70001: 0.0285415649, 90001: 0.0262764767, 100000: 0.0243066936 },
  },
  {
    animals: 1_000_000,
    seed: 1000,
    inbred: 489_326,
    sum: 1905.878843,
    most: 0.2734375,
    single: { 500001: 0.001953125, 900001: 0.005159287713, 1000000: 0.002338372986 },
  },
]

describe.each(recorded)('generated pedigree of $animals animals', ({ animals, seed, inbred, sum, most, single }) => {
  const pedigree = generatePedigree(animals, seed)
  let inbreeding = new Float64Array(0)
  beforeAll(() => {
    inbreeding = new Float64Array(calculateInbreeding(pedigree, orderCheckedPedigree(pedigree))!)
  })

  test('has the recorded number of inbred animals, sum and largest F', () => {
    expect(inbreeding.reduce((count, value) => (value > 1e-12 ? count + 1 : count), 0)).toBe(inbred)
    expect(inbreeding.reduce((total, value) => total + value, 0)).toBeCloseTo(sum, 6)
    expect(inbreeding.reduce((largest, value) => Math.max(largest, value), 0)).toBe(most)
  })

  test('gives the recorded F of single animals, among all and traced alone', () => {
    for (const [number, expected] of Object.entries(single)) {
      const animal = Number(number) - 1
      expect(inbreeding[animal]).toBeCloseTo(expected, 9)
      expect(inbreedingOf([animal], pedigree, inbreeding)[0]).toBeCloseTo(expected, 9)
    }
  })
})
