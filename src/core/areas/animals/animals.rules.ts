/** Rules about an animal's own fields, the same for screen, bench and HQ. */
import type { CalendarDate } from '../../kernel/clock.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { refusal } from '../../kernel/refusal.ts'
import { foldText } from '../../kernel/search-text.ts'
import { type BreedComposition, refuseComposition, sortComposition } from './species/breed-composition.ts'
import { canBeDam, canBeSire, refuseSex, type Sex } from './species/sex.ts'
import type { SpeciesCode } from './species/species-code.ts'

export interface OwnFacts {
  readonly species: SpeciesCode
  readonly sex: Sex
  readonly birthDate: CalendarDate | null
  readonly castratedOn: CalendarDate | null
  readonly breeds: BreedComposition
}

/** Tells the first reason why an animal's own fields cannot be true together, or null. `latestDate` is the last day that has begun anywhere. */
export function refuseOwnFacts(facts: OwnFacts, latestDate: CalendarDate): Refusal | null {
  const { species, sex, birthDate, castratedOn } = facts
  if (birthDate !== null && birthDate > latestDate) return refusal('date_in_future', { date: birthDate }, 'birthDate')
  if (castratedOn !== null) {
    if (sex !== 'castrate') return refusal('castration_not_for_sex', { sex }, 'castratedOn')
    if (castratedOn > latestDate) return refusal('date_in_future', { date: castratedOn }, 'castratedOn')
    if (birthDate !== null && castratedOn < birthDate)
      return refusal('date_before_birth', { date: castratedOn, birthDate }, 'castratedOn')
  }
  return refuseSex(species, sex) ?? refuseBreeds(species, facts.breeds)
}

function refuseBreeds(species: SpeciesCode, breeds: BreedComposition): Refusal | null {
  const found = refuseComposition(species, breeds)
  return found === null ? null : { ...found, field: (found.field ?? 'breeds').replace('composition', 'breeds') }
}

/** What else hangs on the sex of an animal. */
export interface SexBonds {
  readonly offspringAsSire: number
  readonly offspringAsDam: number
}

/** Tells why a recorded sex cannot become another because of recorded offspring, or null when it can. */
export function refuseSexChange(to: Sex, { offspringAsSire, offspringAsDam }: SexBonds): Refusal | null {
  if (offspringAsSire > 0 && !canBeSire(to))
    return refusal('sex_has_offspring_as_sire', { sex: to, count: offspringAsSire }, 'sex')
  if (offspringAsDam > 0 && !canBeDam(to))
    return refusal('sex_has_offspring_as_dam', { sex: to, count: offspringAsDam }, 'sex')
  return null
}

/** Values kept beside an animal's fields for sorting and filtering. */
export interface DerivedFields {
  readonly breeds: { breed: string; fraction: number }[]
  readonly mainBreed: string | null
  /** Folded name: order and duplicates do not depend on capitals, accents or Arabic letter variants. */
  readonly nameKey: string | null
}

export function derivedFields({
  name,
  breeds,
}: {
  readonly name: string | null
  readonly breeds: BreedComposition
}): DerivedFields {
  const sorted = sortComposition(breeds)
  return { breeds: sorted.map((part) => ({ ...part })), mainBreed: sorted[0]?.breed ?? null, nameKey: nameKeyOf(name) }
}

/** The folded form of a name, or null for none. */
export function nameKeyOf(name: string | null): string | null {
  const folded = name === null ? '' : foldText(name).trim().replaceAll(/\s+/g, ' ')
  return folded === '' ? null : folded
}
