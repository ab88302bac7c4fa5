/** Reads what hangs on many animals at once: one statement per kind of part, never one per animal. */
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { isCurrentOn } from '../../../core/areas/animals/animals.roles.ts'
import type { CalendarDate } from '../../../core/kernel/clock.ts'
import type { ReadTx } from '../../store/engine.ts'
import type { Row } from '../../store/entities.ts'
import { inChunks } from './in-chunks.ts'

type Tx = Pick<ReadTx, 'db' | 'tables' | 'raw'>

/** Animals by id, those laid aside too: they stay ancestors. */
export async function loadAnimals(tx: Tx, ids: Iterable<string>): Promise<Map<string, Row<'animal'>>> {
  const { animal } = tx.tables
  const rows = await inChunks(ids, (some) => tx.db.select().from(animal).where(inArray(animal.id, some)))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Current working number by animal. */
export async function loadCurrentNumbers(tx: Tx, ids: Iterable<string>): Promise<Map<string, string>> {
  const { animalInternalNumber: table } = tx.tables
  const rows = await inChunks(ids, (some) =>
    tx.db
      .select({ animalId: table.animalId, number: table.number })
      .from(table)
      .where(and(inArray(table.animalId, some), isNull(table.endDate), isNull(table.deletedAt))),
  )
  return new Map(rows.map((row) => [row.animalId, row.number]))
}

/** Identifiers by animal in their order; removed ones only when asked for, then last. */
export async function loadIdentifiers(
  tx: Tx,
  ids: Iterable<string>,
  withRemoved = false,
): Promise<Map<string, Row<'animalIdentifier'>[]>> {
  const { animalIdentifier: table } = tx.tables
  const rows = await inChunks(ids, (some) =>
    tx.db
      .select()
      .from(table)
      .where(
        and(inArray(table.animalId, some), isNull(table.deletedAt), withRemoved ? undefined : isNull(table.removedOn)),
      )
      .orderBy(asc(table.position), asc(table.id)),
  )
  const sorted = withRemoved
    ? [...rows].sort((left, right) => Number(left.removedOn !== null) - Number(right.removedOn !== null))
    : rows
  return Map.groupBy(sorted, (row) => row.animalId)
}

/** Roles held on the day, by animal. */
export async function loadCurrentRoles(
  tx: Tx,
  ids: Iterable<string>,
  day: CalendarDate,
): Promise<Map<string, Row<'animalRole'>[]>> {
  const { animalRole: table } = tx.tables
  const rows = await inChunks(ids, (some) =>
    tx.db
      .select()
      .from(table)
      .where(and(inArray(table.animalId, some), isNull(table.deletedAt)))
      .orderBy(asc(table.startDate), asc(table.id)),
  )
  return Map.groupBy(
    rows.filter((row) => isCurrentOn(row, day)),
    (row) => row.animalId,
  )
}

export interface InbreedingFact {
  readonly coefficient: number | null
  readonly stale: boolean
  /** No row: a parent is unknown, and F is 0 without calculation. */
  readonly absent: boolean
}

const founder: InbreedingFact = { coefficient: 0, stale: false, absent: true }

/** F by animal. One without a row has a parent unknown: its F is 0. */
export async function loadInbreeding(
  tx: Tx,
  ids: Iterable<string>,
  pause?: () => Promise<void>,
): Promise<(id: string) => InbreedingFact> {
  const { animalInbreeding: table } = tx.tables
  const columns = { animalId: table.animalId, coefficient: table.coefficient, stale: table.stale }
  const rows = await inChunks(
    ids,
    (some) => tx.db.select(columns).from(table).where(inArray(table.animalId, some)),
    pause,
  )
  const byId = new Map(
    rows.map((row) => [row.animalId, { coefficient: row.coefficient, stale: row.stale, absent: false }]),
  )
  return (id) => byId.get(id) ?? founder
}

/** Which of the animals have changes that HQ has not confirmed. */
export async function loadWaiting(tx: Tx, ids: Iterable<string>): Promise<Set<string>> {
  const { changeEntry, changeSet } = tx.tables
  const rows = await inChunks(ids, (some) =>
    tx.db
      .selectDistinct({ id: changeEntry.rootId })
      .from(changeEntry)
      .innerJoin(changeSet, and(eq(changeSet.device, changeEntry.device), eq(changeSet.seq, changeEntry.seq)))
      .where(
        and(
          eq(changeEntry.rootEntity, 'animal'),
          inArray(changeEntry.rootId, some),
          inArray(changeSet.state, ['pending', 'sent']),
        ),
      ),
  )
  return new Set(rows.map((row) => row.id))
}

/** Names of customers by id. */
export async function loadCustomerNames(
  tx: Tx,
  ids: Iterable<string>,
): Promise<Map<string, { id: string; code: string; name: string }>> {
  const { customer } = tx.tables
  const rows = await inChunks(ids, (some) =>
    tx.db
      .select({ id: customer.id, code: customer.code, name: customer.name })
      .from(customer)
      .where(inArray(customer.id, some)),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Ids of an animal and of every record that was merged into it, directly or by way of another. */
export async function familyOfRecord(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.raw<{ id: string }>(sql`
    with recursive merged(id) as (
      select id from animal where id = ${id}
      union
      select animal.id from animal join merged on animal.merged_into_id = merged.id
    ) select id from merged`)
  return rows.map((row) => row.id)
}

/** The record that carries on for one that was merged away; the id itself when it was not. */
export async function survivorOf(tx: Tx, id: string): Promise<string> {
  const rows = await tx.raw<{ id: string }>(sql`
    with recursive chain(id, next) as (
      select id, merged_into_id from animal where id = ${id}
      union
      select animal.id, animal.merged_into_id from animal join chain on animal.id = chain.next
    ) select id from chain where next is null`)
  return rows[0]?.id ?? id
}

/** Measurements of one animal, newest first, with those of records merged into it. */
export async function loadMeasurements(tx: Tx, animalId: string): Promise<Row<'animalMeasurement'>[]> {
  const { animalMeasurement: table } = tx.tables
  const ids = await familyOfRecord(tx, animalId)
  const rows = await inChunks(ids, (some) =>
    tx.db.select().from(table).where(inArray(table.animalId, some)).orderBy(desc(table.measuredAt), desc(table.id)),
  )
  return ids.length === 1
    ? rows
    : [...rows].sort((left, right) =>
        left.measuredAt < right.measuredAt || (left.measuredAt === right.measuredAt && left.id < right.id) ? 1 : -1,
      )
}
