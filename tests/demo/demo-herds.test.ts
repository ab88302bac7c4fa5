/** The demo herds as a sceptical breeder would look at them: every number checked by the rules the program itself applies. */

import { describe, expect, test } from 'vitest'
import { refuseMeasurement } from '../../src/core/areas/animals/animals.measurements.ts'
import { type RolePeriod, refuseRole } from '../../src/core/areas/animals/animals.roles.ts'
import { refuseOwnFacts } from '../../src/core/areas/animals/animals.rules.ts'
import { isKept, statusReasons } from '../../src/core/areas/animals/animals.status.ts'
import {
  identifierSchemes,
  normaliseIdentifier,
  refuseIdentifier,
} from '../../src/core/areas/animals/identity/identifier-schemes.ts'
import { codePedigree } from '../../src/core/areas/animals/pedigree/coded-pedigree.ts'
import { calculateInbreeding } from '../../src/core/areas/animals/pedigree/inbreeding.ts'
import { checkPedigree, type PedigreeRow } from '../../src/core/areas/animals/pedigree/pedigree-checks.ts'
import { orderCheckedPedigree } from '../../src/core/areas/animals/pedigree/pedigree-order.ts'
import { leastParentAgeDays } from '../../src/core/areas/animals/species/breeding-age.ts'
import { genotypicSexLetter } from '../../src/core/areas/animals/species/sex.ts'
import type { SpeciesCode } from '../../src/core/areas/animals/species/species-code.ts'
import { refusal } from '../../src/core/kernel/refusal.ts'
import { rowsOf } from '../../src/node/demo/animal-rows.ts'
import { breedHerds } from '../../src/node/demo/fill-animals.ts'
import type { HerdAnimal } from '../../src/node/demo/herd-animal.ts'
import { createChoices } from '../../src/node/demo/seeded-choices.ts'

const today = '2026-11-24'
const seed = 20_261_125
const { animals, numbers } = breedHerds(1, today, createChoices(seed))
const idOf = (animal: HerdAnimal) => `animal ${animals.indexOf(animal)}`
const ids = new Map(animals.map((animal, index) => [animal, `${index}`]))
const id = (animal: HerdAnimal | null) => (animal === null ? null : (ids.get(animal) ?? null))
const rows = animals.map((animal) =>
  rowsOf(animal, {
    today,
    choices: createChoices(1),
    siteIds: { KHJ: 'KHJ', RUH: 'RUH', AHS: 'AHS' },
    owners: { KHJ: ['1'], RUH: ['2'], AHS: ['3'] },
    idOf: (one) => ids.get(one) as string,
    numbersOf: (one) => numbers.get(one) ?? { internalNumber: null, identifiers: [] },
  }),
)
const pedigree = animals.map((animal): PedigreeRow => {
  const letter = genotypicSexLetter(animal.sex)
  return {
    id: id(animal) as string,
    sire: id(animal.sire),
    dam: id(animal.dam),
    sex: letter === null ? 'unknown' : letter === 'M' ? 'male' : 'female',
    birthDate: animal.birthDate,
  }
})
const herdOf = (species: SpeciesCode) => animals.filter((animal) => animal.species === species)

