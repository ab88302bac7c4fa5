/** Turns animal rows into what screens and REST show: one line, a line of the grid, the whole record. */
import { and, count, eq, isNull, or } from 'drizzle-orm'
import { ageMonthsOn } from '../../../core/areas/animals/animals.age.ts'
import type { AnimalListItem, AnimalRecord, AnimalShort, Warning } from '../../../core/areas/animals/animals.model.ts'
import { identifierMarks, printIdentifier } from '../../../core/areas/animals/identity/identifier-schemes.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import { scopeReaches } from '../../../core/kernel/policy.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { Row } from '../../store/entities.ts'
import { siteToday, utcDate } from './animal-calendar.ts'
import { measurementRows, newestOfEachKind } from './animal-measurement-rows.ts'
import {
  familyOfRecord,
  type InbreedingFact,
  loadAnimals,
  loadCurrentNumbers,
  loadCurrentRoles,
  loadCustomerNames,
  loadIdentifiers,
  loadInbreeding,
  loadMeasurements,
  loadWaiting,
} from './animal-parts.queries.ts'

/** Whether the caller may see the animal: at their sites, or a reference, which belongs to everybody. */
export function mayRead(reading: Reading, row: Pick<Row<'animal'>, 'siteId' | 'isReference'>): boolean {
  return row.isReference || scopeReaches(reading.scope('animals.read'), row.siteId)
}

export function shortIdentifier({ scheme, value }: Pick<Row<'animalIdentifier'>, 'scheme' | 'value'>) {
  return { scheme, value, printed: printIdentifier(scheme, value) }
}

interface Surroundings {
  readonly numbers: Map<string, string>
  readonly identifiers: Map<string, Row<'animalIdentifier'>[]>
  readonly inbreeding: (id: string) => InbreedingFact
}

async function loadSurroundings(reading: Reading, ids: readonly string[]): Promise<Surroundings> {
  return {
    numbers: await loadCurrentNumbers(reading, ids),
    identifiers: await loadIdentifiers(reading, ids),
    inbreeding: await loadInbreeding(reading, ids),
  }
}

/** What is known of F. One that needs calculating and has no row yet was added a moment ago, in this very command. */
function inbreedingOf(row: Row<'animal'>, around: Surroundings): Pick<InbreedingFact, 'coefficient' | 'stale'> {
  const fact = around.inbreeding(row.id)
  return fact.absent && needsCalculation(row) ? { coefficient: null, stale: true } : fact
}

/** Whether F of an animal follows from its ancestry; otherwise a parent is unknown and it is 0. */
export function needsCalculation({
  sireId,
  damId,
  nuclearDonorId,
}: Pick<Row<'animal'>, 'sireId' | 'damId' | 'nuclearDonorId'>): boolean {
  return (sireId !== null && damId !== null) || nuclearDonorId !== null
}

function shortOf(reading: Reading, row: Row<'animal'>, around: Surroundings): AnimalShort {
  const hidden = !mayRead(reading, row)
  const [first] = around.identifiers.get(row.id) ?? []
  return {
    id: row.id,
    code: hidden ? '' : row.code,
    name: hidden ? null : row.name,
    species: row.species,
    sex: row.sex,
    birthDate: row.birthDate,
    birthDatePrecision: row.birthDatePrecision,
    mainBreed: row.mainBreed,
    status: row.status,
    isReference: row.isReference,
    siteId: row.siteId,
    internalNumber: hidden ? null : (around.numbers.get(row.id) ?? null),
    identifier: hidden || first === undefined ? null : shortIdentifier(first),
    inbreeding: inbreedingOf(row, around).coefficient,
    archived: row.deletedAt !== null,
    hidden,
  }
}

/** Animals in one line each, by id; what is laid aside or at other sites is marked, not left out. */
export async function describeShort(reading: Reading, ids: Iterable<string | null>): Promise<Map<string, AnimalShort>> {
  const wanted = [...ids].filter((id) => id !== null)
  const rows = await loadAnimals(reading, wanted)
  const around = await loadSurroundings(reading, [...rows.keys()])
  return new Map([...rows.values()].map((row) => [row.id, shortOf(reading, row, around)]))
}

/** Rows that were read already, in one line each and in their order. */
export async function describeRows(reading: Reading, rows: readonly Row<'animal'>[]): Promise<AnimalShort[]> {
  const around = await loadSurroundings(
    reading,
    rows.map((row) => row.id),
  )
  return rows.map((row) => shortOf(reading, row, around))
}

