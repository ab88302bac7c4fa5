/**
 * Works out what adding animals would write, and why some cannot be added. One animal typed by a person and ten thousand
 * from a file go through the same door. Drafts may name each other as parents by ids the caller minted.
 */

import {
  doubtParents,
  type ParentKind,
  type Parents,
  parentKinds,
  type Relative,
  refuseParents,
} from '../../../core/areas/animals/animals.parentage.ts'
import { type RolePeriod, refuseRole } from '../../../core/areas/animals/animals.roles.ts'
import { derivedFields, refuseOwnFacts } from '../../../core/areas/animals/animals.rules.ts'
import { refuseFirstStatus } from '../../../core/areas/animals/animals.status.ts'
import { cleanText } from '../../../core/areas/animals/identity/clean-text.ts'
import {
  type BreedComposition,
  compositionOfClone,
  compositionOfOffspring,
  refuseComposition,
} from '../../../core/areas/animals/species/breed-composition.ts'
import type { SpeciesCode } from '../../../core/areas/animals/species/species-code.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import { type Refusal, refusal } from '../../../core/kernel/refusal.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { NewRow } from '../../store/entities.ts'
import { latestDate, localDate } from './animal-calendar.ts'
import { checkAcrossAnimals } from './draft-batch-checks.ts'
import { type DraftContext, openDraftContext } from './draft-context.ts'
import { orderDrafts } from './draft-order.ts'
import { normalised, refuseForm, refuseRepeated } from './identifier-checks.ts'
import type { AnimalDraft, IdentifiedDraft, NewAnimalRow, PlannedAnimal } from './planned-animal.ts'

export interface DraftPlan {
  /** In the order of the drafts. */
  readonly animals: readonly PlannedAnimal[]
  /** Indexes with parents before offspring: the order to write in. */
  readonly parentsFirst: readonly number[]
}

export interface DraftPlanner {
  plan(reading: Reading, drafts: readonly AnimalDraft[]): Promise<DraftPlan>
}

/** A record holds at most this many breeds; smaller parts of a derived composition count as unknown. */
const mostBreeds = 16

export function createDraftPlanner({ clock, ids }: { clock: Clock; ids: Ids }): DraftPlanner {
  return {
    async plan(reading, given) {
      const drafts: IdentifiedDraft[] = given.map((draft) => ({ ...draft, id: draft.id ?? ids.next() }))
      const context = await openDraftContext(reading, drafts, clock.nowMs())
      const { order, loops } = orderDrafts(drafts)
      const planned: PlannedAnimal[] = []
      for (const index of order) planned[index] = planOne(context, drafts[index] as IdentifiedDraft)
      const across = await checkAcrossAnimals(reading, planned)
      for (const loop of loops) {
        const animals = loop.map((index) => ({ id: drafts[index]?.id, code: '', name: drafts[index]?.name ?? null }))
        for (const index of loop) across[index]?.refusals.push(refusal('pedigree_loop', { animals }, 'sireId'))
      }
      const animals = planned.map((animal, index) => ({
        ...animal,
        refusals: [...animal.refusals, ...(across[index]?.refusals ?? [])],
        warnings: [...animal.warnings, ...(across[index]?.warnings ?? [])],
      }))
      return { animals, parentsFirst: order }
    },
  }
}

function planOne(context: DraftContext, draft: IdentifiedDraft): PlannedAnimal {
  const refusals: (Refusal | null)[] = []
  const siteId = draft.siteId ?? context.defaultSite
  const zone = siteId === null ? undefined : context.zones.get(siteId)
  if (siteId === null) refusals.push(refusal('site_required', {}, 'siteId'))
  else if (zone === undefined) refusals.push(refusal('not_found', { entity: 'site', id: siteId }, 'siteId'))
  const owner = draft.ownerCustomerId ?? null
  if (owner !== null && !context.owners.has(owner))
    refusals.push(refusal('not_found', { entity: 'customer', id: owner }, 'ownerCustomerId'))

  const latest = latestDate(context.nowMs)
  const { parentIds, parents, missing } = findParents(context, draft)
  refusals.push(...missing.map((kind) => refusal('not_found', { entity: 'animal', id: parentIds[kind] }, kind)))
  const breeds = draft.breeds ?? inheritedBreeds(context, draft.species, parentIds)
  const row = rowOf(draft, parentIds, breeds, siteId ?? '')
  const relative: Relative = {
    ...row,
    code: '',
    name: row.name ?? null,
    birthDate: row.birthDate ?? null,
    birthDatePrecision: row.birthDatePrecision ?? null,
    statusDate: row.statusDate ?? null,
  }
  context.known.set(draft.id, { relative, breeds, parents: parentIds })
  refusals.push(
    refuseOwnFacts({ ...relative, castratedOn: draft.castratedOn ?? null, breeds }, latest),
    refuseFirstStatus(statusOf(draft, latest)),
    refuseParents(relative, parents),
  )
  const today = localDate(context.nowMs, zone ?? 'UTC')
  const roles = planRoles(relative, draft, today, latest, refusals)
  const identifiers = planIdentifiers(draft, refusals)
  return {
    row,
    identifiers,
    roles,
    number: planNumber(draft, today, latest, refusals),
    refusals: refusals.filter((found) => found !== null),
    warnings: doubtParents(relative, parents),
  }
}

