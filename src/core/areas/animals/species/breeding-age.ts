/** How old animals are when they breed. */
import type { Refusal } from '../../../kernel/refusal.ts'
import { refusal } from '../../../kernel/refusal.ts'
import type { Range } from './physiology.ts'
import { physiology } from './physiology.ts'
import type { Sex } from './sex.ts'
import { canBeDam } from './sex.ts'
import type { SpeciesCode } from './species-code.ts'

const daysPerMonth = 30

/** Tells that an animal is younger than breeding is usual in its species, or null. To be shown, then overruled. */
export function doubtBreedingAge(
  species: SpeciesCode,
  sex: Sex,
  ageMonths: number,
): Refusal<'below_breeding_age'> | null {
  const limits = physiology[species].minimumBreedingAgeMonths
  const minimumMonths = canBeDam(sex) ? limits.female : limits.male
  return ageMonths >= minimumMonths ? null : refusal('below_breeding_age', { species, ageMonths, minimumMonths })
}

/**
 * Gives the least age in days of a parent when its offspring is born: the earliest puberty of the species and the
 * shortest normal pregnancy. A parent that was younger is an error in a birth date or in the parentage.
 */
export function leastParentAgeDays(species: SpeciesCode): number {
  const { pubertyMonths, gestationDays } = physiology[species]
  return pubertyMonths.min * daysPerMonth + gestationDays.min
}

/** Tells whether a number lies in a range, ends included. */
export function isWithin(range: Range, value: number): boolean {
  return value >= range.min && value <= range.max
}
