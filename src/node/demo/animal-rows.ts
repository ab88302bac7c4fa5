/** Turns animals of the demo herd into rows: the animal, its identifiers, numbers, roles, measurements and activities. */

import type { AnimalRole } from '../../core/areas/animals/animals.roles.ts'
import { derivedFields } from '../../core/areas/animals/animals.rules.ts'
import type { CalendarDate } from '../../core/kernel/clock.ts'
import type { NewRow } from '../store/entities.ts'
import { activitiesOf, measurementsOf } from './animal-records.ts'
import { colourOf, purposeOf } from './animal-traits.ts'
import { placeAt, type SiteCode } from './demo-sites.ts'
import { type FixedNumbers, type HerdAnimal, hasLeft } from './herd-animal.ts'
import type { Choices } from './seeded-choices.ts'

export interface RowSources {
  readonly today: CalendarDate
  readonly choices: Choices
  readonly siteIds: Readonly<Record<SiteCode, string>>
  /** Customers that own animals at each site. */
  readonly owners: Readonly<Record<SiteCode, readonly string[]>>
  readonly idOf: (animal: HerdAnimal) => string
  readonly numbersOf: (animal: HerdAnimal) => FixedNumbers
}

export interface AnimalRows {
  readonly animal: Omit<NewRow<'animal'>, 'code'>
  readonly identifiers: NewRow<'animalIdentifier'>[]
  readonly numbers: NewRow<'animalInternalNumber'>[]
  readonly roles: NewRow<'animalRole'>[]
  readonly measurements: NewRow<'animalMeasurement'>[]
  readonly activities: NewRow<'animalActivity'>[]
}

export function rowsOf(animal: HerdAnimal, sources: RowSources): AnimalRows {
  const animalId = sources.idOf(animal)
  const { internalNumber, identifiers } = sources.numbersOf(animal)
  const left = hasLeft(animal) ? animal.statusDate : null
  return {
    animal: { id: animalId, ...ownFields(animal, sources) },
    identifiers: identifiers.map(([scheme, value], position) => ({
      animalId,
      scheme,
      value,
      position,
      issuedOn: animal.isReference ? null : animal.birthDate,
    })),
    numbers:
      internalNumber === null ? [] : [{ animalId, number: internalNumber, startDate: animal.birthDate, endDate: left }],
    roles: rolesOf(animal, sources.today).map(([role, startDate, endDate]) => ({ animalId, role, startDate, endDate })),
    measurements: measurementsOf(animal, sources.today, sources.choices).map((row) => ({ ...row, animalId })),
    activities: activitiesOf(animal, sources.today, sources.choices).map((row) => ({ ...row, animalId })),
  }
}

function ownFields(
  animal: HerdAnimal,
  { choices, siteIds, owners, idOf }: RowSources,
): Omit<NewRow<'animal'>, 'code' | 'id'> {
  const parentId = (parent: HerdAnimal | null) => (parent === null ? null : idOf(parent))
  const stays = !animal.isReference && !hasLeft(animal)
  const isTested = animal.donorFrom !== null || animal.isSire
  return {
    siteId: siteIds[animal.site],
    species: animal.species,
    sex: animal.sex,
    name: animal.name,
    birthDate: animal.birthDate,
    // Of ancestors behind the register and of bought stock only the month or year was told.
    birthDatePrecision:
      animal.isCompany || animal.dam !== null
        ? 'day'
        : choices.weighted([
            ['day', 2],
            ['month', 2],
            ['year', 1],
          ]),
    ...derivedFields({ name: animal.name, breeds: animal.breeds }),
    colour: colourOf(animal, choices),
    purpose: purposeOf(animal, choices),
    status: animal.status,
    statusReason: animal.statusReason,
    statusDate: animal.statusDate,
    castratedOn: animal.castratedOn,
    isReference: animal.isReference,
    sireId: parentId(animal.sire),
    damId: parentId(animal.dam),
    gestationalDamId: parentId(animal.gestationalDam),
    parentageState:
      animal.sire !== null && (animal.fixed !== null || choices.chance(isTested ? 0.7 : 0.06))
        ? 'genotyped'
        : 'recorded',
    ownerCustomerId:
      animal.isReference || !choices.chance(animal.site === 'AHS' ? 0.35 : 0.9)
        ? null
        : choices.pick(owners[animal.site]),
    location: stays ? placeAt(animal.site, animal.species, choices.whole(1, 40)) : null,
  }
}

type RoleRow = readonly [role: AnimalRole, startDate: CalendarDate, endDate: CalendarDate | null]

function rolesOf(animal: HerdAnimal, today: CalendarDate): RoleRow[] {
  const roles: RoleRow[] = []
  const left = hasLeft(animal) && !animal.isReference ? animal.statusDate : null
  const since = (role: AnimalRole, from: CalendarDate | null, until: CalendarDate | null) => {
    if (from !== null && from <= today && (until === null || from <= until)) roles.push([role, from, until])
  }
  // Semen outlives its sire, so that role stays.
  if (animal.isSire && (animal.offspring > 0 || animal.fixed !== null)) since('sire', animal.matureFrom, null)
  if (animal.isCompany && animal.isSire) since('reference', animal.matureFrom, null)
  since('donor', animal.donorFrom, left)
  since('recipient', animal.recipientFrom, left)
  return roles
}
