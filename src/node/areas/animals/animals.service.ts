/** Commands on animals themselves. Each takes the open change first and awaits nothing but the store. */
import { and, count, eq, isNotNull, isNull, or } from 'drizzle-orm'
import type { AnimalChanges, AnimalFields, AnimalRecord } from '../../../core/areas/animals/animals.model.ts'
import { parentKinds } from '../../../core/areas/animals/animals.parentage.ts'
import type { StatusFields } from '../../../core/areas/animals/animals.parts.model.ts'
import { canHoldRole } from '../../../core/areas/animals/animals.roles.ts'
import { derivedFields, refuseOwnFacts, refuseSexChange } from '../../../core/areas/animals/animals.rules.ts'
import { refuseIdentifier } from '../../../core/areas/animals/identity/identifier-schemes.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import { DomainError, type Refusal, refusal, refuseIf } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import type { CodeSource } from '../../runtime/code-source.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { Patch, Row } from '../../store/entities.ts'
import { latestDate, siteToday } from './animal-calendar.ts'
import { needsCalculation } from './animal-details.ts'
import type { DraftPlan, DraftPlanner } from './animal-drafts.ts'
import { loadCurrentRoles, loadIdentifiers, survivorOf } from './animal-parts.queries.ts'
import { answerRecord, getAnimal } from './animal-record.ts'
import { applyStatus, refuseStatus } from './animal-status.ts'
import { findTaken } from './identifier-checks.ts'
import { checkFamily } from './parentage-checks.ts'
import type { AnimalDraft } from './planned-animal.ts'

interface Dependencies {
  readonly codes: CodeSource
  readonly clock: Clock
  readonly planner: DraftPlanner
}

type WithRev = { readonly id: string; readonly rev?: number | undefined }

export function createAnimalsService({ codes, clock, planner }: Dependencies) {
  async function createMany(change: Change, drafts: readonly AnimalDraft[]): Promise<DraftPlan> {
    const plan = await planner.plan(change, drafts)
    for (const [index, animal] of plan.animals.entries()) {
      const [found] = animal.refusals
      if (found !== undefined) refuseIf(drafts.length === 1 ? found : { ...found, data: { ...found.data, row: index } })
    }
    await writePlan(change, codes, plan)
    return plan
  }

  return {
    /** Adds animals that may name each other as parents by their ids. Refuses all when one is refused, with its `row`. */
    createMany,

    async create(change: Change, input: AnimalFields): Promise<AnimalRecord> {
      const { animals } = await createMany(change, [input])
      const [planned] = animals
      if (planned === undefined) throw new Error('one draft gives one animal')
      return answerRecord(change, planned.row.id, clock, planned.warnings)
    },

    async update(change: Change, { id, rev, ...changes }: AnimalChanges & WithRev): Promise<AnimalRecord> {
      const before = await getAnimal(change, id)
      const patch = patchOf(before, changes)
      const warnings = await checkUpdate(change, before, { ...before, ...patch }, latestDate(clock.nowMs()))
      await change.update('animal', id, patch, rev === undefined ? {} : { expectedRev: rev })
      if (patch.sex === 'castrate' && before.sex === 'male') await endSireRole(change, before, patch, clock.nowMs())
      const record = await answerRecord(change, id, clock, warnings)
      return ancestryKinds.some((kind) => record[kind] !== before[kind])
        ? { ...record, ...afterNewAncestry(record) }
        : record
    },

    async changeStatus(change: Change, { id, rev, ...input }: StatusFields & WithRev): Promise<AnimalRecord> {
      const before = await getAnimal(change, id)
      const today = await siteToday(change, before.siteId, clock.nowMs())
      refuseIf(refuseStatus(before, input, today, latestDate(clock.nowMs())))
      await applyStatus(change, before, input, today, rev)
      return answerRecord(change, id, clock)
    },

    async archive(change: Change, { id, rev }: WithRev): Promise<{ id: string }> {
      await getAnimal(change, id)
      await change.remove('animal', id, rev === undefined ? {} : { expectedRev: rev })
      return { id }
    },

    async restore(change: Change, { id }: { id: string }): Promise<AnimalRecord> {
      await refuseRestore(change, id)
      await change.restore('animal', id)
      await followMerges(change, await getAnimal(change, id))
      return answerRecord(change, id, clock)
    },
  }
}

