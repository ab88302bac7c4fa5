/**
 * Guesses what a scanned or pasted number is. A scanner says nothing about the scheme, and several schemes share a
 * shape, so the answer is a list, most likely first; the screen offers the first and lets a person choose another.
 *
 * The weights only order the list. Numbers with a check character or letters in fixed places come first, bare digits
 * later, free texts last.
 */
import { compactText } from './clean-text.ts'
import type { IdentifierContext, IdentifierSchemeCode } from './identifier-scheme.ts'
import { identifierSchemeCodes } from './identifier-scheme.ts'
import { identifierSchemes, refuseIdentifier } from './identifier-schemes.ts'
import { isManufacturerCode } from './transponder.ts'

// Postal letters of states and territories: most two-letter beginnings are no flock number, whose shape is so loose.
const usStates = new Set(
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR ' +
    'PA RI SC SD TN TX UT VT VA WA WV WI WY PR VI GU'
  ).split(' '),
)

/** Lists the schemes a text may belong to, most likely first; empty for an empty text. Uses the species when known. */
export function detectScheme(text: string, context: IdentifierContext = {}): readonly IdentifierSchemeCode[] {
  const candidates: { code: IdentifierSchemeCode; weight: number }[] = []
  for (const code of identifierSchemeCodes) {
    if (refuseIdentifier(code, text, context) !== null) continue
    const weight = weigh(code, identifierSchemes[code].normalise(text), context)
    if (weight > 0) candidates.push({ code, weight })
  }
  return candidates.sort((left, right) => right.weight - left.weight).map((candidate) => candidate.code)
}

function weigh(code: IdentifierSchemeCode, value: string, context: IdentifierContext): number {
  switch (code) {
    case 'own':
      return 100
    case 'interbull':
      return 98
    case 'naab':
      return 96
    case 'uk_ear_tag':
      return 94
    case 'eu_ear_tag':
      // National numbers are 8 digits or longer; two letters and a few digits are more often a tattoo or farm number.
      return value.length >= 10 ? 92 : 15
    case 'usa_ain':
      return 90
    case 'iso11784':
      return isManufacturerCode(value.slice(0, 3)) ? 88 : 80
    case 'microchip':
      return weighChip(value, context)
    case 'ueln':
      return weighUeln(value, context)
    case 'au_nlis':
      // Manufacturer and device letters and a serial in digits, with a letter in the property code: the usual form.
      return /^(?=.{0,7}[A-Z])[0-9A-Z]{8}[A-Z]{2}[0-9A-Z]\d{4,5}$/.test(value) ? 84 : 30
    case 'scrapie_flock':
      return weighFlock(value, context)
    case 'tattoo':
      return 20
    case 'herd_book':
      return 18
    case 'other':
      return 1
  }
}

function weighChip(value: string, { species }: IdentifierContext): number {
  if (value.length !== 15) return /\d/.test(value) ? 40 : 0
  // Horses and camelids are chipped, ruminants and pigs tagged: the same number, under the name its owner uses.
  const chipped = species === 'equine' || species === 'alpaca' || species === 'llama'
  return (isManufacturerCode(value.slice(0, 3)) ? 87 : 79) + (chipped ? 5 : 0)
}

function weighUeln(value: string, { species }: IdentifierContext): number {
  if (/[A-Z]/.test(value.slice(6))) return 86
  return species === 'equine' ? 86 : 60
}

function weighFlock(value: string, { species }: IdentifierContext): number {
  if (!usStates.has(compactText(value).slice(0, 2))) return 10
  return species === 'ovine' || species === 'caprine' ? 76 : 25
}
