/** Checks of parents against the register: that they exist and may be seen, can be parents, and close no loop. */
import { and, eq, isNull, lte, or } from 'drizzle-orm'
import {
  doubtParents,
  namedAnimal,
  type ParentKind,
  type Parents,
  parentKinds,
  type Relative,
  refuseParents,
} from '../../../core/areas/animals/animals.parentage.ts'
import { type Refusal, refusal } from '../../../core/kernel/refusal.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { Row } from '../../store/entities.ts'
import { mayRead } from './animal-details.ts'
import { loadAnimals } from './animal-parts.queries.ts'
import { hasDescendants, wayUp } from './pedigree-walk.ts'

export interface ParentageFinding {
  readonly refusal: Refusal | null
  readonly warnings: readonly Refusal[]
}

/** Where pedigrees loop only the genetic line counts; a recipient carries no genes. */
const geneticKinds: readonly ParentKind[] = ['sireId', 'damId', 'nuclearDonorId']

/** What of an animal itself decides whether its parents and offspring can be so. */
const ownFacts = ['species', 'sex', 'birthDate', 'birthDatePrecision'] as const

/** Checks what a change of an existing animal means for its parents and offspring. `after` is the row as it would be. */
export async function checkFamily(
  reading: Reading,
  before: Row<'animal'>,
  after: Row<'animal'>,
): Promise<ParentageFinding> {
  const changed = parentKinds.filter((kind) => before[kind] !== after[kind])
  if (changed.length === 0 && ownFacts.every((field) => before[field] === after[field]))
    return { refusal: null, warnings: [] }
  const parents = await loadParents(reading, after)
  const missing = changed.find((kind) => after[kind] !== null && (parents[kind] ?? null) === null)
  if (missing !== undefined)
    return { refusal: refusal('not_found', { entity: 'animal', id: after[missing] }, missing), warnings: [] }
  const found =
    refuseParents(after, parents) ??
    (await refuseLoop(reading, after, parents, changed)) ??
    (await refuseOffspring(reading, before, after))
  if (found !== null) return { refusal: found, warnings: [] }
  const relevant =
    before.birthDate !== after.birthDate
      ? parents
      : Object.fromEntries(changed.map((kind) => [kind, parents[kind] ?? null]))
  return {
    refusal: null,
    warnings: [...doubtParents(after, relevant), ...(await doubtOtherSide(reading, parents, changed))],
  }
}

async function loadParents(reading: Reading, row: Row<'animal'>): Promise<Parents> {
  const rows = await loadAnimals(
    reading,
    parentKinds.map((kind) => row[kind]).filter((id) => id !== null),
  )
  const visible = (id: string | null): Relative | null => {
    const parent = id === null ? undefined : rows.get(id)
    return parent === undefined || !mayBeNamed(reading, parent) ? null : parent
  }
  return Object.fromEntries(parentKinds.map((kind) => [kind, visible(row[kind])]))
}

/** Whether the caller may name the animal as a parent: it is not laid aside, and at their sites or a reference. */
export function mayBeNamed(reading: Reading, row: Row<'animal'>): boolean {
  return row.deletedAt === null && mayRead(reading, row)
}

async function refuseLoop(
  reading: Reading,
  row: Row<'animal'>,
  parents: Parents,
  changed: readonly ParentKind[],
): Promise<Refusal | null> {
  const kinds = geneticKinds.filter((kind) => changed.includes(kind))
  if (kinds.length === 0 || !(await hasDescendants(reading, row.id))) return null
  for (const kind of kinds) {
    const parent = parents[kind] ?? null
    if (parent === null) continue
    const way = await wayUp(reading, parent.id, row.id)
    if (way !== null)
      return refusal('pedigree_loop', { animals: await nameAll(reading, [row.id, ...way.slice(0, -1)]) }, kind)
  }
  return null
}

/** Names animals in the facts of a refusal, in order; those the caller may not see stay without code and name. */
export async function nameAll(
  reading: Reading,
  ids: readonly string[],
): Promise<{ id: string; code: string; name: string | null }[]> {
  const rows = await loadAnimals(reading, ids)
  return ids.map((id) => {
    const row = rows.get(id)
    return row === undefined || !mayRead(reading, row) ? { id, code: '', name: null } : namedAnimal(row)
  })
}

/** When birth date or species changed: offspring that the animal could no longer be a parent of. */
async function refuseOffspring(reading: Reading, before: Row<'animal'>, after: Row<'animal'>): Promise<Refusal | null> {
  const { animal } = reading.tables
  const own = or(eq(animal.sireId, after.id), eq(animal.damId, after.id))
  if (before.species !== after.species) {
    const [child] = await reading.db
      .select()
      .from(animal)
      .where(and(own, isNull(animal.deletedAt)))
      .limit(1)
    if (child !== undefined) return refusal('species_has_family', { animal: namedAnimal(child) }, 'species')
  }
  const dateChanged = before.birthDate !== after.birthDate || before.birthDatePrecision !== after.birthDatePrecision
  if (!dateChanged || after.birthDate === null) return null
  const older = await reading.db
    .select()
    .from(animal)
    // A date known to the year stands for its first day; a year more covers what it may mean.
    .where(
      and(own, isNull(animal.deletedAt), lte(animal.birthDate, `${Number(after.birthDate.slice(0, 4)) + 1}-12-31`)),
    )
    .orderBy(animal.birthDate)
    .limit(50)
  for (const child of older) {
    const found = refuseParents(child, child.sireId === after.id ? { sireId: after } : { damId: after })
    if (found?.code === 'parent_younger_than_offspring') return { ...found, field: 'birthDate' }
  }
  return null
}

/** An animal of unknown sex that others name as the other parent: one of the two is an error. */
async function doubtOtherSide(reading: Reading, parents: Parents, changed: readonly ParentKind[]): Promise<Refusal[]> {
  const { animal } = reading.tables
  const found: Refusal[] = []
  for (const kind of changed) {
    const parent = parents[kind] ?? null
    if (parent === null || parent.sex !== 'unknown' || (kind !== 'sireId' && kind !== 'damId')) continue
    const other = kind === 'sireId' ? animal.damId : animal.sireId
    const [child] = await reading.db
      .select()
      .from(animal)
      .where(and(eq(other, parent.id), isNull(animal.deletedAt)))
      .limit(1)
    if (child !== undefined)
      found.push(refusal('parent_on_both_sides', { parent: namedAnimal(parent), animal: namedAnimal(child) }, kind))
  }
  return found
}
