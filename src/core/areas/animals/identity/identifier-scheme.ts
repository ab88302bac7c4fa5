/**
 * What an identifier scheme is: one way of numbering animals, with its own spelling, checks and printed form. An animal
 * carries an ordered list of identifiers, each with its scheme. The stored value is always the normalised one, so that
 * equality of texts is equality of identifiers.
 */
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Sex } from '../species/sex.ts'
import type { SpeciesCode } from '../species/species-code.ts'

export const identifierSchemeCodes = [
  'iso11784',
  'interbull',
  'ueln',
  'naab',
  'eu_ear_tag',
  'usa_ain',
  'uk_ear_tag',
  'au_nlis',
  'scrapie_flock',
  'microchip',
  'tattoo',
  'herd_book',
  'own',
  'other',
] as const

export type IdentifierSchemeCode = (typeof identifierSchemeCodes)[number]

/** What is known of the animal a number is being recorded for; checks that need a missing fact are left out. */
export interface IdentifierContext {
  readonly sex?: Sex
  readonly species?: SpeciesCode
  /**
   * Set when a person has confirmed a breed code that our tables do not hold. The Interbull and NAAB lists grow, and an
   * animal must not be kept out for that.
   */
  readonly allowUnlistedBreed?: boolean
}

/** Things worth showing beside a number that is otherwise right. */
export type IdentifierMark = 'legacy' | 'test_transponder' | 'manufacturer_number' | 'withdrawn_country'

export interface IdentifierScheme {
  readonly code: IdentifierSchemeCode
  /** The species it is used for, or null for any. */
  readonly species: readonly SpeciesCode[] | null
  /** Whether a value names one animal in the world, or only within who issued it (a tattoo, a herd book). */
  readonly scope: 'world' | 'issuer'
  /** Brings a typed or scanned text to the stored form. Applying it twice changes nothing more. */
  normalise(text: string): string
  /** Tells why a text is not a number of this scheme, or null when it is. Normalises first. */
  refuse(text: string, context?: IdentifierContext): Refusal | null
  /** Writes a number the way people are used to read it. Its normalised form is the normalised value again. */
  print(value: string): string
  /** Lists what is worth showing beside a right number. */
  marks(value: string): readonly IdentifierMark[]
}

/** Marks of a scheme that has none. */
export function noMarks(): readonly IdentifierMark[] {
  return []
}
