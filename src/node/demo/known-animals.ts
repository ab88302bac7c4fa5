/**
 * Animals with a story, so that every copy of the demo shows the same ones: the family of Kharj Lambda Noor to the fourth
 * generation, three sires to plan with, and some of the donors. Noor is inbred through two ancestors: Westmere Parfait,
 * 3 and 4 generations back, (1/2)^6, and Brookside Ada, 4 and 4 back, (1/2)^7: F = 3/128.
 */

import type { IdentifierSchemeCode } from '../../core/areas/animals/identity/identifier-scheme.ts'
import { compositionOfOffspring } from '../../core/areas/animals/species/breed-composition.ts'
import type { SpeciesCode } from '../../core/areas/animals/species/species-code.ts'
import type { CalendarDate } from '../../core/kernel/clock.ts'
import type { SiteCode } from './demo-sites.ts'
import { addMonths, breedingAges, type HerdAnimal } from './herd-animal.ts'
import type { Fate } from './herd-fates.ts'
import { type HerdPlan, herdPlans } from './herd-plans.ts'

type Identifier = readonly [scheme: IdentifierSchemeCode, value: string]

/** Name, sex, birth, sire, dam, identifiers, and where it stands with its number; without that it is a reference. */
type Line = readonly [
  name: string,
  sex: 'F' | 'M',
  birth: CalendarDate,
  sire: string | null,
  dam: string | null,
  identifiers: readonly Identifier[],
  kept?: readonly [site: SiteCode, number: string, soldOn?: CalendarDate],
]

const naab = (value: string): readonly Identifier[] => [['naab', value]]
const usa = (value: string): readonly Identifier[] => [['usa_ain', value]]
const saudi = (value: string): readonly Identifier[] => [
  ['iso11784', value],
  ['interbull', `HOLSAUF${value.slice(3)}`],
]

