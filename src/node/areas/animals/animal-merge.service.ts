/**
 * Makes two records of one animal into one. What hung on the record that is given up is re-pointed; measurements are a
 * ledger and stay where they are, the kept record reads them through `mergedIntoId`. The code given up still finds it.
 */
import { and, eq, isNull } from 'drizzle-orm'
import type { MergeableField } from '../../../core/areas/animals/animals.bulk.model.ts'
import { mergeableFields } from '../../../core/areas/animals/animals.bulk.model.ts'
import type { AnimalRecord } from '../../../core/areas/animals/animals.model.ts'
import { namedAnimal, parentKinds } from '../../../core/areas/animals/animals.parentage.ts'
import { overlaps } from '../../../core/areas/animals/animals.roles.ts'
import { derivedFields } from '../../../core/areas/animals/animals.rules.ts'
import { genotypicSexLetter } from '../../../core/areas/animals/species/sex.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import type { Patch, Row } from '../../store/entities.ts'
import { latestDate } from './animal-calendar.ts'
import { loadIdentifiers } from './animal-parts.queries.ts'
import { answerRecord, getAnimal } from './animal-record.ts'
import { checkUpdate } from './animals.service.ts'
import { identityKey } from './identifier-checks.ts'
import { nameAll } from './parentage-checks.ts'
import { wayUp } from './pedigree-walk.ts'

interface MergeInput {
  readonly id: string
  readonly otherId: string
  readonly take: readonly MergeableField[]
}

export function createAnimalMergeService({ clock }: { clock: Clock }) {
  return {
    async merge(change: Change, { id, otherId, take }: MergeInput): Promise<AnimalRecord> {
      if (id === otherId) throw new DomainError('merge_same', { id })
      const kept = await getAnimal(change, id)
      const other = await getAnimal(change, otherId)
      await refuseMerge(change, kept, other)
      const patch = mergedFields(kept, other, take)
      await moveOffspring(change, kept, other)
      await moveParts(change, kept, other)
      const warnings = await checkUpdate(change, kept, { ...kept, ...patch }, latestDate(clock.nowMs()))
      await change.update('animal', id, patch, { expectedRev: kept.rev })
      const given = await change.update('animal', otherId, { mergedIntoId: id }, { expectedRev: other.rev })
      await change.remove('animal', otherId, { expectedRev: given.rev })
      return answerRecord(change, id, clock, warnings)
    },
  }
}

async function refuseMerge(change: Change, kept: Row<'animal'>, other: Row<'animal'>): Promise<void> {
  const animals = { kept: namedAnimal(kept), other: namedAnimal(other) }
  if (kept.species !== other.species)
    throw new DomainError('merge_other_species', { ...animals, species: kept.species, otherSpecies: other.species })
  const [own, others] = [genotypicSexLetter(kept.sex), genotypicSexLetter(other.sex)]
  if (own !== null && others !== null && own !== others)
    throw new DomainError('merge_other_sex', { ...animals, sex: kept.sex, otherSex: other.sex })
  // One is an ancestor of the other: as one record they would stand in their own pedigree.
  const way = (await wayUp(change, kept.id, other.id)) ?? (await wayUp(change, other.id, kept.id))
  if (way !== null) throw new DomainError('merge_relatives', { ...animals, animals: await nameAll(change, way) })
}

/** Fields taken on purpose, and those the kept record does not have. */
function mergedFields(kept: Row<'animal'>, other: Row<'animal'>, take: readonly MergeableField[]): Patch<'animal'> {
  const patch: Patch<'animal'> = {}
  for (const field of mergeableFields) {
    if (!take.includes(field) && !isUnknown(kept[field])) continue
    if (isUnknown(other[field])) continue
    Object.assign(patch, { [field]: other[field] })
    if (field === 'birthDate') patch.birthDatePrecision = other.birthDatePrecision
    if (field === 'status')
      Object.assign(patch, {
        statusReason: other.statusReason,
        statusNote: other.statusNote,
        statusDate: other.statusDate,
      })
  }
  // The two were each other's parent on paper only when loops were refused already; a merged one never names itself.
  for (const kind of parentKinds) if (patch[kind] === kept.id) delete patch[kind]
  return { ...patch, ...derivedFields({ name: patch.name ?? kept.name, breeds: patch.breeds ?? kept.breeds }) }
}

