import { describe, expect, test } from 'vitest'
import { animalErrors } from '../../../core/areas/animals/animals.errors.ts'
import { animalStatuses, statusReasons } from '../../../core/areas/animals/animals.status.ts'
import { identifierSchemeCodes } from '../../../core/areas/animals/identity/identifier-scheme.ts'
import { breeds } from '../../../core/areas/animals/species/breeds.ts'
import { sexes, sexTermKey } from '../../../core/areas/animals/species/sex.ts'
import { speciesCodes } from '../../../core/areas/animals/species/species-code.ts'
import { animalsAr } from './animals.ar.ts'
import { animalsEn } from './animals.en.ts'

const languages = [
  ['English', animalsEn],
  ['Arabic', animalsAr],
] as const

describe.each(languages)('texts of animals in %s', (_language, texts) => {
  test('every refusal has a sentence', () => {
    const errors: Readonly<Record<string, string>> = texts.errors
    expect(Object.keys(animalErrors).filter((code) => errors[code] === undefined)).toEqual([])
  })

  test('every code a screen shows has a word', () => {
    const values = texts.records.animal.values as Readonly<Record<string, Readonly<Record<string, string>>>>
    const ages = [null, 0, 6, 10, 14, 20, 30, 50, 80]
    const terms = speciesCodes.flatMap((species) =>
      sexes.flatMap((sex) => ages.map((ageMonths) => sexTermKey({ species, sex, ageMonths }))),
    )
    const shown: Readonly<Record<string, readonly string[]>> = {
      status: animalStatuses,
      statusReason: Object.values(statusReasons).flat(),
      scheme: identifierSchemeCodes,
      species: speciesCodes,
      sex: sexes,
      term: terms,
      mainBreed: breeds.map(({ code }) => code),
    }
    const missing = Object.entries(shown).flatMap(([field, codes]) =>
      codes.filter((code) => values[field]?.[code] === undefined).map((code) => `${field}.${code}`),
    )
    expect(missing).toEqual([])
  })
})