const noorsFamily: readonly Line[] = [
  ['Westmere Rex', 'M', '2001-02-11', null, null, naab('7HO7413')],
  ['Westmere Prim', 'F', '2002-05-04', null, null, usa('840003000001120')],
  ['Oak Titan', 'M', '2004-01-19', null, null, naab('29HO10482')],
  ['Pearl 2206', 'F', '2005-03-22', null, null, usa('840003000002206')],
  ['Sandhill Fortune', 'M', '2003-06-30', null, null, naab('94HO11873')],
  ['Delta Dell 884', 'F', '2004-09-12', null, null, usa('840003000000884')],
  ['Picston Shay', 'M', '2002-04-17', null, null, naab('14HO3597')],
  ['Brookside Ada', 'F', '2003-10-08', null, null, usa('840003000001377')],
  ['Dorn Bolton-ET', 'M', '2002-08-25', null, null, naab('29HO9023')],
  ['Sandhill Dee', 'F', '2003-03-03', null, null, usa('840003000001408')],
  ['Ivy Lane 310', 'F', '2005-07-14', null, null, usa('840003000000310')],
  ['Langhurst Manor', 'M', '2004-11-21', null, null, naab('200HO4422')],
  ['Uno Flora', 'F', '2006-02-02', null, null, usa('840003000001655')],
  ['Braedon Gold', 'M', '2001-12-05', null, null, naab('200HO1932')],
  ['Westmere Parfait', 'M', '2004-08-16', 'Westmere Rex', 'Westmere Prim', naab('7HO9912')],
  ['Oak Pearl', 'F', '2007-09-10', 'Oak Titan', 'Pearl 2206', usa('840003000002871')],
  ['Sandhill Delta-ET', 'M', '2006-12-01', 'Sandhill Fortune', 'Delta Dell 884', naab('94HO13377')],
  ['Shottle Ona', 'F', '2006-03-27', 'Picston Shay', 'Brookside Ada', usa('840003000002544')],
  ['Sandhill Dorcy-ET', 'M', '2005-10-19', 'Dorn Bolton-ET', 'Sandhill Dee', naab('29HO12209')],
  ['Parfait Ivy', 'F', '2007-11-30', 'Westmere Parfait', 'Ivy Lane 310', usa('840003000002690')],
  ['Langhurst Uno', 'M', '2008-04-08', 'Langhurst Manor', 'Uno Flora', naab('200HO3205')],
  [
    'Goldwyn Hind',
    'F',
    '2010-01-15',
    'Braedon Gold',
    'Brookside Ada',
    saudi('682000103190455'),
    ['KHJ', 'H-1904', '2021-05-10'],
  ],
  ['Ridgecrest Numero', 'M', '2010-06-23', 'Westmere Parfait', 'Oak Pearl', naab('29HO17320')],
  ['Ridgecrest Oona', 'F', '2011-02-14', 'Sandhill Delta-ET', 'Shottle Ona', usa('840003000003129')],
  ['Sandhill Mogul-ET', 'M', '2010-09-05', 'Sandhill Dorcy-ET', 'Parfait Ivy', naab('7HO11314')],
  ['Kharj Uno Rima', 'F', '2016-02-20', 'Langhurst Uno', 'Goldwyn Hind', saudi('682000107310088'), ['KHJ', 'H-2871']],
  ['Ridgecrest Lambda', 'M', '2014-11-11', 'Ridgecrest Numero', 'Ridgecrest Oona', naab('29HO19764')],
  [
    'Kharj Mogul Dana',
    'F',
    '2018-08-02',
    'Sandhill Mogul-ET',
    'Kharj Uno Rima',
    saudi('682000109455230'),
    ['KHJ', 'H-3102'],
  ],
  [
    'Kharj Lambda Noor',
    'F',
    '2021-03-14',
    'Ridgecrest Lambda',
    'Kharj Mogul Dana',
    saudi('682000114203776'),
    ['KHJ', 'H-4417'],
  ],
  ['Westmere Aurora-ET', 'M', '2019-05-09', null, null, naab('551HO4318')],
  ['Sandhill Nova-ET', 'M', '2019-01-27', 'Sandhill Mogul-ET', 'Ridgecrest Oona', naab('29HO19811')],
  ['Safi Captain', 'M', '2018-10-10', 'Sandhill Delta-ET', 'Kharj Uno Rima', naab('682HO107')],
  ['Safi Rubicon Layal', 'F', '2020-04-22', null, 'Goldwyn Hind', saudi('682000114198027'), ['KHJ', 'H-4390']],
  [
    'Kharj Parfait Reem',
    'F',
    '2022-06-01',
    'Westmere Parfait',
    'Kharj Mogul Dana',
    saudi('682000114203911'),
    ['KHJ', 'H-4430'],
  ],
  [
    'Kharj Captain Sama',
    'F',
    '2023-09-18',
    'Safi Captain',
    'Safi Rubicon Layal',
    saudi('682000114204790'),
    ['KHJ', 'H-4468'],
  ],
]

const otherDonors: readonly (readonly [species: SpeciesCode, breed: string, line: Line])[] = [
  [
    'camel',
    'majaheem',
    ['Mabrouka', 'F', '2017-01-12', null, null, [['iso11784', '682000093310454']], ['KHJ', 'C-117']],
  ],
  [
    'camel',
    'maghateer',
    ['Jawhara Al Dahna', 'F', '2018-12-20', null, null, [['iso11784', '682000093310722']], ['KHJ', 'C-132']],
  ],
  ['camel', 'majaheem', ['Wabra', 'F', '2014-02-03', null, null, [['iso11784', '682000093309871']], ['KHJ', 'C-098']]],
  [
    'camel',
    'homor',
    ['Shaela bint Hadaj', 'F', '2020-12-28', null, null, [['iso11784', '682000093311006']], ['KHJ', 'C-140']],
  ],
  [
    'equine',
    'arabian',
    [
      'Nashwa Al Khalid',
      'F',
      '2015-03-19',
      null,
      null,
      [
        ['microchip', '985141000482213'],
        ['ueln', '682001000482213'],
      ],
      ['KHJ', 'A-061'],
    ],
  ],
  [
    'equine',
    'arabian',
    [
      'Ghazala Al Rabdan',
      'F',
      '2018-02-25',
      null,
      null,
      [
        ['microchip', '985141000501678'],
        ['ueln', '682001000501678'],
      ],
      ['KHJ', 'A-074'],
    ],
  ],
  [
    'equine',
    'arabian',
    [
      'Sahar Al Badeia',
      'F',
      '2020-04-11',
      null,
      null,
      [
        ['microchip', '981100004377190'],
        ['ueln', '682001004377190'],
      ],
      ['KHJ', 'A-082'],
    ],
  ],
]

