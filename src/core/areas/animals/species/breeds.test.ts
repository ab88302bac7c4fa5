import { describe, expect, test } from 'vitest'
import { interbullBreeds } from '../identity/interbull-breeds.ts'
import { naabBreeds } from '../identity/naab-breeds.ts'
import { breedByCode, breedByInterbullCode, breedByNaabCode, breeds, breedsOfSpecies } from './breeds.ts'
import { physiology } from './physiology.ts'
import { speciesCodes } from './species-code.ts'

describe('the breed catalogue', () => {
  test('names each breed once, in English and in Arabic', () => {
    expect(new Set(breeds.map((breed) => breed.code)).size).toBe(breeds.length)
    expect(breeds.length).toBeGreaterThanOrEqual(80)
    for (const { code, names } of breeds) {
      expect(code).toMatch(/^[a-z][a-z_]+$/)
      expect(names.en.trim()).not.toBe('')
      expect(names.ar).toMatch(/^[\u0600-\u06ff ()]+$/)
    }
  })

  test('no two breeds of a species share a name', () => {
    for (const species of speciesCodes) {
      const list = breedsOfSpecies(species)
      expect(list.length).toBeGreaterThan(1)
      expect(new Set(list.map((breed) => breed.names.en)).size).toBe(list.length)
      expect(new Set(list.map((breed) => breed.names.ar)).size).toBe(list.length)
    }
  })

  test('uses only codes that are in the Interbull and NAAB tables', () => {
    for (const { interbull, naab } of breeds) {
      if (interbull !== null) expect(interbullBreeds).toHaveProperty(interbull)
      if (naab !== null) expect(naabBreeds).toHaveProperty(naab)
    }
  })

  test.each([
    ['holstein', 'HOL', 'HO'],
    ['jersey', 'JER', 'JE'],
    ['brown_swiss', 'BSW', 'BS'],
    ['angus', 'AAN', 'AN'],
    ['simmental', 'SIM', 'SM'],
    ['ayrshire', 'RDC', 'AY'],
    ['charolais', 'CHA', 'CH'],
    ['limousin', 'LIM', 'LM'],
  ])('finds %s by Interbull %s and NAAB %s', (code, interbull, naab) => {
    expect(breedByInterbullCode(interbull)?.code).toBe(code)
    expect(breedByNaabCode(naab)?.code).toBe(code)
    expect(breedByCode(code)).toMatchObject({ interbull, naab, species: 'bovine' })
  })

  test('holds the breeds of the Arabian peninsula', () => {
    const species = ['majaheem', 'maghateer', 'homor', 'najdi', 'awassi', 'damascus', 'arabian'].map(
      (code) => breedByCode(code)?.species,
    )
    expect(species).toEqual(['camel', 'camel', 'camel', 'ovine', 'ovine', 'caprine', 'equine'])
  })

  test('breed means lie within what is normal for the species, ten days either side', () => {
    for (const { species, gestationDays } of breeds) {
      if (gestationDays === null) continue
      expect(Math.abs(gestationDays - physiology[species].gestationDays.typical)).toBeLessThanOrEqual(10)
    }
  })

  test('answers null for what it does not hold', () => {
    expect([breedByCode('unicorn'), breedByInterbullCode('QQQ'), breedByNaabCode('QQ')]).toEqual([null, null, null])
  })
})
