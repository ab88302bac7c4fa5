/** What the database knows that rows of a file may mean: animals by their numbers, sites, owners, ancestors. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { IdentifierSchemeCode } from '../../../core/areas/animals/identity/identifier-scheme.ts'
import { identifierSchemeCodes } from '../../../core/areas/animals/identity/identifier-scheme.ts'
import {
  identifierSchemes,
  longestIdentifier,
  normaliseIdentifier,
} from '../../../core/areas/animals/identity/identifier-schemes.ts'
import type { SpeciesCode } from '../../../core/areas/animals/species/species-code.ts'
import type { ImportWatch } from '../../../core/areas/documents/import-target.ts'
import { normaliseCode, refuseCode } from '../../../core/kernel/check-character.ts'
import { foldText } from '../../../core/kernel/search-text.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { Row } from '../../store/entities.ts'
import { identityKey } from './identifier-checks.ts'

export type AnimalRow = Row<'animal'>

export interface NumberContext {
  readonly scheme: IdentifierSchemeCode
  readonly species: SpeciesCode | null
  readonly siteId: string | null
}

export interface KnownAnimals {
  /** Living animals a text means: by own code, or by an identifier still on the animal. One animal is named once. */
  find(text: string, context: NumberContext, use: 'self' | 'parent'): readonly AnimalRow[]
}

interface KnownNumber {
  readonly scheme: IdentifierSchemeCode
  readonly animalId: string
}

const valuesPerQuery = 500

/** What to look up: numbers in the form they are stored in, own codes, and texts that may be of any scheme (parents). */
export interface WantedAnimals {
  readonly values: Iterable<string>
  readonly codes: Iterable<string>
  readonly texts: Iterable<string>
}

/** Looks up everything at once, some hundreds per query. */
export async function loadKnownAnimals(
  reading: Reading,
  wanted: WantedAnimals,
  watch: ImportWatch,
): Promise<KnownAnimals> {
  const values = new Set(wanted.values)
  const codes = new Set<string>()
  for (const text of wanted.codes) {
    if (isOwnCode(text)) codes.add(normaliseCode(text))
    await watch.step(codes.size, codes.size)
  }
  for (const text of wanted.texts) {
    if (isOwnCode(text)) codes.add(normaliseCode(text))
    for (const scheme of identifierSchemeCodes) values.add(normaliseIdentifier(scheme, text))
    await watch.step(values.size, values.size)
  }
  const numbers = await loadNumbers(reading, [...values], watch)
  const animals = await loadAnimals(
    reading,
    [...codes],
    [...new Set([...numbers.values()].flat().map((known) => known.animalId))],
    watch,
  )
  const byCode = new Map([...animals.values()].map((row) => [row.code, row]))

  function find(text: string, context: NumberContext, use: 'self' | 'parent'): readonly AnimalRow[] {
    const own = isOwnCode(text) ? byCode.get(normaliseCode(text)) : undefined
    if (own !== undefined) return [own]
    const sure = new Map<string, AnimalRow>()
    const likely = new Map<string, AnimalRow>()
    for (const scheme of use === 'parent' ? identifierSchemeCodes : [context.scheme]) {
      const value = normaliseIdentifier(scheme, text)
      for (const number of numbers.get(value) ?? []) {
        const row = animals.get(number.animalId)
        const same = identityKey(number.scheme, value) === identityKey(scheme, value)
        if (row === undefined || !same || !isInReach(scheme, row, context)) continue
        if (scheme === context.scheme) sure.set(row.id, row)
        else likely.set(row.id, row)
      }
    }
    // A number of the file's own scheme goes before the same text under another one.
    return [...(sure.size > 0 ? sure : likely).values()]
  }
  return { find }
}

/** A tattoo or herd-book number names an animal only where it was issued: within the site and the species. */
function isInReach(scheme: IdentifierSchemeCode, row: AnimalRow, { species, siteId }: NumberContext): boolean {
  if (identifierSchemes[scheme].scope === 'world') return true
  return (species === null || row.species === species) && (siteId === null || row.siteId === siteId)
}

async function loadNumbers(
  reading: Reading,
  values: readonly string[],
  watch: ImportWatch,
): Promise<Map<string, KnownNumber[]>> {
  const { animalIdentifier } = reading.tables
  const found = new Map<string, KnownNumber[]>()
  for (let start = 0; start < values.length; start += valuesPerQuery) {
    const chunk = values
      .slice(start, start + valuesPerQuery)
      .filter((value) => value !== '' && value.length <= longestIdentifier)
    const rows = await reading.db
      .select({ value: animalIdentifier.value, scheme: animalIdentifier.scheme, animalId: animalIdentifier.animalId })
      .from(animalIdentifier)
      .where(
        and(
          inArray(animalIdentifier.value, chunk),
          isNull(animalIdentifier.deletedAt),
          isNull(animalIdentifier.removedOn),
        ),
      )
    for (const { value, scheme, animalId } of rows) {
      const number = { scheme: scheme as IdentifierSchemeCode, animalId }
      const known = found.get(value)
      if (known === undefined) found.set(value, [number])
      else known.push(number)
    }
    for (let steps = 0; steps < chunk.length; steps += 1) await watch.step(start, values.length)
  }
  return found
}