/** The known animals of a species, ready to breed with the rest of the herd. Parents stand before offspring. */
export function knownAnimals(species: SpeciesCode, today: CalendarDate): HerdAnimal[] {
  const plan = herdPlans.find((one) => one.species === species)
  if (plan === undefined) return []
  const found = new Map<string, HerdAnimal>()
  const lines =
    species === 'bovine'
      ? noorsFamily.map((line) => ['holstein', line] as const)
      : otherDonors.flatMap(([of, breed, line]) => (of === species ? [[breed, line] as const] : []))
  for (const [breed, line] of lines) found.set(line[0], knownAnimal(plan, breed, line, found, today))
  return [...found.values()].sort((left, right) => (left.birthDate < right.birthDate ? -1 : 1))
}

function knownAnimal(
  plan: HerdPlan,
  breed: string,
  [name, sex, birthDate, sireName, damName, identifiers, kept]: Line,
  known: ReadonlyMap<string, HerdAnimal>,
  today: CalendarDate,
): HerdAnimal {
  const parent = (of: string | null) => (of === null ? null : (known.get(of) ?? missing(of)))
  const [sire, dam] = [parent(sireName), parent(damName)]
  const isDonor = kept !== undefined
  if (sire !== null) sire.offspring += 1
  if (dam !== null) dam.offspring += 1
  return {
    species: plan.species,
    name,
    sex: sex === 'F' ? 'female' : 'male',
    birthDate,
    line: breed,
    // An unknown sire leaves half of the composition unknown.
    breeds:
      sire === null && dam === null
        ? [{ breed, fraction: 1 }]
        : compositionOfOffspring(sire?.breeds ?? null, dam?.breeds ?? null),
    sire,
    dam,
    gestationalDam: null,
    site: kept?.[0] ?? 'KHJ',
    isReference: kept === undefined,
    isCompany: kept === undefined,
    isSire: sex === 'M',
    ...breedingAges(plan, sex === 'M', birthDate),
    ...fateOfKnown(birthDate, kept, today),
    castratedOn: null,
    donorFrom: isDonor ? addMonths(birthDate, plan.firstBirthMonths[0] + 2) : null,
    recipientFrom: null,
    offspring: 0,
    nextBirthFrom: addMonths(birthDate, plan.firstBirthMonths[1]),
    fixed: { internalNumber: kept?.[1] ?? null, identifiers },
  }
}

/** Years after which an ancestor abroad is taken for dead. */
const referenceYears = 14

function fateOfKnown(birthDate: CalendarDate, kept: Line[6], today: CalendarDate): Fate {
  const [, , soldOn] = kept ?? []
  if (soldOn !== undefined) return { status: 'sold', statusReason: 'slaughter_sale', statusDate: soldOn }
  const died = addMonths(birthDate, 12 * referenceYears)
  if (kept === undefined && died < today) return { status: 'dead', statusReason: 'died', statusDate: died }
  return { status: 'active', statusReason: null, statusDate: null }
}

function missing(name: string): never {
  throw new Error(`${name} must stand before its offspring`)
}
