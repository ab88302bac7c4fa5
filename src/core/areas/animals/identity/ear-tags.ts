/** Official ear tags read by eye: European Union, United Kingdom, Australia. */
import type { Refusal } from '../../../kernel/refusal.ts'
import { refusal } from '../../../kernel/refusal.ts'
import type { SpeciesCode } from '../species/species-code.ts'
import { compactText, groupText } from './clean-text.ts'
import { countryByAlpha2 } from './countries.ts'
import type { IdentifierContext, IdentifierScheme } from './identifier-scheme.ts'
import { noMarks } from './identifier-scheme.ts'

const mostDigits = 12

// Tags write EL for Greece and UK for the United Kingdom, where ISO 3166-1 has GR and GB; XI is Northern Ireland.
const tagCountryOfIso: Readonly<Record<string, string>> = { GR: 'EL', GB: 'UK' }
const tagOnlyCountries: readonly string[] = ['EL', 'UK', 'XI']

// How the digits are grouped on the tag of a country; elsewhere groups of four (ICAR ADE: "NL 6802 5082 9").
const groupsByCountry: Readonly<Record<string, Readonly<Record<number, readonly number[]>>>> = {
  DE: { 10: [2, 3, 5] },
  FR: { 10: [2, 4, 4] },
  UK: { 11: [6, 5], 12: [6, 6] },
}

const farmed: readonly SpeciesCode[] = ['bovine', 'buffalo', 'ovine', 'caprine', 'swine', 'camel', 'bactrian_camel']

/** Two letters of the country and up to twelve digits, as on the tags of the European Union and its neighbours. */
export const euEarTag: IdentifierScheme = {
  code: 'eu_ear_tag',
  species: farmed,
  scope: 'world',
  normalise: normaliseEu,
  refuse(text) {
    const value = normaliseEu(text)
    const country = value.slice(0, 2)
    if (!/^[A-Z]{2}/.test(value)) return refusal('eu_ear_tag_country_missing', { text: value })
    if (countryByAlpha2(country) === null && !tagOnlyCountries.includes(country)) {
      return refusal('eu_ear_tag_country_unknown', { country })
    }
    const digits = value.slice(2)
    if (!/^\d*$/.test(digits)) return refusal('eu_ear_tag_characters', { text: digits })
    if (digits.length < 1 || digits.length > mostDigits) {
      return refusal('eu_ear_tag_length', { length: digits.length, max: mostDigits })
    }
    return null
  },
  print(value) {
    const [country, digits] = [value.slice(0, 2), value.slice(2)]
    return `${country} ${groupText(digits, groupsByCountry[country]?.[digits.length] ?? [4])}`
  },
  marks: noMarks,
}

/**
 * United Kingdom. Cattle: UK, herd mark 6, check 1, number 5 (since 2000, British Cattle Movement Service). Sheep and
 * goats: UK, flock mark 6, number 5, no check; their tags may show a 0 before the flock mark. Northern Irish cattle
 * numbers begin with 9 and place their check last.
 */
export const ukEarTag: IdentifierScheme = {
  code: 'uk_ear_tag',
  species: ['bovine', 'buffalo', 'ovine', 'caprine'],
  scope: 'world',
  normalise: normaliseUk,
  refuse(text, context = {}) {
    const value = normaliseUk(text)
    if (!value.startsWith('UK')) return refusal('uk_ear_tag_prefix', { prefix: value.slice(0, 2) })
    const digits = value.slice(2)
    if (!/^\d*$/.test(digits)) return refusal('uk_ear_tag_characters', { text: digits })
    const expected = expectedUkLengths(context.species)
    if (!expected.includes(digits.length)) return refusal('uk_ear_tag_length', { length: digits.length, expected })
    return digits.length === 12 && !isNorthernIrish(digits) ? refuseUkCheck(digits) : null
  },
  print(value) {
    const digits = value.slice(2)
    const groups = digits.length === 11 ? [6, 5] : isNorthernIrish(digits) ? [1, 6, 4, 1] : [6]
    return `UK ${groupText(digits, groups)}`
  },
  marks: noMarks,
}

/**
 * Australia, the number printed on an NLIS device: property identification code 8, manufacturer and device type 2, year 1,
 * serial 4 or 5 (NLIS device characteristics 2.4). ICAR ADE example: QABC1234XBC2345.
 */
export const auNlis: IdentifierScheme = {
  code: 'au_nlis',
  species: ['bovine', 'buffalo', 'ovine', 'caprine'],
  scope: 'world',
  normalise: compactText,
  refuse(text) {
    const value = compactText(text)
    if (!/^[0-9A-Z]*$/.test(value)) return refusal('au_nlis_characters', { text: value })
    if (value.length !== 15 && value.length !== 16) {
      return refusal('au_nlis_length', { length: value.length, expected: [15, 16] })
    }
    // Fifteen digits alone are the transponder's number, not the printed one.
    if (/^\d+$/.test(value)) return refusal('au_nlis_only_digits', { text: value })
    return null
  },
  print: (value) => (value.length > 8 ? `${value.slice(0, 8)} ${value.slice(8)}` : value),
  marks: noMarks,
}

/** Computes the check digit (1 to 7) of a UK cattle number: herd mark and number as one figure, modulo 7, plus 1. */
export function ukCattleCheckDigit(herdMark: string, number: string): number {
  return (Number(herdMark + number) % 7) + 1
}

function refuseUkCheck(digits: string): Refusal | null {
  const found = Number(digits.slice(6, 7))
  const expected = ukCattleCheckDigit(digits.slice(0, 6), digits.slice(7))
  return found === expected ? null : refusal('uk_ear_tag_check_wrong', { found, expected })
}

function isNorthernIrish(digits: string): boolean {
  return digits.startsWith('9')
}

function expectedUkLengths(species: IdentifierContext['species']): readonly number[] {
  if (species === 'bovine' || species === 'buffalo') return [12]
  if (species === 'ovine' || species === 'caprine') return [11]
  return [11, 12]
}

function normaliseEu(text: string): string {
  const value = compactText(text)
  const country = tagCountryOfIso[value.slice(0, 2)]
  return country === undefined ? value : country + value.slice(2)
}

function normaliseUk(text: string): string {
  const value = normaliseEu(text)
  return /^UK0\d{11}$/.test(value) ? `UK${value.slice(3)}` : value
}
