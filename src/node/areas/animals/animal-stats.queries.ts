/** Counts of animals, by SQL alone: a million rows never leave the database. */
import { and, count, desc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { ageClasses, bornForAge, inbreedingClasses } from '../../../core/areas/animals/animals.age.ts'
import type { animalSelectionQuery } from '../../../core/areas/animals/animals.fields.ts'
import type { AnimalStats } from '../../../core/areas/animals/animals.parts.model.ts'
import { keptStatuses } from '../../../core/areas/animals/animals.status.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import type { Reading } from '../../runtime/reading.ts'
import { listCondition } from '../../store/list-query.ts'
import { utcDate } from './animal-calendar.ts'
import { type AnimalListSpec, visibleAnimals } from './animal-list.ts'
import { breathe } from './breathe.ts'

type Counted = { key: string | null; count: number }[]

const shownBreeds = 30
/** Rows of F counted at a time: about 20 ms. */
const rowsPerCount = 10_000

/** Counts the animals of a list; without a filter on it, references are left to their own count. */
export async function countAnimals(
  reading: Reading,
  list: AnimalListSpec,
  clock: Clock,
  input: z.infer<typeof animalSelectionQuery>,
): Promise<AnimalStats> {
  const { animal } = reading.tables
  const { q, where, ...filters } = input
  const scope = reading.scope('animals.read')
  const visible = and(
    await listCondition(reading, list, { q, where, filters }, scope),
    ...visibleAnimals(reading, scope),
  )
  const herd = input.isReference === undefined ? and(visible, eq(animal.isReference, false)) : visible
  const today = utcDate(clock.nowMs())
  const total = await countWhere(reading, herd)
  // Each count holds the event loop of a bench for itself; before the next one others have their turn.
  return {
    total,
    references: await countWhere(reading, and(visible, eq(animal.isReference, true))),
    bySpecies: await countBy(reading, animal.species, herd),
    bySex: await countBy(reading, animal.sex, herd),
    byStatus: await countBy(reading, animal.status, herd),
    byBreed: (await countBy(reading, animal.mainBreed, herd)).slice(0, shownBreeds),
    byRole: await countRoles(reading, herd, today),
    byAgeClass: await countBy(
      reading,
      ageClass(animal.birthDate, today),
      and(herd, inArray(animal.status, [...keptStatuses])),
    ),
    byInbreedingClass: await countInbreeding(reading, herd, total),
    withBothParents: await countWhere(
      reading,
      and(checkedLast(reading, herd), isNotNull(animal.sireId), isNotNull(animal.damId)),
    ),
  }
}

async function countWhere(reading: Reading, where: SQL | undefined): Promise<number> {
  await breathe()
  const rows = await reading.db.select({ n: count() }).from(reading.tables.animal).where(where)
  return Number(rows[0]?.n ?? 0)
}

async function countBy(
  reading: Reading,
  key: SQL | Parameters<typeof isNull>[0],
  where: SQL | undefined,
): Promise<Counted> {
  const { animal } = reading.tables
  await breathe()
  const rows = await reading.db
    .select({ key: sql<string | null>`${key}`, count: count() })
    .from(animal)
    .where(where)
    // By position: an expression with bound values is not recognised as the same one on PostgreSQL.
    .groupBy(sql`1`)
    .orderBy(desc(sql`2`), sql`1`)
  return rows.map((row) => ({ key: row.key, count: Number(row.count) }))
}

/** Keeps SQLite from starting at the animals when it joins: the few rows of the other table decide which are looked at. */
function checkedLast(reading: Reading, herd: SQL | undefined): SQL | undefined {
  return herd === undefined || reading.dialect !== 'sqlite' ? herd : sql`+(${herd})`
}

function ageClass(birthDate: Parameters<typeof isNull>[0], today: string): SQL {
  const cases = ageClasses.map(({ code, toMonths }) =>
    toMonths === null
      ? sql`when ${birthDate} is not null then ${sql.raw(`'${code}'`)}`
      : sql`when ${birthDate} > ${bornForAge(today, toMonths)} then ${sql.raw(`'${code}'`)}`,
  )
  return sql`case ${sql.join(cases, sql` `)} end`
}

async function countRoles(reading: Reading, herd: SQL | undefined, today: string): Promise<Counted> {
  const { animalRole: table, animal } = reading.tables
  const rows = await reading.db
    .select({ key: table.role, count: sql<number>`count(distinct ${table.animalId})` })
    .from(table)
    .innerJoin(animal, eq(animal.id, table.animalId))
    .where(
      and(
        checkedLast(reading, herd),
        isNull(table.deletedAt),
        lte(table.startDate, today),
        or(isNull(table.endDate), gt(table.endDate, today)),
      ),
    )
    .groupBy(table.role)
  return rows.map((row) => ({ key: row.key, count: Number(row.count) })).sort((left, right) => right.count - left.count)
}

/**
 * Classes of F, some thousand animals at a time; one that was never calculated counts under null. Animals without a row
 * have a parent unknown and no inbreeding.
 */
async function countInbreeding(reading: Reading, herd: SQL | undefined, total: number): Promise<Counted> {
  const { animalInbreeding: table, animal } = reading.tables
  const cases = inbreedingClasses.flatMap(({ code, upTo }) =>
    upTo === null ? [] : [sql`when ${table.coefficient} <= ${sql.raw(String(upTo))} then ${sql.raw(`'${code}'`)}`],
  )
  const open = inbreedingClasses.find(({ upTo }) => upTo === null)?.code ?? ''
  const counted = new Map<string | null, number>()
  let last = ''
  for (;;) {
    await breathe()
    const from: SQL = gt(table.animalId, last)
    const window = await reading.db
      .select({ id: table.animalId })
      .from(table)
      .where(from)
      .orderBy(table.animalId)
      .offset(rowsPerCount - 1)
      .limit(1)
    const to = window[0]?.id
    const rows = await reading.db
      .select({
        key: sql<
          string | null
        >`case when ${table.coefficient} is null then null ${sql.join(cases, sql` `)} else ${sql.raw(`'${open}'`)} end`,
        count: count(),
      })
      .from(table)
      .innerJoin(animal, eq(animal.id, table.animalId))
      .where(and(from, to === undefined ? undefined : lte(table.animalId, to), checkedLast(reading, herd)))
      .groupBy(sql`1`)
    for (const row of rows) counted.set(row.key, (counted.get(row.key) ?? 0) + Number(row.count))
    if (to === undefined) break
    last = to
  }
  const withRow = [...counted.values()].reduce((sum, number) => sum + number, 0)
  counted.set('none', (counted.get('none') ?? 0) + total - withRow)
  return [...counted]
    .flatMap(([key, number]) => (number === 0 ? [] : [{ key, count: number }]))
    .sort((left, right) => right.count - left.count)
}