async function writePlan(change: Change, codes: CodeSource, { animals, parentsFirst }: DraftPlan): Promise<void> {
  const fresh = await codes.nextMany(change, 'AN', animals.length)
  const inOrder = parentsFirst.flatMap((index) => animals[index] ?? [])
  await change.insertMany(
    'animal',
    inOrder.map((animal, index) => ({ ...animal.row, code: fresh[index] as string })),
  )
  const identifiers = inOrder.flatMap((animal) => animal.identifiers)
  const roles = inOrder.flatMap((animal) => animal.roles)
  const numbers = inOrder.flatMap((animal) => animal.number ?? [])
  if (identifiers.length > 0) await change.insertMany('animalIdentifier', identifiers)
  if (roles.length > 0) await change.insertMany('animalRole', roles)
  if (numbers.length > 0) await change.insertMany('animalInternalNumber', numbers)
}

const ancestryKinds = ['sireId', 'damId', 'nuclearDonorId'] as const

/** F is marked when the command commits, after its answer was made up. */
function afterNewAncestry(record: AnimalRecord): Pick<AnimalRecord, 'inbreeding' | 'inbreedingStale'> {
  return needsCalculation(record)
    ? { inbreeding: record.inbreeding, inbreedingStale: true }
    : { inbreeding: 0, inbreedingStale: false }
}

/** The fields a change names, with those that are derived from them. */
export function patchOf(before: Row<'animal'>, changes: AnimalChanges): Patch<'animal'> {
  const { breeds, ...plain } = changes
  const patch: Patch<'animal'> = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
  if (breeds !== undefined || changes.name !== undefined) {
    const derived = derivedFields({
      name: changes.name === undefined ? before.name : changes.name,
      breeds: breeds ?? before.breeds,
    })
    Object.assign(patch, breeds === undefined ? { nameKey: derived.nameKey } : derived)
  }
  if (changes.birthDate === null) patch.birthDatePrecision = null
  else if (changes.birthDate !== undefined && changes.birthDatePrecision === undefined && before.birthDate === null)
    patch.birthDatePrecision = 'day'
  // An animal that is not castrated after all has no day of castration.
  if (
    changes.sex !== undefined &&
    changes.sex !== 'castrate' &&
    changes.castratedOn === undefined &&
    before.castratedOn !== null
  )
    patch.castratedOn = null
  return patch
}

/** Refuses what the row would be in itself, with its family, roles and identifiers; gives what is only unlikely. */
export async function checkUpdate(
  reading: Reading,
  before: Row<'animal'>,
  after: Row<'animal'>,
  latest: string,
): Promise<readonly Refusal[]> {
  const found = await findRefusal(reading, before, after, latest)
  refuseIf(found.refusal)
  return found.warnings
}

export async function findRefusal(
  reading: Reading,
  before: Row<'animal'>,
  after: Row<'animal'>,
  latest: string,
): Promise<{ refusal: Refusal | null; warnings: readonly Refusal[] }> {
  const own = refuseOwnFacts(after, latest) ?? (await refuseReferences(reading, before, after))
  if (own !== null) return { refusal: own, warnings: [] }
  const sexOrSpecies =
    before.sex === after.sex && before.species === after.species ? null : await refuseKind(reading, before, after)
  return sexOrSpecies !== null ? { refusal: sexOrSpecies, warnings: [] } : checkFamily(reading, before, after)
}