/** Lines of the grid for the rows of a page. */
export async function describeItems(
  reading: Reading,
  rows: readonly Row<'animal'>[],
  clock: Clock,
): Promise<AnimalListItem[]> {
  const today = utcDate(clock.nowMs())
  const ids = rows.map((row) => row.id)
  const parents = await loadAnimals(
    reading,
    rows.flatMap((row) => [row.sireId, row.damId]).filter((id) => id !== null),
  )
  const around = await loadSurroundings(reading, [...ids, ...parents.keys()])
  const roles = await loadCurrentRoles(reading, ids, today)
  const waiting = await loadWaiting(reading, ids)
  const owners = await loadCustomerNames(
    reading,
    rows.map((row) => row.ownerCustomerId).filter((id) => id !== null),
  )
  const parentOf = (id: string | null): AnimalShort | null => {
    const row = id === null ? undefined : parents.get(id)
    return row === undefined ? null : shortOf(reading, row, around)
  }
  return rows.map((row) => {
    const inbreeding = inbreedingOf(row, around)
    return {
      ...columnsOf(row),
      ageMonths: ageMonthsOn(row.birthDate, today, row.status === 'dead' ? row.statusDate : null),
      internalNumber: around.numbers.get(row.id) ?? null,
      identifiers: (around.identifiers.get(row.id) ?? []).map(shortIdentifier),
      roles: (roles.get(row.id) ?? []).map((held) => held.role),
      inbreeding: inbreeding.coefficient,
      inbreedingStale: inbreeding.stale,
      sire: parentOf(row.sireId),
      dam: parentOf(row.damId),
      ownerName: row.ownerCustomerId === null ? null : (owners.get(row.ownerCustomerId)?.name ?? null),
      waiting: waiting.has(row.id),
    }
  })
}

function columnsOf(row: Row<'animal'>) {
  const { deletedAt: _deletedAt, nameKey: _nameKey, mergedIntoId: _mergedIntoId, ...columns } = row
  return columns
}

/** The whole record of one animal. */
export async function describeRecord(
  reading: Reading,
  row: Row<'animal'>,
  clock: Clock,
  warnings: readonly Warning[] = [],
): Promise<AnimalRecord> {
  const [item] = await describeItems(reading, [row], clock)
  if (item === undefined) throw new Error('one row gives one item')
  const today = await siteToday(reading, row.siteId, clock.nowMs())
  const relatives = await describeShort(reading, [row.gestationalDamId, row.nuclearDonorId])
  const relative = (id: string | null) => (id === null ? null : (relatives.get(id) ?? null))
  const identifiers = (await loadIdentifiers(reading, [row.id], true)).get(row.id) ?? []
  const roles = (await loadCurrentRoles(reading, [row.id], today)).get(row.id) ?? []
  const owners = await loadCustomerNames(reading, row.ownerCustomerId === null ? [] : [row.ownerCustomerId])
  const merged = (await familyOfRecord(reading, row.id)).filter((id) => id !== row.id)
  const measurements = measurementRows(await loadMeasurements(reading, row.id))
  return {
    ...item,
    allIdentifiers: identifiers.map(describeIdentifier),
    currentRoles: roles.map((held) => ({ ...recordOf(held), current: true })),
    gestationalDam: relative(row.gestationalDamId),
    nuclearDonor: relative(row.nuclearDonorId),
    owner: row.ownerCustomerId === null ? null : (owners.get(row.ownerCustomerId) ?? null),
    latestMeasurements: newestOfEachKind(measurements),
    offspringCount: await countOffspring(reading, row.id),
    mergedFrom: [...(await loadAnimals(reading, merged)).values()].map(({ id, code }) => ({ id, code })),
    warnings: [...warnings],
  }
}

export function describeIdentifier(row: Row<'animalIdentifier'>) {
  return { ...recordOf(row), ...shortIdentifier(row), marks: [...identifierMarks(row.scheme, row.value)] }
}

/** A row without its tombstone column. */
export function recordOf<Stored extends { deletedAt: string | null }>(row: Stored): Omit<Stored, 'deletedAt'> {
  const { deletedAt: _deletedAt, ...rest } = row
  return rest
}

/** How many living records name the animal as a parent of any kind. */
export async function countOffspring(reading: Pick<Reading, 'db' | 'tables'>, id: string): Promise<number> {
  const { animal } = reading.tables
  const rows = await reading.db
    .select({ n: count() })
    .from(animal)
    .where(and(or(eq(animal.sireId, id), eq(animal.damId, id)), isNull(animal.deletedAt)))
  return Number(rows[0]?.n ?? 0)
}
