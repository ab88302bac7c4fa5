/**
 * Numbers read from a radio transponder. ISO 11784 (3rd edition, 2024): ten bits of country (ISO 3166-1 numeric) or
 * manufacturer, 38 bits of number, written as 15 decimal digits, 3 + 12.
 */
import type { Refusal } from '../../../kernel/refusal.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { compactText, groupText } from './clean-text.ts'
import { countryByNumeric } from './countries.ts'
import type { IdentifierMark, IdentifierScheme } from './identifier-scheme.ts'
import { noMarks } from './identifier-scheme.ts'

/** 2^38 - 1: what 38 bits hold. Twelve digits can write more, and such a number was never in a transponder. */
export const largestTransponderNumber = 274_877_906_943

const isoLength = 15
// 900 to 998 are given to manufacturers by ICAR, 999 marks test transponders.
const firstManufacturer = 900
const testCode = '999'
const usaNumeric = '840'

export const iso11784: IdentifierScheme = {
  code: 'iso11784',
  species: null,
  scope: 'world',
  normalise: compactText,
  refuse: (text) => refuseIsoNumber(compactText(text), 'iso11784'),
  print: (value) => (value.length === isoLength ? groupText(value, [3, 12]) : value),
  marks: isoMarks,
}

/** USDA Animal Identification Number: 840 and twelve digits, the number in an official US radio tag (9 CFR 86.1). */
export const usaAin: IdentifierScheme = {
  code: 'usa_ain',
  species: null,
  scope: 'world',
  normalise: compactText,
  refuse(text) {
    const value = compactText(text)
    // The letters USA are an older prefix with numbers of its own; the two are not interchangeable (usacattlegenetics.com).
    if (value.startsWith('USA')) return refusal('usa_ain_prefix', { prefix: 'USA' })
    if (!/^\d*$/.test(value)) return refusal('usa_ain_characters', { text: value })
    if (value.length !== isoLength) return refusal('usa_ain_length', { length: value.length, expected: isoLength })
    if (!value.startsWith(usaNumeric)) return refusal('usa_ain_prefix', { prefix: value.slice(0, 3) })
    return refuseNumberSize(value, 'usa_ain_number_too_large')
  },
  print: (value) => (value.length === isoLength ? groupText(value, [3]) : value),
  marks: noMarks,
}

/**
 * An injected chip of any make: 15 digits by ISO 11784, or the older 125 kHz numbers of nine digits (AVID) or ten
 * characters (AVID Euro, Destron, Trovan; WSAVA microchip committee), which are marked `legacy`.
 */
export const microchip: IdentifierScheme = {
  code: 'microchip',
  species: null,
  scope: 'world',
  normalise: compactChip,
  refuse(text) {
    const value = compactChip(text)
    if (isLegacyChip(value)) return null
    if (!/^[0-9A-Z]*$/.test(value)) return refusal('microchip_characters', { text: value })
    if (value.length !== isoLength)
      return refusal('microchip_length', { length: value.length, expected: [9, 10, isoLength] })
    return refuseIsoNumber(value, 'microchip')
  },
  print(value) {
    if (value.length === isoLength) return groupText(value, [3, 12])
    // AVID prints its nine digits with stars between.
    return value.length === 9 ? groupText(value, [3]).replaceAll(' ', '*') : value
  },
  marks: (value) => (isLegacyChip(value) ? ['legacy'] : isoMarks(value)),
}

/** Tells whether three digits are a manufacturer's code of ISO 11784 rather than a country. */
export function isManufacturerCode(prefix: string): boolean {
  return Number(prefix) >= firstManufacturer && prefix !== testCode
}

function refuseIsoNumber(value: string, name: 'iso11784' | 'microchip'): Refusal | null {
  if (!/^\d*$/.test(value)) return refusal(`${name}_characters`, { text: value })
  if (value.length !== isoLength) return refusal(`${name}_length`, { length: value.length, expected: isoLength })
  const prefix = value.slice(0, 3)
  if (Number(prefix) < firstManufacturer && countryByNumeric(prefix) === null) {
    return refusal(`${name}_country_unknown`, { country: prefix })
  }
  return refuseNumberSize(value, `${name}_number_too_large`)
}

function refuseNumberSize(value: string, code: string): Refusal | null {
  const number = Number(value.slice(3))
  return number > largestTransponderNumber ? refusal(code, { number, max: largestTransponderNumber }) : null
}

function isoMarks(value: string): readonly IdentifierMark[] {
  const prefix = value.slice(0, 3)
  if (prefix === testCode) return ['test_transponder']
  return isManufacturerCode(prefix) ? ['manufacturer_number'] : []
}

function compactChip(text: string): string {
  return compactText(text).replaceAll('*', '')
}

function isLegacyChip(value: string): boolean {
  return /^(\d{9}|(?=.*\d)[0-9A-Z]{10})$/.test(value)
}
