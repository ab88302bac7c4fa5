import type { AnimalStatus, StatusReason } from '../../core/areas/animals/animals.status.ts'
import type { IdentifierSchemeCode } from '../../core/areas/animals/identity/identifier-scheme.ts'
import type { BreedComposition } from '../../core/areas/animals/species/breed-composition.ts'
import { addDays } from '../../core/areas/animals/species/calendar-date.ts'
import type { Sex } from '../../core/areas/animals/species/sex.ts'
import type { SpeciesCode } from '../../core/areas/animals/species/species-code.ts'
import type { CalendarDate } from '../../core/kernel/clock.ts'
import type { SiteCode } from './demo-sites.ts'
import type { HerdPlan } from './herd-plans.ts'

/** An animal of the demo herd before it becomes rows. Parents are animals of the same herd. */
export interface HerdAnimal {
  readonly species: SpeciesCode
  readonly sex: Sex
  readonly birthDate: CalendarDate
  readonly breeds: BreedComposition
  /** Breed whose herd it belongs to; crosses stay in their dam's. */
  readonly line: string
  readonly sire: HerdAnimal | null
  readonly dam: HerdAnimal | null
  readonly gestationalDam: HerdAnimal | null
  readonly site: SiteCode
  /** Stands in a breeding company or behind the register: an ancestor, not part of the herd. */
  readonly isReference: boolean
  /** Born in a breeding company, whose sires everybody uses. */
  readonly isCompany: boolean
  /** Stays as a sire. */
  readonly isSire: boolean
  /** Offspring of it are born from one day to the other; of frozen semen later too. */
  readonly matureFrom: CalendarDate
  readonly breedsUntil: CalendarDate
  readonly status: AnimalStatus
  readonly statusReason: StatusReason | null
  readonly statusDate: CalendarDate | null
  readonly castratedOn: CalendarDate | null
  name: string | null
  /** Day from which its embryos were collected, or it carried those of others. */
  donorFrom: CalendarDate | null
  recipientFrom: CalendarDate | null
  offspring: number
  /** Earliest day of her next birth. */
  nextBirthFrom: CalendarDate
  /** Set for animals whose numbers are told beforehand; the others get theirs from `numberAnimals`. */
  fixed: FixedNumbers | null
}

export interface FixedNumbers {
  readonly internalNumber: string | null
  readonly identifiers: readonly (readonly [scheme: IdentifierSchemeCode, value: string])[]
}

const daysPerMonth = 30.4375

export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return addDays(date, Math.round(months * daysPerMonth))
}

/** Whether it stood here on that day; references never leave, their semen is in tanks. */
export function isThere(animal: HerdAnimal, day: CalendarDate): boolean {
  return animal.isReference || animal.statusDate === null || !hasLeft(animal) || animal.statusDate > day
}

export function hasLeft(animal: HerdAnimal): boolean {
  return (
    animal.status === 'dead' ||
    animal.status === 'sold' ||
    animal.status === 'transferred' ||
    animal.status === 'missing'
  )
}

/** Between which days offspring of an animal are born. */
export function breedingAges(
  plan: HerdPlan,
  isMale: boolean,
  birthDate: CalendarDate,
): Pick<HerdAnimal, 'matureFrom' | 'breedsUntil'> {
  const [mean, deviation] = plan.stayYears
  return {
    matureFrom: addMonths(birthDate, isMale ? plan.sireFromMonths : plan.firstBirthMonths[0]),
    breedsUntil: addMonths(birthDate, 12 * (isMale ? plan.sireUntilYears : mean + deviation)),
  }
}
