/** The identifier schemes by code, and the four things the rest of the program does with them. */
import type { Refusal } from '../../../kernel/refusal.ts'
import { refusal } from '../../../kernel/refusal.ts'
import type { SpeciesCode } from '../species/species-code.ts'
import { auNlis, euEarTag, ukEarTag } from './ear-tags.ts'
import { herdBook, other, own, tattoo } from './free-text-schemes.ts'
import type { IdentifierContext, IdentifierMark, IdentifierScheme, IdentifierSchemeCode } from './identifier-scheme.ts'
import { identifierSchemeCodes } from './identifier-scheme.ts'
import { interbull } from './interbull.ts'
import { naab } from './naab.ts'
import { scrapieFlock } from './scrapie-flock.ts'
import { iso11784, microchip, usaAin } from './transponder.ts'
import { ueln } from './ueln.ts'

/** Longer texts are a paste into the wrong field; no scheme comes near it. */
export const longestIdentifier = 64

export const identifierSchemes: Readonly<Record<IdentifierSchemeCode, IdentifierScheme>> = {
  iso11784,
  interbull,
  ueln,
  naab,
  eu_ear_tag: euEarTag,
  usa_ain: usaAin,
  uk_ear_tag: ukEarTag,
  au_nlis: auNlis,
  scrapie_flock: scrapieFlock,
  microchip,
  tattoo,
  herd_book: herdBook,
  own,
  other,
}

/** Lists the schemes a species can carry, in the order of the table. */
export function schemesOfSpecies(species: SpeciesCode): readonly IdentifierScheme[] {
  return identifierSchemeCodes.map((code) => identifierSchemes[code]).filter((scheme) => isForSpecies(scheme, species))
}

/** Tells whether a scheme is used for a species. */
export function isForSpecies(scheme: IdentifierScheme, species: SpeciesCode): boolean {
  return scheme.species === null || scheme.species.includes(species)
}

/** Brings an identifier to the form it is stored and compared in. */
export function normaliseIdentifier(code: IdentifierSchemeCode, text: string): string {
  return identifierSchemes[code].normalise(text)
}

/**
 * Tells why a text cannot be recorded as an identifier of a scheme for this animal, or null when it can. The field of
 * the refusal is `value`, or `scheme` when the scheme does not fit the species.
 */
export function refuseIdentifier(
  code: IdentifierSchemeCode,
  text: string,
  context: IdentifierContext = {},
): Refusal | null {
  const scheme = identifierSchemes[code]
  if (context.species !== undefined && !isForSpecies(scheme, context.species)) {
    return refusal('identifier_scheme_species', { scheme: code, species: context.species }, 'scheme')
  }
  const value = scheme.normalise(text)
  if (value === '') return refusal('identifier_missing', { scheme: code }, 'value')
  if (value.length > longestIdentifier) {
    return refusal('identifier_too_long', { length: value.length, max: longestIdentifier }, 'value')
  }
  const found = scheme.refuse(value, context)
  return found === null ? null : { ...found, field: 'value' }
}

/** Writes a stored identifier the way people are used to read it. */
export function printIdentifier(code: IdentifierSchemeCode, value: string): string {
  return identifierSchemes[code].print(value)
}

/** Lists what is worth showing beside a stored identifier (`legacy`, `test_transponder`...). */
export function identifierMarks(code: IdentifierSchemeCode, value: string): readonly IdentifierMark[] {
  return identifierSchemes[code].marks(value)
}

/** Tells whether two texts are the same identifier of a scheme (7JE12191 and 007JE12191 are). */
export function isSameIdentifier(code: IdentifierSchemeCode, left: string, right: string): boolean {
  return normaliseIdentifier(code, left) === normaliseIdentifier(code, right)
}
