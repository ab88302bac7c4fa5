/** Finds records that may be one animal: a shared identifier, or the same name, birth date and species. */
import { type AnyColumn, and, count, eq, gt, inArray, isNotNull, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { AnimalFields } from '../../../core/areas/animals/animals.model.ts'
import type { DuplicateGroup } from '../../../core/areas/animals/animals.parts.model.ts'
import { nameKeyOf } from '../../../core/areas/animals/animals.rules.ts'
import { printIdentifier } from '../../../core/areas/animals/identity/identifier-schemes.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { Row } from '../../store/entities.ts'
import { describeRows, mayRead } from './animal-details.ts'
import { visibleAnimals } from './animal-list.ts'
import { loadAnimals, loadIdentifiers } from './animal-parts.queries.ts'
import { breathe } from './breathe.ts'
import { identityKey, normalised } from './identifier-checks.ts'
import { inChunks } from './in-chunks.ts'

interface Lookalike {
  readonly id?: string
  readonly nameKey: string | null
  readonly birthDate: string | null
  readonly species: Row<'animal'>['species']
  readonly sireId: string | null
  readonly identifiers: readonly Pick<Row<'animalIdentifier'>, 'scheme' | 'value'>[]
}

/** Groups of the whole register, the shared identifiers first. */
export async function findDuplicates(reading: Reading, limit: number): Promise<DuplicateGroup[]> {
  const byIdentifier = await sharedIdentifiers(reading, limit)
  const byName = byIdentifier.length >= limit ? [] : await sharedNames(reading, limit - byIdentifier.length)
  return [...byIdentifier, ...byName]
}

async function sharedIdentifiers(reading: Reading, limit: number): Promise<DuplicateGroup[]> {
  const { animalIdentifier: table } = reading.tables
  const onAnimals = and(isNull(table.removedOn), isNull(table.deletedAt))
  const groups: DuplicateGroup[] = []
  for await (const window of windowsOf(reading, table, table.value, onAnimals)) {
    const keys = await reading.db
      .select({ scheme: table.scheme, value: table.value })
      .from(table)
      .where(and(onAnimals, window))
      .groupBy(table.value, table.scheme)
      .having(gt(count(), 1))
    for (const { scheme, value } of keys) {
      if (groups.length === limit) return groups
      const rows = await carriersOf(reading, [{ scheme, value }])
      // Some are of records laid aside or at other sites; and one animal with a number twice is no duplicate.
      if (rows.length < 2) continue
      const shared = printIdentifier(scheme, value)
      groups.push({ reason: 'identifier', shared, animals: await describeRows(reading, rows) })
    }
  }
  return groups
}

async function sharedNames(reading: Reading, limit: number): Promise<DuplicateGroup[]> {
  const { animal } = reading.tables
  const visible = and(isNull(animal.deletedAt), ...visibleAnimals(reading, reading.scope('animals.read')))
  const groups: DuplicateGroup[] = []
  for await (const window of windowsOf(reading, animal, animal.nameKey, isNull(animal.deletedAt))) {
    const keys = await reading.db
      .select({ nameKey: animal.nameKey, birthDate: animal.birthDate, species: animal.species })
      .from(animal)
      .where(and(visible, window, isNotNull(animal.birthDate)))
      .groupBy(animal.nameKey, animal.birthDate, animal.species)
      .having(gt(count(), 1))
    for (const { nameKey, birthDate, species } of keys) {
      if (groups.length === limit) return groups
      if (nameKey === null || birthDate === null) continue
      const same = and(eq(animal.nameKey, nameKey), eq(animal.birthDate, birthDate), eq(animal.species, species))
      const rows = await reading.db.select().from(animal).where(and(visible, same)).limit(20)
      // Different recorded sires make them different animals that share a name.
      const sires = new Set(rows.map((row) => row.sireId).filter((id) => id !== null))
      if (sires.size > 1 && rows.length === sires.size) continue
      const shared = `${rows[0]?.name ?? nameKey}, ${birthDate}`
      groups.push({ reason: 'name_and_birth', shared, animals: await describeRows(reading, rows) })
    }
  }
  return groups
}

/** Rows grouped at a time: some ten milliseconds. */
const rowsPerWindow = 10_000

/** Cuts a table into windows by an indexed text, so that no one statement holds up a bench. Rows without it are in none. */
async function* windowsOf(
  reading: Reading,
  table: Reading['tables']['animal'] | Reading['tables']['animalIdentifier'],
  column: AnyColumn,
  where: SQL | undefined,
): AsyncGenerator<SQL | undefined> {
  for (let last = ''; ; ) {
    await breathe()
    const from = gt(column, last)
    const edge = await reading.db
      .select({ value: sql<string>`${column}` })
      // Either table; both have what is asked.
      .from(table as Reading['tables']['animal'])
      .where(and(where, from))
      .orderBy(sql`${column}`)
      .offset(rowsPerWindow - 1)
      .limit(1)
    const to = edge[0]?.value
    yield to === undefined ? from : and(from, lte(column, to))
    if (to === undefined) return
    last = to
  }
}

/** Records that may be the given animal. */
export async function findDuplicatesOf(reading: Reading, row: Row<'animal'>): Promise<DuplicateGroup[]> {
  const identifiers = (await loadIdentifiers(reading, [row.id])).get(row.id) ?? []
  return findLookalikes(reading, { ...row, identifiers })
}

/** Records that may be the animal somebody is about to add. */
export async function findDuplicatesOfDraft(reading: Reading, draft: AnimalFields): Promise<DuplicateGroup[]> {
  return findLookalikes(reading, {
    nameKey: nameKeyOf(draft.name ?? null),
    birthDate: draft.birthDate ?? null,
    species: draft.species,
    sireId: draft.sireId ?? null,
    identifiers: draft.identifiers.map(normalised),
  })
}

async function findLookalikes(reading: Reading, wanted: Lookalike): Promise<DuplicateGroup[]> {
  const groups: DuplicateGroup[] = []
  const other = (row: Row<'animal'>) => row.id !== wanted.id
  for (const identifier of wanted.identifiers) {
    const rows = (await carriersOf(reading, [identifier])).filter(other)
    if (rows.length > 0)
      groups.push({
        reason: 'identifier',
        shared: printIdentifier(identifier.scheme, identifier.value),
        animals: await describeRows(reading, rows),
      })
  }
  const named = await namesakes(reading, wanted)
  if (named.length > 0)
    groups.push({
      reason: 'name_and_birth',
      shared: [named[0]?.name, wanted.birthDate].filter(Boolean).join(', '),
      animals: await describeRows(reading, named),
    })
  return groups
}

/** Same name and species; born the same day, or one of the two days unknown; the same sire, or one of the two unknown. */
async function namesakes(
  reading: Reading,
  { id, nameKey, birthDate, species, sireId }: Lookalike,
): Promise<Row<'animal'>[]> {
  if (nameKey === null) return []
  const { animal } = reading.tables
  const sameOrUnknown = (
    column: typeof animal.birthDate | typeof animal.sireId,
    value: string | null,
  ): SQL | undefined => (value === null ? undefined : or(eq(column, value), isNull(column)))
  return reading.db
    .select()
    .from(animal)
    .where(
      and(
        isNull(animal.deletedAt),
        ...visibleAnimals(reading, reading.scope('animals.read')),
        eq(animal.nameKey, nameKey),
        eq(animal.species, species),
        sameOrUnknown(animal.birthDate, birthDate),
        sameOrUnknown(animal.sireId, sireId),
        id === undefined ? undefined : ne(animal.id, id),
      ),
    )
    .limit(20)
}

/** Living, visible animals that carry one of the identifiers. */
export async function carriersOf(
  reading: Reading,
  identifiers: readonly Pick<Row<'animalIdentifier'>, 'scheme' | 'value'>[],
): Promise<Row<'animal'>[]> {
  const { animalIdentifier: table } = reading.tables
  const keys = new Set(identifiers.map(({ scheme, value }) => identityKey(scheme, value)))
  const found = await inChunks(
    identifiers.map(({ value }) => value),
    (some) =>
      reading.db
        .select()
        .from(table)
        .where(and(inArray(table.value, some), isNull(table.removedOn), isNull(table.deletedAt))),
  )
  const ids = found.filter((row) => keys.has(identityKey(row.scheme, row.value))).map((row) => row.animalId)
  return [...(await loadAnimals(reading, ids)).values()].filter(
    (row) => row.deletedAt === null && mayRead(reading, row),
  )
}
