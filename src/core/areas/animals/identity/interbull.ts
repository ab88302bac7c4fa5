/**
 * Interbull international number, 19 characters: breed 3, country of first registration 3, sex 1, number 12
 * (Interbull "Form ID" guidelines; Interbeef guidelines 2.1). The country is ISO 3166-1 alpha-3, or three digits where
 * the national number is one (HOL840M..., whose 840 is not the same as USA).
 */
import { refusal } from '../../../kernel/refusal.ts'
import { genotypicSexLetter } from '../species/sex.ts'
import { compactText } from './clean-text.ts'
import { countryByAlpha3, countryByNumeric, isWithdrawnCountry } from './countries.ts'
import type { IdentifierScheme } from './identifier-scheme.ts'
import { interbullBreeds } from './interbull-breeds.ts'

const wholeLength = 19
const numberLength = 12

/** Breed, country, sex and number, the number possibly without its leading zeros. */
const shape = /^([A-Z]{3})([A-Z]{3}|\d{3})([MF])([0-9A-Z]{1,12})$/

export const interbull: IdentifierScheme = {
  code: 'interbull',
  species: ['bovine', 'buffalo'],
  scope: 'world',
  normalise: normaliseInterbull,
  refuse(text, context = {}) {
    const value = normaliseInterbull(text)
    if (!/^[0-9A-Z]*$/.test(value)) return refusal('interbull_characters', { text: value })
    if (value.length !== wholeLength) {
      return refusal('interbull_length', { length: value.length, expected: wholeLength })
    }
    const [breed, country, sex] = [value.slice(0, 3), value.slice(3, 6), value.slice(6, 7)]
    if (!isBreed(breed, context.allowUnlistedBreed === true)) return refusal('interbull_breed_unknown', { breed })
    if (!isCountry(country)) return refusal('interbull_country_unknown', { country })
    if (sex !== 'M' && sex !== 'F') return refusal('interbull_sex_unknown', { sex })
    // All zeros is how pedigree files write "parent unknown"; it names no animal.
    if (/^0+$/.test(value.slice(7))) return refusal('interbull_number_zero')
    const expected = context.sex === undefined ? null : genotypicSexLetter(context.sex)
    if (expected !== null && sex !== expected) {
      return refusal('interbull_sex_mismatch', { found: sex, expected, sex: context.sex })
    }
    return null
  },
  print(value) {
    if (value.length !== wholeLength) return value
    return `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6, 7)} ${value.slice(7)}`
  },
  marks: (value) => (isWithdrawnCountry(value.slice(3, 6)) ? ['withdrawn_country'] : []),
}

function normaliseInterbull(text: string): string {
  const value = compactText(text)
  const parts = shape.exec(value)
  if (parts === null) return value
  const [, breed = '', country = '', sex = '', number = ''] = parts
  // The number is right-justified and filled with zeros (Interbull file formats, note IV).
  return breed + country + sex + number.padStart(numberLength, '0')
}

function isBreed(code: string, allowUnlisted: boolean): boolean {
  return allowUnlisted ? /^[A-Z]{3}$/.test(code) : Object.hasOwn(interbullBreeds, code)
}

function isCountry(code: string): boolean {
  return countryByAlpha3(code) !== null || countryByNumeric(code) !== null || isWithdrawnCountry(code)
}