function isUnknown(value: unknown): boolean {
  return value === null || value === 'unknown' || (Array.isArray(value) && value.length === 0)
}

async function moveOffspring(change: Change, kept: Row<'animal'>, other: Row<'animal'>): Promise<void> {
  const { animal } = change.tables
  for (const kind of parentKinds) {
    const rows = await change.db
      .select({ id: animal.id, rev: animal.rev })
      .from(animal)
      .where(and(eq(animal[kind], other.id), isNull(animal.deletedAt)))
    for (const row of rows) await change.update('animal', row.id, { [kind]: kept.id }, { expectedRev: row.rev })
  }
}

async function moveParts(change: Change, kept: Row<'animal'>, other: Row<'animal'>): Promise<void> {
  await moveIdentifiers(change, kept, other)
  await moveRoles(change, kept, other)
  await moveNumbers(change, kept, other)
  const { animalActivity, attachment } = change.tables
  const activities = await change.db
    .select()
    .from(animalActivity)
    .where(and(eq(animalActivity.animalId, other.id), isNull(animalActivity.deletedAt)))
  for (const row of activities)
    await change.update('animalActivity', row.id, { animalId: kept.id }, { expectedRev: row.rev })
  const files = await change.db
    .select()
    .from(attachment)
    .where(and(eq(attachment.ownerEntity, 'animal'), eq(attachment.ownerId, other.id), isNull(attachment.deletedAt)))
  for (const row of files) await change.update('attachment', row.id, { ownerId: kept.id }, { expectedRev: row.rev })
}

async function moveIdentifiers(change: Change, kept: Row<'animal'>, other: Row<'animal'>): Promise<void> {
  const own = (await loadIdentifiers(change, [kept.id], true)).get(kept.id) ?? []
  const theirs = (await loadIdentifiers(change, [other.id], true)).get(other.id) ?? []
  const known = new Set(own.map((row) => identityKey(row.scheme, row.value)))
  let position = own.reduce((last, row) => Math.max(last, row.position + 1), 0)
  for (const row of theirs) {
    if (known.has(identityKey(row.scheme, row.value))) {
      await change.remove('animalIdentifier', row.id, { expectedRev: row.rev })
      continue
    }
    await change.update('animalIdentifier', row.id, { animalId: kept.id, position }, { expectedRev: row.rev })
    position += 1
  }
}

/** Roles that would overlap a role the kept record has are its own already and are laid aside. */
async function moveRoles(change: Change, kept: Row<'animal'>, other: Row<'animal'>): Promise<void> {
  const { animalRole } = change.tables
  const rolesOf = (animalId: string) =>
    change.db
      .select()
      .from(animalRole)
      .where(and(eq(animalRole.animalId, animalId), isNull(animalRole.deletedAt)))
  const held = await rolesOf(kept.id)
  for (const row of await rolesOf(other.id)) {
    const doubled = held.some((own) => own.role === row.role && overlaps(own, row))
    if (doubled) await change.remove('animalRole', row.id, { expectedRev: row.rev })
    else await change.update('animalRole', row.id, { animalId: kept.id }, { expectedRev: row.rev })
  }
}

/** An animal has one current number: the kept record's own goes on, the other record's ends on the day of the merge. */
async function moveNumbers(change: Change, kept: Row<'animal'>, other: Row<'animal'>): Promise<void> {
  const { animalInternalNumber: table } = change.tables
  const numbersOf = (animalId: string) =>
    change.db
      .select()
      .from(table)
      .where(and(eq(table.animalId, animalId), isNull(table.deletedAt)))
  const hasCurrent = (await numbersOf(kept.id)).some((row) => row.endDate === null)
  const today = change.at.slice(0, 10)
  for (const row of await numbersOf(other.id)) {
    const endDate = row.endDate ?? (hasCurrent ? (today < row.startDate ? row.startDate : today) : null)
    await change.update('animalInternalNumber', row.id, { animalId: kept.id, endDate }, { expectedRev: row.rev })
  }
}
