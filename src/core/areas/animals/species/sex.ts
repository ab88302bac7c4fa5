/**
 * Sex as a registry needs it: an animal may be of unknown sex, a freemartin (the masculinised, sterile female twin of a
 * male) or castrated. The words people use differ by species and age; they are keys here and text in the translations.
 */
import type { Refusal } from '../../../kernel/refusal.ts'
import { refusal } from '../../../kernel/refusal.ts'
import type { SpeciesCode } from './species-code.ts'

export const sexes = ['female', 'male', 'unknown', 'freemartin', 'castrate'] as const

export type Sex = (typeof sexes)[number]

// Described in cattle, water buffalo, sheep and goats; in the other species here twins of two sexes do not cause it.
const freemartinSpecies: readonly SpeciesCode[] = ['bovine', 'buffalo', 'ovine', 'caprine']

/** Tells why a sex cannot be recorded for a species, or null when it can. */
export function refuseSex(species: SpeciesCode, sex: Sex): Refusal<'sex_not_in_species'> | null {
  if (sex === 'freemartin' && !freemartinSpecies.includes(species)) {
    return refusal('sex_not_in_species', { species, sex }, 'sex')
  }
  return null
}

/** Tells whether an animal of this sex can stand as a dam in a pedigree. Unknown may turn out to be a female. */
export function canBeDam(sex: Sex): boolean {
  return sex === 'female' || sex === 'unknown'
}

/** Tells whether an animal of this sex can stand as a sire. A castrate may have sired before, or through stored semen. */
export function canBeSire(sex: Sex): boolean {
  return sex === 'male' || sex === 'castrate' || sex === 'unknown'
}

/** Which letter an international number carries for this sex (Interbull: M or F), or null when it is not known. */
export function genotypicSexLetter(sex: Sex): 'M' | 'F' | null {
  if (sex === 'female' || sex === 'freemartin') return 'F'
  if (sex === 'male' || sex === 'castrate') return 'M'
  return null
}

/** The words for one species, as translation keys. */
export interface SexTerms {
  readonly female: string
  /** A female that has not given birth yet. */
  readonly youngFemale: string
  readonly male: string
  readonly youngMale: string
  readonly castrate: string
  readonly newborn: string
  /** A female counts as grown once she has given birth; until `femaleUntilMonths` she is young when that is not known. */
  readonly femaleUntilMonths: number
  readonly maleUntilMonths: number
  readonly newbornUntilMonths: number
}

// Ages at which the word changes: usual stud-book practice (a filly becomes a mare and a colt a stallion at 4 years in
// flat racing and most stud books; cattle: calf to weaning at about 8 months). They choose a label, nothing else.
export const sexTerms: Readonly<Record<SpeciesCode, SexTerms>> = {
  bovine: terms(['cow', 'heifer', 'bull', 'young_bull', 'steer', 'calf'], [36, 18, 8]),
  buffalo: terms(
    ['buffalo_cow', 'buffalo_heifer', 'buffalo_bull', 'young_buffalo_bull', 'buffalo_steer', 'buffalo_calf'],
    [48, 24, 10],
  ),
  equine: terms(['mare', 'filly', 'stallion', 'colt', 'gelding', 'foal'], [48, 48, 8]),
  camel: terms(
    ['she_camel', 'young_she_camel', 'camel_bull', 'young_camel_bull', 'castrated_camel', 'camel_calf'],
    [60, 72, 12],
  ),
  bactrian_camel: terms(
    ['she_camel', 'young_she_camel', 'camel_bull', 'young_camel_bull', 'castrated_camel', 'camel_calf'],
    [60, 72, 12],
  ),
  ovine: terms(['ewe', 'ewe_lamb', 'ram', 'ram_lamb', 'wether', 'lamb'], [18, 12, 4]),
  caprine: terms(['doe', 'doeling', 'buck', 'buckling', 'goat_wether', 'kid'], [18, 12, 4]),
  swine: terms(['sow', 'gilt', 'boar', 'young_boar', 'barrow', 'piglet'], [12, 8, 2]),
  alpaca: terms(
    ['camelid_female', 'camelid_maiden', 'camelid_male', 'camelid_young_male', 'camelid_gelding', 'cria'],
    [36, 30, 6],
  ),
  llama: terms(
    ['camelid_female', 'camelid_maiden', 'camelid_male', 'camelid_young_male', 'camelid_gelding', 'cria'],
    [36, 30, 6],
  ),
}

export interface SexTermQuestion {
  readonly species: SpeciesCode
  readonly sex: Sex
  /** Age in completed months, or null when the birth date is not known. */
  readonly ageMonths: number | null
  /** Whether she has given birth, or null when not known. */
  readonly hasGivenBirth?: boolean | null
}

/** Picks the translation key of the word for an animal (`heifer`, `gelding`...). Unknown age counts as grown. */
export function sexTermKey({ species, sex, ageMonths, hasGivenBirth = null }: SexTermQuestion): string {
  const words = sexTerms[species]
  if (sex === 'unknown') return 'sex_unknown'
  if (sex === 'freemartin') return 'freemartin'
  if (sex === 'castrate') return words.castrate
  if (hasGivenBirth !== true && ageMonths !== null && ageMonths < words.newbornUntilMonths) return words.newborn
  if (sex === 'female') {
    if (hasGivenBirth !== null) return hasGivenBirth ? words.female : words.youngFemale
    return ageMonths !== null && ageMonths < words.femaleUntilMonths ? words.youngFemale : words.female
  }
  return ageMonths !== null && ageMonths < words.maleUntilMonths ? words.youngMale : words.male
}

type SixWords = readonly [string, string, string, string, string, string]

function terms(
  [female, youngFemale, male, youngMale, castrate, newborn]: SixWords,
  ages: readonly [number, number, number],
): SexTerms {
  const [femaleUntilMonths, maleUntilMonths, newbornUntilMonths] = ages
  return {
    female,
    youngFemale,
    male,
    youngMale,
    castrate,
    newborn,
    femaleUntilMonths,
    maleUntilMonths,
    newbornUntilMonths,
  }
}
