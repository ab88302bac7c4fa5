import { describe, expect, test } from 'vitest'
import { doubtBreedingAge, isWithin, leastParentAgeDays } from './breeding-age.ts'
import type { Range } from './physiology.ts'
import { physiology } from './physiology.ts'
import type { SpeciesCode } from './species-code.ts'
import { isSpeciesCode, speciesCodes } from './species-code.ts'

describe('the physiology of the species', () => {
  // reference/original-system.md 5.3, "Calendar physiology", and the task; the alpaca from the MSD Veterinary Manual.
  test.each<[SpeciesCode, number, number]>([
    ['bovine', 283, 283],
    ['equine', 340, 340],
    ['ovine', 147, 150],
    ['caprine', 150, 150],
    ['swine', 114, 114],
    ['camel', 385, 390],
    ['buffalo', 310, 310],
    ['alpaca', 332, 352],
    ['llama', 332, 352],
  ])('a %s carries her young %i to %i days', (species, least, most) => {
    const { typical } = physiology[species].gestationDays
    expect(typical).toBeGreaterThanOrEqual(least)
    expect(typical).toBeLessThanOrEqual(most)
  })

  // Merck Veterinary Manual, "Features of the Reproductive Cycle": days of cycle, hours of oestrus in the middle.
  test.each<[SpeciesCode, Range]>([
    ['bovine', { min: 18, typical: 21, max: 24 }],
    ['ovine', { min: 14, typical: 17, max: 20 }],
    ['swine', { min: 19, typical: 21, max: 23 }],
    ['equine', { min: 19, typical: 21, max: 23 }],
  ])('the cycle of a %s is that of the Merck table', (species, cycle) => {
    expect(physiology[species].oestrousCycleDays).toEqual(cycle)
  })

  test('induced ovulators have no oestrous cycle, spontaneous ones do', () => {
    const induced = speciesCodes.filter((species) => physiology[species].ovulation === 'induced')
    expect(induced).toEqual(['camel', 'bactrian_camel', 'alpaca', 'llama'])
    for (const species of speciesCodes) {
      expect(physiology[species].oestrousCycleDays === null).toBe(induced.includes(species))
    }
  })

  test('every range is in order', () => {
    for (const species of speciesCodes) {
      const facts = physiology[species]
      const ranges = [
        facts.oestrousCycleDays,
        facts.oestrusHours,
        facts.gestationDays,
        facts.pubertyMonths,
        facts.litterSize,
      ]
      for (const range of ranges) {
        if (range === null) continue
        expect(range.min).toBeLessThanOrEqual(range.typical)
        expect(range.typical).toBeLessThanOrEqual(range.max)
        expect(isWithin(range, range.typical)).toBe(true)
        expect(isWithin(range, range.max + 1)).toBe(false)
      }
      expect(facts.minimumBreedingAgeMonths.female).toBeGreaterThanOrEqual(facts.pubertyMonths.min)
    }
  })

  test('knows its codes', () => {
    expect(isSpeciesCode('camel')).toBe(true)
    expect(isSpeciesCode('CAMEL')).toBe(false)
  })
})

describe('breeding age', () => {
  test.each([
    // Merck: cattle are first bred at 14 to 15 months.
    ['a heifer of 13 months', 'bovine', 'female', 13, { species: 'bovine', ageMonths: 13, minimumMonths: 14 }],
    ['a heifer of 14 months', 'bovine', 'female', 14, null],
    ['a bull of 12 months', 'bovine', 'male', 12, null],
    // MSD Veterinary Manual: llamas at 2 years.
    ['a llama of 23 months', 'llama', 'female', 23, { species: 'llama', ageMonths: 23, minimumMonths: 24 }],
  ] as const)('of %s', (_name, species, sex, ageMonths, data) => {
    expect(doubtBreedingAge(species, sex, ageMonths)?.data ?? null).toEqual(data)
  })

  test('a parent is at least as old as puberty and a pregnancy together', () => {
    // By hand: cattle 4 months of 30 days and 271 days of gestation; dromedary 36 months and 351 days.
    expect(leastParentAgeDays('bovine')).toBe(391)
    expect(leastParentAgeDays('camel')).toBe(1431)
  })
})
