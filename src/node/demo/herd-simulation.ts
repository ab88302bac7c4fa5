/**
 * Breeds a herd year by year: founders, then births from dams that are old enough and free, by sires of their line, with
 * embryos carried by recipients. Parents are always older than their offspring by what the species needs.
 */

import { compositionOfOffspring } from '../../core/areas/animals/species/breed-composition.ts'
import { breedByCode } from '../../core/areas/animals/species/breeds.ts'
import { addDays } from '../../core/areas/animals/species/calendar-date.ts'
import type { Sex } from '../../core/areas/animals/species/sex.ts'
import type { CalendarDate } from '../../core/kernel/clock.ts'
import { addMonths, breedingAges, type HerdAnimal, isThere } from './herd-animal.ts'
import { fateOf } from './herd-fates.ts'
import type { HerdPlan } from './herd-plans.ts'
import type { Choices } from './seeded-choices.ts'
import { chooseSire } from './sire-choice.ts'

export interface HerdWanted {
  readonly plan: HerdPlan
  /** Number of animals, those given beforehand included. */
  readonly total: number
  readonly today: CalendarDate
  readonly choices: Choices
  /** Animals whose names and parents are told beforehand; they breed like the others. */
  readonly given: readonly HerdAnimal[]
}

/** Simulates a herd; the animals come in order of birth, so parents stand before offspring. */
export function simulateHerd(wanted: HerdWanted): HerdAnimal[] {
  const herd = [...wanted.given, ...founders(wanted)]
  const { plan, total, choices, today } = wanted
  const years = plan.foundedYearsAgo - Math.ceil(plan.firstBirthMonths[0] / 12)
  const weights = Array.from({ length: years }, (_none, year) => 0.15 + (year / years) ** 1.6)
  const births = total - herd.length
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let owed = 0
  for (const [year, weight] of weights.entries()) {
    owed += (births * weight) / sum
    const starts = addMonths(today, -12 * (years - year))
    const dates = Array.from({ length: Math.max(0, Math.floor(owed)) }, () => birthDay(plan, starts, choices)).sort()
    for (const date of dates) owed -= breed(wanted, herd, date)
  }
  // What the dams could not bear was bought in as young stock of unknown parents.
  while (herd.length < total)
    herd.push(
      founder(
        wanted,
        choices.weighted(plan.lines),
        choices.chance(0.85) ? 'female' : 'male',
        addMonths(today, -choices.whole(14, 60)),
        false,
      ),
    )
  return herd
    .slice(0, total)
    .sort((left, right) => (left.birthDate < right.birthDate ? -1 : left.birthDate > right.birthDate ? 1 : 0))
}

function founders(wanted: HerdWanted): HerdAnimal[] {
  const { plan, total, choices, today } = wanted
  const found: HerdAnimal[] = []
  const born = () => addMonths(today, -12 * plan.foundedYearsAgo + choices.whole(-24, 24))
  for (const [line, share] of plan.lines) {
    const females = Math.max(3, Math.round(total * plan.founderShare * share * 0.85))
    const males = Math.max(2, Math.round(total * plan.founderShare * share * 0.15))
    for (let number = 0; number < females + males; number += 1) {
      // The first female and the second male make sure that a company has both.
      const isCompany =
        hasCompanies(plan, line) && (choices.chance(2 * plan.nucleusShare) || number % (females + 1) === 0)
      found.push(founder(wanted, line, number < females ? 'female' : 'male', born(), isCompany))
    }
  }
  return found
}

/** Whether breeding companies sell this breed; Hassawi cattle are bred where they live. */
function hasCompanies(plan: HerdPlan, line: string): boolean {
  return plan.nucleusShare > 0 && (plan.species !== 'bovine' || breedByCode(line)?.naab !== null)
}

function founder(wanted: HerdWanted, line: string, sex: Sex, birthDate: CalendarDate, isCompany: boolean): HerdAnimal {
  return animalOf(wanted, {
    sex,
    birthDate,
    line,
    breeds: [{ breed: line, fraction: 1 }],
    sire: null,
    dam: null,
    gestationalDam: null,
    isCompany,
  })
}

function birthDay(plan: HerdPlan, yearStarts: CalendarDate, choices: Choices): CalendarDate {
  for (;;) {
    const day = addDays(yearStarts, choices.whole(0, 361))
    const month = Number(day.slice(5, 7)) - 1
    if (choices.chance((plan.birthMonths[month] ?? 0) / 5)) return day
  }
}

