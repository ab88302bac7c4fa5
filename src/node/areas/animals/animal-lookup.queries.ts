/** Finding animals by a few letters or by a scanned code. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { AnimalShort } from '../../../core/areas/animals/animals.model.ts'
import type { AnimalMatch } from '../../../core/areas/animals/animals.parts.model.ts'
import { cleanText, compactText } from '../../../core/areas/animals/identity/clean-text.ts'
import type { Sex } from '../../../core/areas/animals/species/sex.ts'
import type { SpeciesCode } from '../../../core/areas/animals/species/species-code.ts'
import { normaliseCode } from '../../../core/kernel/check-character.ts'
import { foldText } from '../../../core/kernel/search-text.ts'
import type { Reading } from '../../runtime/reading.ts'
import { firstMatches } from '../../store/search.ts'
import { describeRows, describeShort, mayRead } from './animal-details.ts'
import { everySpelling } from './animal-list.ts'
import { loadAnimals, survivorOf } from './animal-parts.queries.ts'

export interface LookupInput {
  readonly q: string
  readonly species?: SpeciesCode | SpeciesCode[] | undefined
  readonly sex?: Sex | Sex[] | undefined
  readonly except?: string | undefined
  readonly limit: number
}

/** Matches looked at before species, sex and sites sort some out. */
const gathered = 400

/** Animals whose words begin with what was typed, best first: code or number, then beginning of the name, then the rest. */
export async function lookUpAnimals(
  reading: Reading,
  { q, species, sex, except, limit }: LookupInput,
): Promise<AnimalShort[]> {
  const exact = (await resolveCode(reading, q)).map((match) => match.animal.id)
  const ids = await firstMatches(reading, 'animal', q, gathered)
  const rows = await loadAnimals(reading, [...exact, ...ids])
  const fits = <Value>(value: Value, wanted: Value | Value[] | undefined) =>
    wanted === undefined || (Array.isArray(wanted) ? wanted.includes(value) : wanted === value)
  const folded = foldText(q).trim()
  const candidates = [...rows.values()]
    .filter(
      (row) =>
        row.deletedAt === null &&
        row.id !== except &&
        mayRead(reading, row) &&
        fits(row.species, species) &&
        fits(row.sex, sex),
    )
    .map((row) => ({ row, rank: exact.includes(row.id) ? 0 : row.nameKey?.startsWith(folded) === true ? 1 : 2 }))
    .sort(
      (left, right) =>
        left.rank - right.rank ||
        compareText(left.row.nameKey, right.row.nameKey) ||
        compareText(left.row.id, right.row.id),
    )
  return describeRows(
    reading,
    candidates.slice(0, limit).map(({ row }) => row),
  )
}

/** Nameless last. */
function compareText(left: string | null, right: string | null): number {
  if (left === right) return 0
  if (left === null) return 1
  if (right === null) return -1
  return left < right ? -1 : 1
}

/** What a scanned or typed code means: our code (of a merged record too), an identifier in any spelling, a working number. */
export async function resolveCode(reading: Reading, text: string): Promise<AnimalMatch[]> {
  const found = [
    ...(await byCode(reading, text)),
    ...(await byIdentifier(reading, text)),
    ...(await byNumber(reading, text)),
  ]
  const shorts = await describeShort(
    reading,
    found.map((match) => match.id),
  )
  const seen = new Set<string>()
  return found.flatMap(({ id, by, scheme }) => {
    const animal = shorts.get(id)
    if (animal === undefined || animal.hidden || animal.archived || seen.has(id)) return []
    seen.add(id)
    return [{ animal, by, scheme }]
  })
}

interface Found {
  readonly id: string
  readonly by: AnimalMatch['by']
  readonly scheme: string | null
}

async function byCode(reading: Reading, text: string): Promise<Found[]> {
  const { animal } = reading.tables
  const rows = await reading.db
    .select({ id: animal.id, mergedIntoId: animal.mergedIntoId })
    .from(animal)
    .where(eq(animal.code, normaliseCode(compactText(text))))
  const found: Found[] = []
  for (const row of rows)
    found.push({ id: row.mergedIntoId === null ? row.id : await survivorOf(reading, row.id), by: 'code', scheme: null })
  return found
}

async function byIdentifier(reading: Reading, text: string): Promise<Found[]> {
  const { animalIdentifier: table } = reading.tables
  const rows = await reading.db
    .select({ id: table.animalId, scheme: table.scheme })
    .from(table)
    .where(and(inArray(table.value, everySpelling(text)), isNull(table.removedOn), isNull(table.deletedAt)))
    .limit(50)
  return rows.map((row) => ({ ...row, by: 'identifier' }))
}

async function byNumber(reading: Reading, text: string): Promise<Found[]> {
  const { animalInternalNumber: table } = reading.tables
  const rows = await reading.db
    .select({ id: table.animalId })
    .from(table)
    .where(and(eq(table.number, cleanText(text)), isNull(table.endDate), isNull(table.deletedAt)))
    .limit(50)
  return rows.map((row) => ({ ...row, by: 'internal_number', scheme: null }))
}
