import { describe, expect, test } from 'vitest'
import { canBeDam, canBeSire, genotypicSexLetter, refuseSex, sexes, sexTermKey, sexTerms } from './sex.ts'
import { speciesCodes } from './species-code.ts'

describe('sex', () => {
  test.each([
    ['bovine', 'female', 2, null, 'calf'],
    ['bovine', 'female', 20, null, 'heifer'],
    ['bovine', 'female', 20, true, 'cow'],
    ['bovine', 'female', 40, false, 'heifer'],
    ['bovine', 'female', null, null, 'cow'],
    ['bovine', 'male', 12, null, 'young_bull'],
    ['bovine', 'male', 30, null, 'bull'],
    ['bovine', 'castrate', 30, null, 'steer'],
    ['bovine', 'freemartin', 12, null, 'freemartin'],
    ['bovine', 'unknown', 12, null, 'sex_unknown'],
    ['equine', 'female', 30, null, 'filly'],
    ['equine', 'female', 60, null, 'mare'],
    ['equine', 'male', 47, null, 'colt'],
    ['equine', 'male', 48, null, 'stallion'],
    ['equine', 'castrate', 60, null, 'gelding'],
    ['camel', 'female', 80, null, 'she_camel'],
    ['ovine', 'male', 24, null, 'ram'],
    ['caprine', 'female', 3, null, 'kid'],
    ['swine', 'female', 11, false, 'gilt'],
    ['llama', 'male', 2, null, 'cria'],
  ] as const)('a %s %s of %s months, given birth %s, is a %s', (species, sex, ageMonths, hasGivenBirth, term) => {
    expect(sexTermKey({ species, sex, ageMonths, hasGivenBirth })).toBe(term)
  })

  test('a freemartin is recorded only where twins cause it', () => {
    const accepting = speciesCodes.filter((species) => refuseSex(species, 'freemartin') === null)
    expect(accepting).toEqual(['bovine', 'buffalo', 'ovine', 'caprine'])
    expect(refuseSex('equine', 'freemartin')).toEqual({
      code: 'sex_not_in_species',
      data: { species: 'equine', sex: 'freemartin' },
      field: 'sex',
    })
    expect(refuseSex('equine', 'castrate')).toBeNull()
  })

  test('who can be a dam, who a sire, and which letter stands in an international number', () => {
    expect(sexes.filter(canBeDam)).toEqual(['female', 'unknown'])
    expect(sexes.filter(canBeSire)).toEqual(['male', 'unknown', 'castrate'])
    expect(sexes.map(genotypicSexLetter)).toEqual(['F', 'M', null, 'F', 'M'])
  })

  test('words are translation keys', () => {
    for (const species of speciesCodes) {
      const { female, youngFemale, male, youngMale, castrate, newborn } = sexTerms[species]
      for (const key of [female, youngFemale, male, youngMale, castrate, newborn]) expect(key).toMatch(/^[a-z_]+$/)
    }
  })
})
