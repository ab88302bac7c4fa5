/** Reads of pedigree: the tree, relatives, and what relates two animals. */
import { and, count, desc, eq, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { AnimalShort } from '../../../core/areas/animals/animals.model.ts'
import { canCross, namedAnimal } from '../../../core/areas/animals/animals.parentage.ts'
import type {
  ancestor,
  mating,
  offspring,
  Relationship,
  siblings,
} from '../../../core/areas/animals/animals.pedigree.model.ts'
import { buildAncestorTree, generationOf } from '../../../core/areas/animals/pedigree/ancestor-tree.ts'
import {
  additiveRelationship,
  describeRelationship,
  expectedInbreeding,
} from '../../../core/areas/animals/pedigree/relationship.ts'
import { canBeDam, canBeSire } from '../../../core/areas/animals/species/sex.ts'
import type { ListAnswer } from '../../../core/kernel/listing.ts'
import { refusal, refuseIf } from '../../../core/kernel/refusal.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { Row } from '../../store/entities.ts'
import { describeRows, describeShort } from './animal-details.ts'
import { visibleAnimals } from './animal-list.ts'
import { getAnimal } from './animal-record.ts'
import { cursorAfter, type PageRequest, startOf } from './page-window.ts'
import { commonAncestorsBetween } from './pedigree-common.ts'
import { loadPedigree, requireNoLoop } from './pedigree-load.ts'
import { walkAncestors } from './pedigree-walk.ts'

type OneAnimal = { readonly id: string }

const mostSiblings = 200

/** Lists ancestors by generation, nearest first, with their places in the tree. */
export async function listAncestors(
  reading: Reading,
  { id, generations }: OneAnimal & { generations: number },
): Promise<{ items: z.input<typeof ancestor>[] }> {
  await getAnimal(reading, id)
  const { links } = await walkAncestors(reading, [id], { maximumGenerations: generations })
  const tree = buildAncestorTree(id, generations, (one) => {
    const link = links.get(one)
    return link === undefined ? null : { id: one, sire: link.sireId, dam: link.damId }
  })
  const slots = new Map<string, number[]>()
  for (const [slot, place] of tree.slots.entries()) {
    if (slot > 1 && place !== null) slots.set(place.id, [...(slots.get(place.id) ?? []), slot])
  }
  const shorts = await describeShort(reading, slots.keys())
  const items = [...slots].flatMap(([one, places]) => {
    const animal = shorts.get(one)
    return animal === undefined ? [] : [{ animal, slots: places, generation: generationOf(places[0] ?? 1) }]
  })
  return { items }
}

/** Lists offspring of any kind, youngest first. */
export async function listProgeny(
  reading: Reading,
  { id, ...page }: OneAnimal & PageRequest,
): Promise<ListAnswer<z.input<typeof offspring>>> {
  const parent = await getAnimal(reading, id)
  const { animal } = reading.tables
  const own = and(
    await parentCondition(reading, parent),
    isNull(animal.deletedAt),
    ...visibleAnimals(reading, reading.scope('animals.read')),
  )
  const rows = await reading.db
    .select()
    .from(animal)
    .where(own)
    .orderBy(sql`${animal.birthDate} desc nulls last`, desc(animal.id))
    .limit(page.limit)
    .offset(startOf(page))
  const [total] = await reading.db.select({ n: count() }).from(animal).where(own)
  const others = await describeShort(
    reading,
    rows.map((row) => otherParent(row, id)),
  )
  const shorts = await describeRows(reading, rows)
  const items = shorts.flatMap((short, index) => {
    const row = rows[index]
    return row === undefined
      ? []
      : [{ animal: short, as: roleOf(row, id), otherParent: others.get(otherParent(row, id) ?? '') ?? null }]
  })
  return { items, total: Number(total?.n ?? 0), nextCursor: cursorAfter(page, Number(total?.n ?? 0)) }
}

/** Only the columns in which the animal can stand, so that one index answers; clones and carried calves are rare. */
async function parentCondition(reading: Reading, { id, sex }: Row<'animal'>): Promise<SQL | undefined> {
  const { animal } = reading.tables
  const conditions: SQL[] = []
  if (canBeSire(sex)) conditions.push(eq(animal.sireId, id))
  if (!canBeSire(sex) || sex === 'unknown') conditions.push(eq(animal.damId, id))
  for (const column of [animal.gestationalDamId, animal.nuclearDonorId]) {
    const rows = await reading.db.select({ id: animal.id }).from(animal).where(eq(column, id)).limit(1)
    if (rows.length > 0) conditions.push(eq(column, id))
  }
  return or(...conditions)
}

function roleOf(row: Row<'animal'>, id: string): z.input<typeof offspring>['as'] {
  if (row.sireId === id) return 'sire'
  if (row.damId === id) return 'dam'
  return row.nuclearDonorId === id ? 'nuclear_donor' : 'gestational_dam'
}

function otherParent(row: Row<'animal'>, id: string): string | null {
  return row.sireId === id ? row.damId : row.sireId
}

/** Lists full and half siblings, oldest first. */
export async function listSiblings(reading: Reading, { id }: OneAnimal): Promise<z.input<typeof siblings>> {
  const { sireId, damId } = await getAnimal(reading, id)
  const { animal } = reading.tables
  const find = async (condition: SQL | undefined): Promise<AnimalShort[]> => {
    const rows = await reading.db
      .select()
      .from(animal)
      .where(
        and(
          condition,
          ne(animal.id, id),
          isNull(animal.deletedAt),
          ...visibleAnimals(reading, reading.scope('animals.read')),
        ),
      )
      .orderBy(sql`${animal.birthDate} asc nulls last`, animal.id)
      .limit(mostSiblings + 1)
    return describeRows(reading, rows)
  }
  const differs = (column: typeof animal.sireId | typeof animal.damId, value: string | null) =>
    value === null ? undefined : or(ne(column, value), isNull(column))
  const full =
    sireId === null || damId === null ? [] : await find(and(eq(animal.sireId, sireId), eq(animal.damId, damId)))
  const paternal = sireId === null ? [] : await find(and(eq(animal.sireId, sireId), differs(animal.damId, damId)))
  const maternal = damId === null ? [] : await find(and(eq(animal.damId, damId), differs(animal.sireId, sireId)))
  const lists = [full, paternal, maternal]
  return {
    full: full.slice(0, mostSiblings),
    paternal: paternal.slice(0, mostSiblings),
    maternal: maternal.slice(0, mostSiblings),
    complete: lists.every((list) => list.length <= mostSiblings),
  }
}

/** How two animals are related, and through whom. */
export async function relate(
  reading: Reading,
  { firstId, secondId }: { firstId: string; secondId: string },
): Promise<Relationship> {
  const rows = [await getAnimal(reading, firstId), await getAnimal(reading, secondId)]
  const loaded = await loadPedigree(reading, [firstId, secondId])
  await requireNoLoop(reading, loaded)
  const pair = describeRelationship(
    loaded.pedigree,
    loaded.positionOf(firstId),
    loaded.positionOf(secondId),
    loaded.knownF,
  )
  const [first, second] = await describeRows(reading, rows)
  if (first === undefined || second === undefined) throw new Error('two rows give two lines')
  const { ancestors } = await commonAncestorsBetween(reading, loaded, firstId, secondId)
  const { additive, coefficient, kinship, firstInbreeding, secondInbreeding } = pair
  return {
    first,
    second,
    additive,
    coefficient,
    kinship,
    firstInbreeding,
    secondInbreeding,
    commonAncestors: ancestors,
  }
}

/** F expected of the offspring of a mating, and through whom. */
export async function planMating(
  reading: Reading,
  { sireId, damId }: { sireId: string; damId: string },
): Promise<z.input<typeof mating>> {
  const sireRow = await getAnimal(reading, sireId)
  const damRow = await getAnimal(reading, damId)
  refuseIf(
    canBeSire(sireRow.sex)
      ? null
      : refusal('sire_not_male', { parent: namedAnimal(sireRow), sex: sireRow.sex }, 'sireId'),
  )
  refuseIf(
    canBeDam(damRow.sex) ? null : refusal('dam_not_female', { parent: namedAnimal(damRow), sex: damRow.sex }, 'damId'),
  )
  refuseIf(
    canCross(sireRow.species, damRow.species)
      ? null
      : refusal(
          'parent_other_species',
          { parent: namedAnimal(sireRow), species: damRow.species, parentSpecies: sireRow.species },
          'sireId',
        ),
  )
  const loaded = await loadPedigree(reading, [sireId, damId])
  await requireNoLoop(reading, loaded)
  const [sire, dam] = await describeRows(reading, [sireRow, damRow])
  if (sire === undefined || dam === undefined) throw new Error('two rows give two lines')
  const report = await commonAncestorsBetween(reading, loaded, sireId, damId)
  return { sire, dam, expectedInbreeding: report.inbreeding, commonAncestors: report.ancestors }
}

/** F expected of the offspring of one animal with each of several mates. */
export async function compareMatings(
  reading: Reading,
  { id, mateIds }: OneAnimal & { mateIds: readonly string[] },
): Promise<{ items: { mateId: string; expectedInbreeding: number }[] }> {
  for (const one of [id, ...mateIds]) await getAnimal(reading, one)
  const loaded = await loadPedigree(reading, [id, ...mateIds])
  await requireNoLoop(reading, loaded)
  const positions = mateIds.map((mate) => loaded.positionOf(mate))
  const values = expectedInbreeding(loaded.pedigree, loaded.positionOf(id), positions, loaded.knownF)
  return { items: mateIds.map((mateId, index) => ({ mateId, expectedInbreeding: values[index] as number })) }
}

/** F expected of the offspring of two animals; the caller has checked that they may be seen. */
export async function expectedInbreedingOf(reading: Reading, sireId: string, damId: string): Promise<number> {
  const loaded = await loadPedigree(reading, [sireId, damId])
  await requireNoLoop(reading, loaded)
  return additiveRelationship(loaded.pedigree, loaded.positionOf(sireId), loaded.positionOf(damId), loaded.knownF) / 2
}
