/** Checks of planned animals against each other and the register: numbers that must be one animal's alone. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { namedAnimal } from '../../../core/areas/animals/animals.parentage.ts'
import { identifierSchemes } from '../../../core/areas/animals/identity/identifier-schemes.ts'
import { type Refusal, refusal } from '../../../core/kernel/refusal.ts'
import type { Reading } from '../../runtime/reading.ts'
import { loadAnimals } from './animal-parts.queries.ts'
import { findTaken, identityKey } from './identifier-checks.ts'
import { inChunks } from './in-chunks.ts'
import type { PlannedAnimal } from './planned-animal.ts'

export interface AcrossFindings {
  readonly refusals: Refusal[]
  readonly warnings: Refusal[]
}

/** Findings per planned animal, in their order. */
export async function checkAcrossAnimals(
  reading: Reading,
  planned: readonly PlannedAnimal[],
): Promise<AcrossFindings[]> {
  const found: AcrossFindings[] = planned.map(() => ({ refusals: [], warnings: [] }))
  await checkIds(reading, planned, found)
  await checkIdentifiers(reading, planned, found)
  await checkNumbers(reading, planned, found)
  return found
}

async function checkIds(reading: Reading, planned: readonly PlannedAnimal[], found: AcrossFindings[]): Promise<void> {
  const taken = await loadAnimals(
    reading,
    planned.map((animal) => animal.row.id),
  )
  const seen = new Set<string>()
  for (const [index, { row }] of planned.entries()) {
    if (taken.has(row.id) || seen.has(row.id))
      found[index]?.refusals.push(refusal('already_exists', { entity: 'animal', id: row.id }, 'id'))
    seen.add(row.id)
  }
}

async function checkIdentifiers(
  reading: Reading,
  planned: readonly PlannedAnimal[],
  found: AcrossFindings[],
): Promise<void> {
  const places = planned.flatMap((animal, index) =>
    animal.identifiers.map((identifier, position) => ({ index, position, identifier })),
  )
  const taken = await findTaken(
    reading,
    places.map(({ identifier }) => identifier),
  )
  const inBatch = new Map<string, number>()
  for (const [at, { index, position, identifier }] of places.entries()) {
    const { refusal: refused = null, warning = null } = taken[at] ?? {}
    const field = `identifiers.${position}.value`
    if (refused !== null) found[index]?.refusals.push({ ...refused, field })
    if (warning !== null) found[index]?.warnings.push({ ...warning, field })
    const key = identityKey(identifier.scheme, identifier.value)
    const first = inBatch.get(key)
    if (first !== undefined && first !== index && identifierSchemes[identifier.scheme].scope === 'world') {
      const animal = { id: planned[first]?.row.id, code: '', name: planned[first]?.row.name ?? null }
      found[index]?.refusals.push(
        refusal('identifier_taken', { scheme: identifier.scheme, value: identifier.value, animal }, field),
      )
    }
    if (first === undefined) inBatch.set(key, index)
  }
}

async function checkNumbers(
  reading: Reading,
  planned: readonly PlannedAnimal[],
  found: AcrossFindings[],
): Promise<void> {
  const wanted = planned.flatMap((animal, index) =>
    animal.number === null ? [] : [{ index, number: animal.number.number, siteId: animal.row.siteId }],
  )
  const holders = await findNumberHolders(reading, wanted)
  const inBatch = new Map<string, number>()
  for (const [at, { index, number, siteId }] of wanted.entries()) {
    const key = `${siteId} ${number}`
    const first = inBatch.get(key)
    const holder =
      holders[at] ??
      (first === undefined
        ? null
        : { id: planned[first]?.row.id ?? '', code: '', name: planned[first]?.row.name ?? null })
    if (holder !== null)
      found[index]?.refusals.push(refusal('internal_number_taken', { number, animal: holder }, 'internalNumber'))
    if (first === undefined) inBatch.set(key, index)
  }
}

/** Which animal of the same site carries each working number now, or null; in the order asked. */
export async function findNumberHolders(
  reading: Reading,
  wanted: readonly { readonly number: string; readonly siteId: string }[],
): Promise<({ id: string; code: string; name: string | null } | null)[]> {
  const { animalInternalNumber: table, animal } = reading.tables
  const rows = await inChunks(
    wanted.map(({ number }) => number),
    (some) =>
      reading.db
        .select({ number: table.number, id: animal.id, code: animal.code, name: animal.name, siteId: animal.siteId })
        .from(table)
        .innerJoin(animal, eq(animal.id, table.animalId))
        .where(
          and(inArray(table.number, some), isNull(table.endDate), isNull(table.deletedAt), isNull(animal.deletedAt)),
        ),
  )
  const holders = new Map(rows.map((row) => [`${row.siteId} ${row.number}`, namedAnimal(row)]))
  return wanted.map(({ number, siteId }) => holders.get(`${siteId} ${number}`) ?? null)
}
