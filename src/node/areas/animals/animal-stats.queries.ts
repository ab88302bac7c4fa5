/** Counts of animals, by SQL alone: a million rows never leave the database. */
import { and, count, desc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Clock } from '../../../core/kernel/clock.ts'
import { ageClasses, bornForAge, inbreedingClasses } from '../../../core/areas/animals/animals.age.ts'
import type { animalSelectionQuery } from '../../../core/areas/animals/animals.fields.ts'
import type { AnimalStats } from '../../../core/areas/animals/animals.parts.model.ts'
import { keptStatuses } from '../../../core/areas/animals/animals.status.ts'
import type { Reading } from '../../runtime/reading.ts'
import { listCondition } from '../../store/list-query.ts'
import { utcDate } from './animal-calendar.ts'
import { type AnimalListSpec, visibleAnimals } from './animal-list.ts'

type Counted = { key: string | null; count: number }[]

const shownBreeds = 30

/** Counts the animals of a list; without a filter on it, references are left to their own count. */
export async function countAnimals(reading: Reading, list: AnimalListSpec, clock: Clock, input: z.infer<typeof animalSelectionQuery>): Promise<AnimalStats> {
  const { animal } = reading.tables
  const { q, where, ...filters } = input
  const scope = reading.scope('animals.read')
  const visible = and(await listCondition(reading, list, { q, where, filters }, scope), ...visibleAnimals(reading, scope))
  const herd = input.isReference === undefined ? and(visible, eq(animal.isReference, false)) : visible
  const today = utcDate(clock.nowMs())
  return {
    total: await countWhere(reading, herd),
    references: await countWhere(reading, and(visible, eq(animal.isReference, true))),
    bySpecies: await countBy(reading, animal.species, herd),
    bySex: await countBy(reading, animal.sex, herd),
    byStatus: await countBy(reading, animal.status, herd),
    byBreed: (await countBy(reading, animal.mainBreed, herd)).slice(0, shownBreeds),
    byRole: await countRoles(reading, herd, today),
    byAgeClass: await countBy(reading, ageClass(animal.birthDate, today), and(herd, inArray(animal.status, [...keptStatuses]))),
    byInbreedingClass: await countInbreeding(reading, herd),
    withBothParents: await countWhere(reading, and(herd, isNotNull(animal.sireId), isNotNull(animal.damId))),
  }
}

async function countWhere(reading: Reading, where: SQL | undefined): Promise<number> {
  const rows = await reading.db.select({ n: count() }).from(reading.tables.animal).where(where)
  return Number(rows[0]?.n ?? 0)
}

async function countBy(reading: Reading, key: SQL | Parameters<typeof isNull>[0], where: SQL | undefined): Promise<Counted> {
  const { animal } = reading.tables
  const rows = await reading.db
    .select({ key: sql<string | null>`${key}`, count: count() })
    .from(animal)
    .where(where)
    // By position: an expression with bound values is not recognised as the same one on PostgreSQL.
    .groupBy(sql`1`)
    .orderBy(desc(sql`2`), sql`1`)
  return rows.map((row) => ({ key: row.key, count: Number(row.count) }))
}

function ageClass(birthDate: Parameters<typeof isNull>[0], today: string): SQL {
  const cases = ageClasses.map(({ code, toMonths }) =>
    toMonths === null ? sql`when ${birthDate} is not null then ${sql.raw(`'${code}'`)}` : sql`when ${birthDate} > ${bornForAge(today, toMonths)} then ${sql.raw(`'${code}'`)}`,
  )
  return sql`case ${sql.join(cases, sql` `)} end`
}

async function countRoles(reading: Reading, herd: SQL | undefined, today: string): Promise<Counted> {
  const { animalRole: table, animal } = reading.tables
  const rows = await reading.db
    .select({ key: table.role, count: sql<number>`count(distinct ${table.animalId})` })
    .from(table)
    .innerJoin(animal, eq(animal.id, table.animalId))
    .where(and(herd, isNull(table.deletedAt), lte(table.startDate, today), or(isNull(table.endDate), gt(table.endDate, today))))
    .groupBy(table.role)
  return rows.map((row) => ({ key: row.key, count: Number(row.count) })).sort((left, right) => right.count - left.count)
}

/** Classes of F; an animal without a row has none, one that was never calculated counts under null. */
async function countInbreeding(reading: Reading, herd: SQL | undefined): Promise<Counted> {
  const { animalInbreeding: table, animal } = reading.tables
  const cases = inbreedingClasses.flatMap(({ code, upTo }) => (upTo === null ? [] : [sql`when ${table.coefficient} <= ${sql.raw(String(upTo))} then ${sql.raw(`'${code}'`)}`]))
  const open = inbreedingClasses.find(({ upTo }) => upTo === null)?.code ?? ''
  const rows = await reading.db
    .select({
      key: sql<string | null>`case when ${table.animalId} is null then 'none' when ${table.coefficient} is null then null ${sql.join(cases, sql` `)} else ${sql.raw(`'${open}'`)} end`,
      count: count(),
    })
    .from(animal)
    .leftJoin(table, eq(table.animalId, animal.id))
    .where(herd)
    .groupBy(sql`1`)
  return rows.map((row) => ({ key: row.key, count: Number(row.count) })).sort((left, right) => right.count - left.count)
}