async function loadAnimals(
  reading: Reading,
  codes: readonly string[],
  ids: readonly string[],
  watch: ImportWatch,
): Promise<Map<string, AnimalRow>> {
  const { animal } = reading.tables
  const found = new Map<string, AnimalRow>()
  for (const [column, keys] of [
    [animal.code, codes],
    [animal.id, ids],
  ] as const) {
    for (let start = 0; start < keys.length; start += valuesPerQuery) {
      const chunk = keys.slice(start, start + valuesPerQuery)
      const rows = await reading.db
        .select()
        .from(animal)
        .where(and(inArray(column, chunk), isNull(animal.deletedAt)))
      for (const row of rows) found.set(row.id, row)
      for (let steps = 0; steps < chunk.length; steps += 1) await watch.step(start, keys.length)
    }
  }
  return found
}

function isOwnCode(text: string): boolean {
  return text.length < 20 && refuseCode(text) === null
}

/** Reads the animals above these, generation by generation, as far as the database knows them. */
export async function loadAncestors(reading: Reading, from: readonly AnimalRow[]): Promise<Map<string, AnimalRow>> {
  const known = new Map(from.map((row) => [row.id, row]))
  const parentIds = (rows: Iterable<AnimalRow>) =>
    [...new Set([...rows].flatMap((row) => [row.sireId, row.damId, row.gestationalDamId]))].filter(
      (id): id is string => id !== null && !known.has(id),
    )
  const { animal } = reading.tables
  for (let ids = parentIds(known.values()); ids.length > 0; ) {
    const level: AnimalRow[] = []
    for (let start = 0; start < ids.length; start += valuesPerQuery) {
      level.push(
        ...(await reading.db
          .select()
          .from(animal)
          .where(inArray(animal.id, ids.slice(start, start + valuesPerQuery)))),
      )
    }
    for (const row of level) known.set(row.id, row)
    ids = parentIds(level)
  }
  return known
}

/** Reads the living offspring of these animals, under each parent. */
export async function loadOffspring(reading: Reading, ids: readonly string[]): Promise<Map<string, AnimalRow[]>> {
  const { animal } = reading.tables
  const found = new Map<string, AnimalRow[]>()
  for (let start = 0; start < ids.length; start += valuesPerQuery) {
    const chunk = ids.slice(start, start + valuesPerQuery)
    for (const field of ['sireId', 'damId', 'gestationalDamId'] as const) {
      const rows = await reading.db
        .select()
        .from(animal)
        .where(and(inArray(animal[field], chunk), isNull(animal.deletedAt)))
      for (const row of rows) {
        const parent = row[field]
        if (parent !== null) found.set(parent, [...(found.get(parent) ?? []), row])
      }
    }
  }
  return found
}

export interface KnownPlaces {
  /** Ids of what a text names; more than one when it is ambiguous. */
  sites(text: string): readonly string[]
  owners(text: string): readonly string[]
  readonly allSiteIds: readonly string[]
}

/** Reads active sites and living customers by code and name. */
export async function loadPlaces(reading: Reading, withOwners: boolean): Promise<KnownPlaces> {
  const { site, customer } = reading.tables
  const siteRows = await reading.db
    .select({ id: site.id, code: site.code, name: site.name, other: site.nameArabic })
    .from(site)
    .where(and(isNull(site.deletedAt), eq(site.active, true)))
  const ownerRows = withOwners
    ? await reading.db
        .select({ id: customer.id, code: customer.code, name: customer.name, other: customer.nameArabic })
        .from(customer)
        .where(isNull(customer.deletedAt))
    : []
  const sites = namesOf(siteRows)
  const owners = namesOf(ownerRows)
  return {
    sites: (text) => sites.get(nameKey(text)) ?? [],
    owners: (text) => owners.get(nameKey(text)) ?? [],
    allSiteIds: siteRows.map((row) => row.id),
  }
}

function namesOf(
  rows: readonly { id: string; code: string; name: string; other: string | null }[],
): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { id, code, name, other } of rows) {
    for (const key of new Set([code, name, other ?? code].map(nameKey))) found.set(key, [...(found.get(key) ?? []), id])
  }
  return found
}

function nameKey(text: string): string {
  return foldText(text).trim().replaceAll(/\s+/g, ' ')
}
