/** Working numbers and official identifiers. All are invented and all pass the checks of `core/areas/animals/identity`. */
import type { IdentifierSchemeCode } from '../../core/areas/animals/identity/identifier-scheme.ts'
import { breedByCode } from '../../core/areas/animals/species/breeds.ts'
import { genotypicSexLetter } from '../../core/areas/animals/species/sex.ts'
import type { FixedNumbers, HerdAnimal } from './herd-animal.ts'
import type { Choices } from './seeded-choices.ts'

type Identifier = readonly [scheme: IdentifierSchemeCode, value: string]

/** Letter in front of the working number, by line of cattle and by species. */
const letters: Readonly<Record<string, string>> = {
  holstein: 'H',
  jersey: 'J',
  brown_swiss: 'B',
  montbeliarde: 'M',
  hassawi_cattle: 'S',
  equine: 'A',
  camel: 'C',
  najdi: 'N',
  awassi: 'W',
  caprine: 'G',
}

/** First serial of the twelve digits behind 682, per species: herds were tagged from boxes of their own. */
const firstTags: Readonly<Record<string, number>> = {
  bovine: 115_000_000,
  equine: 141_100_000,
  camel: 93_400_000,
  ovine: 210_000_000,
  caprine: 220_000_000,
}

/** Studs as their bulls' codes name them. */
const studs = [1, 7, 11, 14, 29, 94, 200, 551]

/** Where the company's cows are registered, as the letters of their numbers. */
const countries = ['USA', 'CAN', 'NLD', 'DEU', 'DNK', 'FRA'] as const

/** Tells the numbers of every animal, in the order of the herd; those told beforehand are kept. */
export function numberAnimals(herd: readonly HerdAnimal[], choices: Choices): Map<HerdAnimal, FixedNumbers> {
  const used = new Set(herd.flatMap((animal) => animal.fixed?.internalNumber ?? []))
  const serials = new Map<string, number>()
  const next = (series: string, first: number) => {
    const serial = (serials.get(series) ?? first - 1) + 1
    serials.set(series, serial)
    return serial
  }
  const nextNumber = (letter: string) => {
    for (;;) {
      const number = `${letter}-${String(next(letter, letter === 'H' ? 1001 : 1)).padStart(letter === 'H' ? 4 : 3, '0')}`
      if (!used.has(number)) return number
    }
  }
  const numbers = new Map<HerdAnimal, FixedNumbers>()
  for (const animal of herd) {
    numbers.set(
      animal,
      animal.fixed ?? {
        internalNumber: animal.isReference ? null : nextNumber(letters[animal.line] ?? letters[animal.species] ?? 'X'),
        identifiers: animal.isCompany
          ? companyIdentifiers(animal, next, choices)
          : registerIdentifiers(animal, next, choices),
      },
    )
  }
  return numbers
}

type NextSerial = (series: string, first: number) => number

function companyIdentifiers(animal: HerdAnimal, next: NextSerial, choices: Choices): Identifier[] {
  if (animal.species !== 'bovine') return registerIdentifiers(animal, next, choices)
  const breed = breedByCode(animal.line)
  const sex = genotypicSexLetter(animal.sex)
  const identifiers: Identifier[] = []
  if (breed?.naab !== null && breed?.naab !== undefined && sex === 'M' && animal.isSire) {
    const stud = choices.pick(studs)
    identifiers.push(['naab', `${stud}${breed.naab}${next(`naab ${stud}`, 13_500)}`])
  }
  if (breed?.interbull !== null && breed?.interbull !== undefined) {
    identifiers.push([
      'interbull',
      `${breed.interbull}${choices.pick(countries)}${sex}${String(next('abroad', 3_188_000)).padStart(12, '0')}`,
    ])
  }
  return identifiers
}

function registerIdentifiers(animal: HerdAnimal, next: NextSerial, choices: Choices): Identifier[] {
  // Ancestors behind the register were known by name and book number, long before chips.
  if (animal.isReference)
    return [['herd_book', `SAU ${animal.species.slice(0, 2).toUpperCase()} ${next(`book ${animal.species}`, 1)}`]]
  const digits = String(next(animal.species, firstTags[animal.species] ?? 1)).padStart(12, '0')
  if (animal.species === 'equine') {
    const maker = choices.pick(['985', '981', '968'])
    return [
      ['microchip', `${maker}${digits}`],
      ['ueln', `682001${digits.slice(3)}`],
    ]
  }
  const official: Identifier = ['iso11784', `682${digits}`]
  const breed = animal.species === 'bovine' ? breedByCode(animal.line) : null
  if (breed?.interbull === null || breed?.interbull === undefined || animal.breeds.length > 1) return [official]
  return [official, ['interbull', `${breed.interbull}SAU${genotypicSexLetter(animal.sex)}${digits}`]]
}