describe('demo herds', () => {
  test('hold 5,000 animals of five species', () => {
    const counts = Object.fromEntries(
      [...Map.groupBy(animals, (animal) => animal.species)].map(([species, herd]) => [species, herd.length]),
    )
    expect(counts).toEqual({ bovine: 3000, equine: 800, camel: 600, ovine: 400, caprine: 200 })
  })

  test('give the pedigree checks nothing to refuse and nothing to flag', () => {
    const speciesOf = new Map(animals.map((animal) => [id(animal), animal.species]))
    expect(
      checkPedigree(pedigree, { minimumAgeDays: (parent) => leastParentAgeDays(speciesOf.get(parent.id) ?? 'bovine') }),
    ).toEqual([])
  })

  test.each(['bovine', 'equine', 'camel', 'ovine', 'caprine'] as const)(
    'go back six generations and more in %s',
    (species) => {
      const generation = new Map<HerdAnimal, number>()
      for (const animal of herdOf(species)) {
        const of = (parent: HerdAnimal | null) => (parent === null ? 0 : (generation.get(parent) ?? Number.NaN) + 1)
        generation.set(animal, Math.max(of(animal.sire), of(animal.dam)))
      }
      expect(Math.max(...generation.values())).toBeGreaterThanOrEqual(6)
    },
  )

  test('make Kharj Lambda Noor inbred by 3/128, through two ancestors of her family', () => {
    // Wright 1922: (1/2)^(2+3+1) through Westmere Parfait and (1/2)^(3+3+1) through Brookside Ada, neither inbred.
    const { pedigree: coded, positionOf } = codePedigree(pedigree)
    const inbreeding = calculateInbreeding(coded, orderCheckedPedigree(coded))
    const noor = animals.find((animal) => animal.name === 'Kharj Lambda Noor')
    expect(inbreeding?.[positionOf.get(id(noor ?? null) as string) as number]).toBe(1 / 64 + 1 / 128)
  })

  test('carry transferred embryos in recipients of the same species that were old enough', () => {
    const carried = animals.filter((animal) => animal.gestationalDam !== null)
    expect(carried.length).toBeGreaterThan(100)
    const wrong = carried.filter(
      ({ gestationalDam: carrier, birthDate, species, dam }) =>
        carrier === null ||
        carrier.sex !== 'female' ||
        carrier.species !== species ||
        carrier.matureFrom > birthDate ||
        carrier === dam,
    )
    expect(wrong).toEqual([])
  })

  test('have own facts, statuses and reasons that the rules accept', () => {
    const refused = animals.flatMap((animal) => refuseOwnFacts(animal, today) ?? [])
    expect(refused).toEqual([])
    const unreasoned = animals.filter(({ status, statusReason, statusDate, birthDate }) => {
      const known: readonly string[] = statusReasons[status]
      const reasonFits = statusReason === null ? isKept(status) : known.includes(statusReason)
      return (
        !reasonFits ||
        (statusDate !== null && (statusDate < birthDate || statusDate > today)) ||
        (!isKept(status) && statusDate === null)
      )
    })
    expect(unreasoned.map(idOf)).toEqual([])
  })

  test('carry identifiers that are valid, stored in normal form and used once', () => {
    const all = rows.flatMap((row, index) =>
      row.identifiers.map((one) => ({ ...one, animal: animals[index] as HerdAnimal })),
    )
    const refused = all.flatMap(
      ({ scheme, value, animal }) =>
        refuseIdentifier(scheme, value, { species: animal.species, sex: animal.sex }) ?? [],
    )
    expect(refused).toEqual([])
    expect(all.filter(({ scheme, value }) => normaliseIdentifier(scheme, value) !== value)).toEqual([])
    const keys = all
      .filter(({ scheme }) => identifierSchemes[scheme].scope === 'world')
      .map(({ scheme, value }) => `${scheme} ${value}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(rows.filter((row) => row.identifiers.length === 0)).toEqual([])
  })

  test('give no working number twice', () => {
    const all = rows.flatMap((row) => row.numbers.map((one) => one.number))
    expect(new Set(all).size).toBe(all.length)
    expect(all).toContain('H-4417')
  })

  test('hold roles and measurements that the rules accept', () => {
    const latest = today
    const faults = rows.flatMap((row, index) => {
      const animal = animals[index] as HerdAnimal
      const periods = row.roles.map(
        (role): RolePeriod => ({ role: role.role, startDate: role.startDate, endDate: role.endDate ?? null }),
      )
      const holder = { ...animal, status: animal.isReference ? ('active' as const) : animal.status }
      const roles = periods.flatMap(
        (period) =>
          refuseRole(
            holder,
            period,
            periods.filter((other) => other !== period),
            latest,
          ) ?? [],
      )
      const measured = row.measurements.flatMap((one) => {
        const early = one.measuredAt.slice(0, 10) < animal.birthDate
        return (
          refuseMeasurement(animal, one.kind, one.value ?? Number.NaN) ??
          (early ? refusal('measured_before_birth') : [])
        )
      })
      return [...roles, ...measured]
    })
    expect(faults).toEqual([])
    expect(rows.flatMap((row) => row.measurements).length).toBeGreaterThan(5000)
  })

  test('are the same from the same seed, and others from another', () => {
    const described = (from: number) => {
      const herds = breedHerds(0.1, today, createChoices(from))
      return herds.animals.map((animal) => [animal.name, animal.birthDate, herds.numbers.get(animal)])
    }
    expect(described(7)).toEqual(described(7))
    expect(described(7)).not.toEqual(described(8))
  })
})