interface FoundParents {
  readonly parentIds: Readonly<Record<ParentKind, string | null>>
  readonly parents: Parents
  readonly missing: readonly ParentKind[]
}

/** The named parents; a clone without stated parents has those of its nuclear donor. */
function findParents(context: DraftContext, draft: IdentifiedDraft): FoundParents {
  const donor = draft.nuclearDonorId ?? null
  const ofDonor = donor === null ? undefined : context.known.get(donor)?.parents
  const parentIds = {
    sireId: draft.sireId === undefined ? (ofDonor?.sireId ?? null) : draft.sireId,
    damId: draft.damId === undefined ? (ofDonor?.damId ?? null) : draft.damId,
    gestationalDamId: draft.gestationalDamId ?? null,
    nuclearDonorId: donor,
  }
  const parents = Object.fromEntries(
    parentKinds.map((kind) => [kind, context.known.get(parentIds[kind] ?? '')?.relative ?? null]),
  )
  // An animal of the batch that comes later in the order stands in a loop, which is named for itself.
  const missing = parentKinds.filter(
    (kind) => parentIds[kind] !== null && parents[kind] === null && !context.batch.has(parentIds[kind]),
  )
  return { parentIds, parents, missing }
}

function inheritedBreeds(
  context: DraftContext,
  species: SpeciesCode,
  parents: Readonly<Record<ParentKind, string | null>>,
): BreedComposition {
  const breedsOf = (id: string | null): BreedComposition | null =>
    id === null ? null : (context.known.get(id)?.breeds ?? null)
  const donor = breedsOf(parents.nuclearDonorId)
  const derived =
    donor !== null
      ? compositionOfClone(donor)
      : compositionOfOffspring(breedsOf(parents.sireId), breedsOf(parents.damId)).slice(0, mostBreeds)
  // A cross of two species has breeds of neither; a wrong parent is refused for itself.
  return refuseComposition(species, derived) === null ? derived : []
}

function rowOf(draft: IdentifiedDraft, parentIds: FoundParents['parentIds'], breeds: BreedComposition, siteId: string) {
  const name = draft.name ?? null
  const birthDate = draft.birthDate ?? null
  return {
    id: draft.id,
    siteId,
    name,
    ...derivedFields({ name, breeds }),
    species: draft.species,
    sex: draft.sex,
    birthDate,
    birthDatePrecision: birthDate === null ? null : (draft.birthDatePrecision ?? 'day'),
    colour: draft.colour ?? null,
    status: draft.status,
    statusReason: draft.statusReason ?? null,
    statusNote: draft.statusNote ?? null,
    statusDate: draft.statusDate ?? null,
    purpose: draft.purpose ?? null,
    castratedOn: draft.castratedOn ?? null,
    isReference: draft.isReference,
    ...parentIds,
    parentageState: draft.parentageState,
    ownerCustomerId: draft.ownerCustomerId ?? null,
    location: draft.location ?? null,
    notes: draft.notes ?? null,
    importBatchId: draft.importBatchId ?? null,
  } satisfies NewAnimalRow
}

function statusOf(draft: IdentifiedDraft, latest: string) {
  return {
    status: draft.status,
    reason: draft.statusReason ?? null,
    note: draft.statusNote ?? null,
    date: draft.statusDate ?? null,
    birthDate: draft.birthDate ?? null,
    latestDate: latest,
  }
}

function planRoles(
  relative: Relative,
  draft: IdentifiedDraft,
  today: string,
  latest: string,
  refusals: (Refusal | null)[],
): NewRow<'animalRole'>[] {
  const held: RolePeriod[] = []
  return draft.roles.map((given, index) => {
    const period = { role: given.role, startDate: given.startDate ?? today, endDate: given.endDate ?? null }
    const found = refuseRole({ ...relative, castratedOn: draft.castratedOn ?? null }, period, held, latest)
    if (found !== null) refusals.push({ ...found, field: `roles.${index}.${found.field ?? 'role'}` })
    held.push(period)
    return { animalId: draft.id, ...period, note: given.note ?? null }
  })
}

function planIdentifiers(draft: IdentifiedDraft, refusals: (Refusal | null)[]): NewRow<'animalIdentifier'>[] {
  const rows = draft.identifiers.map((given, index) => {
    const found = refuseForm(draft, given)
    if (found !== null) refusals.push({ ...found, field: `identifiers.${index}.${found.field ?? 'value'}` })
    return {
      animalId: draft.id,
      ...normalised(given),
      position: index,
      issuedOn: given.issuedOn ?? null,
      note: given.note ?? null,
    }
  })
  const repeated = refuseRepeated(rows)
  if (repeated !== null) refusals.push({ ...repeated.refusal, field: `identifiers.${repeated.index}.value` })
  return rows
}

function planNumber(
  draft: IdentifiedDraft,
  today: string,
  latest: string,
  refusals: (Refusal | null)[],
): NewRow<'animalInternalNumber'> | null {
  const number = cleanText(draft.internalNumber ?? '')
  if (number === '') return null
  const startDate = draft.internalNumberFrom ?? today
  if (startDate > latest) refusals.push(refusal('date_in_future', { date: startDate }, 'internalNumberFrom'))
  return { animalId: draft.id, number, startDate, endDate: null, reason: null }
}