/** Brings the young of one dam into the herd and returns how many there were. */
function breed(wanted: HerdWanted, herd: HerdAnimal[], date: CalendarDate): number {
  const { plan, choices, today } = wanted
  const isCompany = choices.chance(plan.nucleusShare)
  const carrier = chooseDam(herd, date, isCompany, wanted)
  if (carrier === null) return 0
  const donor = !isCompany && choices.chance(plan.embryoShare) ? chooseDonor(herd, carrier, date, wanted) : null
  const dam = donor ?? carrier
  const sire = chooseSire(plan, herd, dam, date, isCompany, choices)
  if (sire === null) return 0
  const young = donor === null ? choices.weighted(plan.litters) : 1
  const sexes = sexesOfLitter(plan, young, choices)
  for (const sex of sexes) {
    herd.push(
      animalOf(wanted, {
        sex,
        birthDate: date,
        line: dam.line,
        breeds: compositionOfOffspring(sire.breeds, dam.breeds),
        sire,
        dam,
        gestationalDam: donor === null ? null : carrier,
        isCompany,
      }),
    )
  }
  const [from, to] = plan.birthIntervalMonths
  carrier.nextBirthFrom = addMonths(date, choices.whole(from, to))
  dam.offspring += sexes.length
  sire.offspring += sexes.length
  if (donor !== null) noteTransfer(donor, carrier, date, today)
  return sexes.length
}

/** The day of collection and transfer lies a pregnancy before the birth; a round 300 days serves every species here. */
function noteTransfer(donor: HerdAnimal, carrier: HerdAnimal, birth: CalendarDate, today: CalendarDate): void {
  const day = addDays(birth, -300)
  if (day > today) return
  if (donor.donorFrom === null || day < donor.donorFrom) donor.donorFrom = day
  if (carrier.recipientFrom === null || day < carrier.recipientFrom) carrier.recipientFrom = day
}

function sexesOfLitter(plan: HerdPlan, young: number, choices: Choices): Sex[] {
  const sexes = Array.from({ length: young }, (): Sex => (choices.chance(plan.femaleShare) ? 'female' : 'male'))
  // Nine in ten heifers born twin to a bull are freemartins (Padula, Anim Reprod Sci 2005 84:93).
  if (plan.species !== 'bovine' || !sexes.includes('male')) return sexes
  return sexes.map((sex) => (sex === 'female' && choices.chance(0.9) ? 'freemartin' : sex))
}

/** A female that is old enough, here, and free; favours none. Null when a few dozen draws find none. */
function chooseDam(
  herd: readonly HerdAnimal[],
  date: CalendarDate,
  isCompany: boolean,
  { plan, choices }: HerdWanted,
): HerdAnimal | null {
  const line = choices.weighted(plan.lines)
  for (let draw = 0; draw < 400; draw += 1) {
    const animal = choices.pick(herd)
    const fits =
      animal.sex === 'female' &&
      (draw > 200 || animal.line === line) &&
      (plan.nucleusShare === 0 || animal.isCompany === isCompany)
    if (fits && animal.nextBirthFrom <= date && animal.breedsUntil > date && isThere(animal, date)) return animal
  }
  return null
}

/** A female of the same line that already gives embryos, or begins to. */
function chooseDonor(
  herd: readonly HerdAnimal[],
  carrier: HerdAnimal,
  date: CalendarDate,
  { choices }: HerdWanted,
): HerdAnimal | null {
  const ofAge = (animal: HerdAnimal) =>
    animal !== carrier &&
    animal.sex === 'female' &&
    !animal.isReference &&
    animal.line === carrier.line &&
    animal.site === carrier.site &&
    animal.matureFrom <= date &&
    animal.breedsUntil > date &&
    isThere(animal, date)
  const donors = herd.filter((animal) => animal.donorFrom !== null && ofAge(animal))
  if (donors.length >= 6 && choices.chance(0.9)) return choices.pick(donors)
  const others = herd.filter((animal) => animal.recipientFrom === null && ofAge(animal))
  return others.length === 0 ? null : choices.pick(others)
}

type NewAnimal = Pick<
  HerdAnimal,
  'sex' | 'birthDate' | 'line' | 'breeds' | 'sire' | 'dam' | 'gestationalDam' | 'isCompany'
>

function animalOf({ plan, today, choices }: HerdWanted, given: NewAnimal): HerdAnimal {
  const { birthDate, isCompany } = given
  const isReference = isCompany || birthDate < addMonths(today, -12 * plan.registerYearsAgo)
  const isFounder = given.sire === null
  const isSire = given.sex === 'male' && (isFounder || choices.chance(isCompany ? 0.6 : plan.keptMaleShare))
  const mayBeCastrated = given.sex === 'male' && !isSire && !isReference && choices.chance(plan.castrateShare)
  const castration = mayBeCastrated ? addMonths(birthDate, choices.whole(6, 30)) : today
  const willBeCastrated = castration < today
  const fate = fateOf(
    plan,
    { sex: willBeCastrated ? 'castrate' : given.sex, birthDate, isReference, isSire },
    today,
    choices,
  )
  const isCastrate = willBeCastrated && (fate.statusDate === null || castration < fate.statusDate)
  return {
    ...given,
    ...fate,
    species: plan.species,
    sex: isCastrate ? 'castrate' : given.sex,
    isReference,
    isSire,
    ...breedingAges(plan, given.sex === 'male', birthDate),
    castratedOn: isCastrate ? castration : null,
    site: given.gestationalDam?.site ?? given.dam?.site ?? choices.weighted(plan.sites),
    name: null,
    donorFrom: null,
    recipientFrom: null,
    offspring: 0,
    nextBirthFrom: addMonths(birthDate, choices.whole(...plan.firstBirthMonths)),
    fixed: null,
  }
}
