/**
 * Rows of a register of any size, for benchmarks: five species bred by `generatePedigree`, names of two or three words,
 * official numbers, working numbers, and F as the program calculates it. Column names are those of the tables.
 */

import { nameKeyOf } from '../../src/core/areas/animals/animals.rules.ts'
import { printIdentifier } from '../../src/core/areas/animals/identity/identifier-schemes.ts'
import { calculateInbreeding } from '../../src/core/areas/animals/pedigree/inbreeding.ts'
import { orderCheckedPedigree } from '../../src/core/areas/animals/pedigree/pedigree-order.ts'
import { formatCode, nextUsableSerial } from '../../src/core/kernel/check-character.ts'
import { searchBody } from '../../src/core/kernel/search-text.ts'
import { createChoices } from '../../src/node/demo/seeded-choices.ts'
import { generatePedigree } from './generated-pedigree.ts'

export type Value = string | number | null
export type TableRow = Readonly<Record<string, Value>>

/** The rows of one animal, by table. */
export interface RegisterEntry {
  readonly animal: TableRow
  readonly identifier: TableRow
  readonly number: TableRow | null
  readonly inbreeding: TableRow | null
  /** Text of its search entry. */
  readonly body: string
}

const shares = [
  {
    species: 'bovine',
    share: 0.6,
    breeds: ['holstein', 'holstein', 'holstein', 'jersey', 'brown_swiss'],
    letter: 'H',
    tag: 100_000_000,
  },
  { species: 'equine', share: 0.16, breeds: ['arabian'], letter: 'A', tag: 110_000_000 },
  { species: 'camel', share: 0.12, breeds: ['majaheem', 'maghateer', 'homor'], letter: 'C', tag: 120_000_000 },
  { species: 'ovine', share: 0.08, breeds: ['najdi', 'awassi'], letter: 'N', tag: 130_000_000 },
  { species: 'caprine', share: 0.04, breeds: ['ardi', 'damascus'], letter: 'G', tag: 140_000_000 },
] as const

const herds = [
  'Kharj',
  'Safi',
  'Westmere',
  'Ridgecrest',
  'Sandhill',
  'Langhurst',
  'Oakline',
  'Dorn',
  'Hollins',
  'Brandale',
  'Najd',
  'Wadi',
  'Liwa',
  'Hail',
  'Asir',
  'Haradh',
  'Dahna',
  'Rabdan',
  'Badeia',
  'Nakhla',
]
const middles = [
  'Lambda',
  'Mogul',
  'Uno',
  'Parfait',
  'Numero',
  'Delta',
  'Captain',
  'Rubicon',
  'Valentino',
  'Doorman',
  'Titan',
  'Shay',
  'Orion',
  'Vector',
  'Summit',
]
const starts = [
  'Na',
  'Re',
  'Sa',
  'La',
  'Mi',
  'Ha',
  'Ja',
  'Da',
  'Fa',
  'Ra',
  'Ya',
  'Wa',
  'Za',
  'Ka',
  'Ta',
  'Gha',
  'Sha',
  'Kha',
  'Mu',
  'Su',
  'No',
  'Ri',
  'Lu',
  'Am',
  'As',
  'Bu',
]
const ends = [
  'noor',
  'layal',
  'reem',
  'dana',
  'rima',
  'sama',
  'jude',
  'mira',
  'hala',
  'wadha',
  'shaela',
  'wabra',
  'qamar',
  'badr',
  'faris',
  'antar',
  'najm',
  'siraj',
  'layl',
  'fajr',
  'rawd',
  'mazn',
  'zahr',
  'yasm',
  'ward',
]

const at = '2026-11-01T06:00:00.000Z'
const stamps = { rev: 1, created_at: at, created_by: null, updated_by: null, deleted_at: null }

/** Makes `count` animals at the given sites, parents before offspring within each species. */
export function* inventRegister(count: number, siteIds: readonly string[], seed = 1): Generator<RegisterEntry> {
  const random = createChoices(seed).share
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  let serial = 0
  for (const { species, share, breeds, letter, tag } of shares) {
    const size = Math.round(count * share)
    const pedigree = generatePedigree(size, seed + tag)
    const inbreeding = calculateInbreeding(pedigree, orderCheckedPedigree(pedigree))
    const ids = Array.from({ length: size }, (_none, index) => idOf(tag + index, random))
    const parent = (position: number | undefined) =>
      position === undefined || position < 0 ? null : (ids[position] as string)
    for (let index = 0; index < size; index += 1) {
      const id = ids[index] as string
      const name =
        random() < 0.9
          ? `${pick(herds)} ${random() < 0.6 ? `${pick(middles)} ` : ''}${pick(starts)}${pick(ends)}`
          : null
      serial = nextUsableSerial('AN', serial + 1) ?? serial
      const code = formatCode('AN', serial)
      const breed = pick(breeds)
      const value = `682${String(tag + index).padStart(12, '0')}`
      const [sire, dam] = [parent(pedigree.sire[index]), parent(pedigree.dam[index])]
      const number = random() < 0.9 ? `${letter}-${index + 1}` : null
      const left = random() < 0.45
      yield {
        animal: {
          id,
          ...stamps,
          updated_at: new Date(Date.UTC(2020, 0, 1) + Math.floor(random() * 2.1e11)).toISOString(),
          site_id: pick(siteIds),
          code,
          name,
          name_key: nameKeyOf(name),
          species,
          sex: pedigree.male[index] === 1 ? 'male' : 'female',
          birth_date: `${pedigree.year[index]}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`,
          birth_date_precision: 'day',
          breeds: JSON.stringify([{ breed, fraction: 1 }]),
          main_breed: breed,
          colour: null,
          status: left
            ? pick(['sold', 'dead', 'transferred'])
            : random() < 0.9
              ? 'active'
              : pick(['resting', 'withheld', 'quarantined']),
          purpose: 'breeding',
          is_reference: random() < 0.05 ? 1 : 0,
          sire_id: sire,
          dam_id: dam,
          parentage_state: 'recorded',
          location: left ? null : `Barn ${1 + Math.floor(random() * 9)}`,
        },
        identifier: {
          id: idOf(serial + 5e8, random),
          ...stamps,
          updated_at: at,
          animal_id: id,
          scheme: 'iso11784',
          value,
          position: 0,
        },
        number:
          number === null
            ? null
            : {
                id: idOf(serial + 6e8, random),
                ...stamps,
                updated_at: at,
                animal_id: id,
                number,
                start_date: '2020-01-01',
              },
        inbreeding:
          sire === null || dam === null
            ? null
            : {
                animal_id: id,
                coefficient: inbreeding?.[index] ?? null,
                stale: 0,
                marked_at_version: 0,
                computed_at: at,
              },
        body: searchBody([name, code, number, value, printIdentifier('iso11784', value)]),
      }
    }
  }
}

/** A UUIDv7 whose time is the given number of milliseconds after 2026 began: sorted as real ones are. */
function idOf(ms: number, random: () => number): string {
  const time = (Date.UTC(2026, 0, 1) + ms).toString(16).padStart(12, '0')
  const hex = () =>
    Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0')
  const [first, second] = [hex(), hex()]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${first.slice(0, 3)}-8${first.slice(3, 6)}-${second}${first.slice(4)}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