async function refuseReferences(
  reading: Reading,
  before: Row<'animal'>,
  after: Row<'animal'>,
): Promise<Refusal | null> {
  const { site, customer } = reading.tables
  if (before.siteId !== after.siteId) {
    const rows = await reading.db
      .select({ id: site.id })
      .from(site)
      .where(and(eq(site.id, after.siteId), isNull(site.deletedAt)))
    if (rows.length === 0) return refusal('not_found', { entity: 'site', id: after.siteId }, 'siteId')
  }
  if (before.ownerCustomerId !== after.ownerCustomerId && after.ownerCustomerId !== null) {
    const rows = await reading.db
      .select({ id: customer.id })
      .from(customer)
      .where(and(eq(customer.id, after.ownerCustomerId), isNull(customer.deletedAt)))
    if (rows.length === 0)
      return refusal('not_found', { entity: 'customer', id: after.ownerCustomerId }, 'ownerCustomerId')
  }
  return null
}

/** Sex and species hang together with offspring, roles and the numbers that name them. */
async function refuseKind(reading: Reading, before: Row<'animal'>, after: Row<'animal'>): Promise<Refusal | null> {
  const { animal } = reading.tables
  const countOf = async (condition: ReturnType<typeof eq> | undefined) => {
    const rows = await reading.db
      .select({ n: count() })
      .from(animal)
      .where(and(condition, isNull(animal.deletedAt)))
    return Number(rows[0]?.n ?? 0)
  }
  if (before.sex !== after.sex) {
    const bonds = {
      offspringAsSire: await countOf(eq(animal.sireId, after.id)),
      offspringAsDam: await countOf(or(eq(animal.damId, after.id), eq(animal.gestationalDamId, after.id))),
    }
    const bound = refuseSexChange(after.sex, bonds)
    if (bound !== null) return bound
    const roles = (await loadCurrentRoles(reading, [after.id], '9999-12-31')).get(after.id) ?? []
    const held = roles.find((role) => !canHoldRole(role.role, after.sex))
    if (held !== undefined) return refusal('sex_has_role', { sex: after.sex, role: held.role }, 'sex')
  }
  const identifiers = (await loadIdentifiers(reading, [after.id])).get(after.id) ?? []
  for (const { scheme, value } of identifiers) {
    const found = refuseIdentifier(scheme, value, { species: after.species, sex: after.sex, allowUnlistedBreed: true })
    if (found !== null) return { ...found, field: before.species === after.species ? 'sex' : 'species' }
  }
  return null
}

/** A castrate sires no more: the open role ends on the day of castration, or today when that is not known. */
async function endSireRole(
  change: Change,
  before: Row<'animal'>,
  patch: Patch<'animal'>,
  nowMs: number,
): Promise<void> {
  const today = await siteToday(change, before.siteId, nowMs)
  const open =
    (await loadCurrentRoles(change, [before.id], today)).get(before.id)?.filter((role) => role.role === 'sire') ?? []
  const castratedOn = patch.castratedOn ?? before.castratedOn ?? today
  for (const role of open) {
    await change.update(
      'animalRole',
      role.id,
      { endDate: castratedOn < role.startDate ? role.startDate : castratedOn },
      { expectedRev: role.rev },
    )
  }
}

/** Parents that were merged into others while the animal was laid aside are named by the records that carry on. */
async function followMerges(change: Change, row: Row<'animal'>): Promise<void> {
  const patch: Patch<'animal'> = {}
  for (const kind of parentKinds) {
    const id = row[kind]
    if (id !== null) patch[kind] = await survivorOf(change, id)
  }
  await change.update('animal', row.id, patch, { expectedRev: row.rev })
}

async function refuseRestore(change: Change, id: string): Promise<void> {
  const { animal } = change.tables
  const [gone] = await change.db
    .select()
    .from(animal)
    .where(and(eq(animal.id, id), isNotNull(animal.deletedAt)))
  if (gone === undefined) {
    await getAnimal(change, id)
    return
  }
  // Its offspring and parts belong to the other record by now: only undoing the merge brings it back whole.
  if (gone.mergedIntoId !== null) throw new DomainError('animal_merged', { id, mergedIntoId: gone.mergedIntoId })
  const identifiers = (await loadIdentifiers(change, [id])).get(id) ?? []
  const taken = await findTaken(change, identifiers)
  refuseIf(taken.find((finding) => finding.refusal !== null)?.refusal ?? null)
}
