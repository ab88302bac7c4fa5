/**
 * Works out what adding animals would write, and why some cannot be added. One animal typed by a person and ten thousand
 * from a file go through the same door. Drafts may name each other as parents by ids the caller minted.
 */
import { and, inArray, isNull } from 'drizzle-orm'
import type { Clock } from '../../../core/kernel/clock.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import { scopeReaches } from '../../../core/kernel/policy.ts'
import { type Refusal, refusal } from '../../../core/kernel/refusal.ts'
import type { AnimalFields } from '../../../core/areas/animals/animals.model.ts'
import { doubtParents, namedAnimal, parentKinds, type Parents, refuseParents, type Relative } from '../../../core/areas/animals/animals.parentage.ts'
import { refuseRole, type RolePeriod } from '../../../core/areas/animals/animals.roles.ts'
import { derivedFields, refuseOwnFacts } from '../../../core/areas/animals/animals.rules.ts'
import { refuseStatusChange } from '../../../core/areas/animals/animals.status.ts'
import { cleanText } from '../../../core/areas/animals/identity/clean-text.ts'
import { codePedigree } from '../../../core/areas/animals/pedigree/coded-pedigree.ts'
import { orderPedigree } from '../../../core/areas/animals/pedigree/pedigree-order.ts'
import { type BreedComposition, compositionOfClone, compositionOfOffspring } from '../../../core/areas/animals/species/breed-composition.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { NewRow, Row } from '../../store/entities.ts'
import { latestDate, localDate } from './animal-calendar.ts'
import { loadAnimals } from './animal-parts.queries.ts'
import { type CarriedIdentifier, findTaken, identityKey, normalised, refuseForm, refuseRepeated } from './identifier-checks.ts'
import { mayBeNamed } from './parentage-checks.ts'
import { inChunks } from './in-chunks.ts'

/** A draft as the service takes it; `importBatchId` only for rows of a file. */
export type AnimalDraft = AnimalFields & { readonly importBatchId?: string | null }

type AnimalRow = Omit<NewRow<'animal'>, 'code'> & { id: string }

/** One animal ready to be written, or the reasons why not. */
export interface PlannedAnimal {
  readonly row: AnimalRow
  readonly identifiers: readonly NewRow<'animalIdentifier'>[]
  readonly roles: readonly NewRow<'animalRole'>[]
  readonly number: NewRow<'animalInternalNumber'> | null
  readonly refusals: readonly Refusal[]
  readonly warnings: readonly Refusal[]
}

export interface DraftPlan {
  /** In the order of the drafts. */
  readonly animals: readonly PlannedAnimal[]
  /** Indexes with parents before offspring: the order to write in. */
  readonly parentsFirst: readonly number[]
}

export interface DraftPlanner {
  plan(reading: Reading, drafts: readonly AnimalDraft[]): Promise<DraftPlan>
}

interface Known {
  readonly relative: Relative
  readonly breeds: BreedComposition
}

interface Context {
  readonly reading: Reading
  readonly nowMs: number
  readonly zones: ReadonlyMap<string, string>
  readonly defaultSite: string | null
  readonly owners: ReadonlySet<string>
  /** Animals of the register and of the batch, as far as they are named. */
  readonly known: Map<string, Known>
}

export function createDraftPlanner({ clock, ids }: { clock: Clock; ids: Ids }): DraftPlanner {
  return {
    async plan(reading, drafts) {
      const withIds = drafts.map((draft) => ({ ...draft, id: draft.id ?? ids.next() }))
      const context = await openContext(reading, withIds, clock.nowMs())
      const { order, looped } = orderDrafts(withIds)
      const planned: PlannedAnimal[] = []
      for (const index of order) planned[index] = planOne(context, withIds[index] as (typeof withIds)[number])
      const batch = await checkBatch(reading, planned)
      const animals = planned.map((animal, index) => ({
        ...animal,
        refusals: [...animal.refusals, ...(looped.get(animal.row.id) ?? []), ...(batch.refusals[index] ?? [])],
        warnings: [...animal.warnings, ...(batch.warnings[index] ?? [])],
      }))
      return { animals, parentsFirst: order }
    },
  }
}

type Draft = AnimalDraft & { readonly id: string }

async function openContext(reading: Reading, drafts: readonly Draft[], nowMs: number): Promise<Context> {
  const { site, customer } = reading.tables
  const sites = await reading.db.select({ id: site.id, timeZone: site.timeZone, active: site.active }).from(site).where(isNull(site.deletedAt))
  const scope = reading.scope('animals.read')
  const reachable = sites.filter((one) => scopeReaches(scope, one.id))
  const home = reading.call.actor?.homeSiteId ?? null
  const only = reachable.length === 1 ? (reachable[0]?.id ?? null) : null
  const owners = await inChunks(
    drafts.map((draft) => draft.ownerCustomerId ?? null).filter((id) => id !== null),
    (some) => reading.db.select({ id: customer.id }).from(customer).where(and(inArray(customer.id, some), isNull(customer.deletedAt))),
  )
  const own = new Set(drafts.map((draft) => draft.id))
  const named = drafts.flatMap((draft) => parentKinds.map((kind) => draft[kind] ?? null)).filter((id) => id !== null && !own.has(id))
  const known = new Map<string, Known>()
  for (const row of (await loadAnimals(reading, named as string[])).values()) {
    if (mayBeNamed(reading, row)) known.set(row.id, { relative: row, breeds: row.breeds })
  }
  return {
    reading,
    nowMs,
    zones: new Map(sites.map((one) => [one.id, one.timeZone])),
    defaultSite: home !== null && sites.some((one) => one.id === home) ? home : only,
    owners: new Set(owners.map((row) => row.id)),
    known,
  }
}

/** Parents before offspring within the batch; animals in loops come last, with the refusal that names them. */
function orderDrafts(drafts: readonly Draft[]): { order: number[]; looped: Map<string, Refusal[]> } {
  const own = new Set(drafts.map((draft) => draft.id))
  const inBatch = (id: string | null | undefined) => (id !== null && id !== undefined && own.has(id) ? id : null)
  const rows = drafts.map((draft) => ({ id: draft.id, sire: inBatch(draft.sireId), dam: inBatch(draft.damId) }))
  // A clone stands after its donor; its recorded parents stand before both.
  const edges = drafts.flatMap((draft) => [inBatch(draft.nuclearDonorId), inBatch(draft.gestationalDamId)].flatMap((id) => (id === null ? [] : [{ id: `${draft.id}+${id}`, sire: id, dam: null, of: draft.id }])))
  const coded = codePedigree([...rows.map((row) => ({ ...row })), ...edges.map(({ id, sire, dam }) => ({ id, sire, dam }))])
  const ordered = orderPedigree(coded.pedigree)
  const looped = new Map<string, Refusal[]>()
  if (ordered.ok) return { order: withCarriersFirst(drafts, [...ordered.order.parentsFirst].filter((position) => position < drafts.length)), looped }
  for (const loop of ordered.loops) {
    const members = loop.flatMap((position) => drafts[position] ?? [])
    const animals = members.map((draft) => ({ id: draft.id, code: '', name: draft.name ?? null }))
    for (const draft of members) if (members.length > 1) looped.set(draft.id, [refusal('pedigree_loop', { animals }, 'sireId')])
  }
  return { order: drafts.map((_, index) => index), looped }
}

function withCarriersFirst(_drafts: readonly Draft[], order: number[]): number[] {
  return order
}

function planOne(context: Context, draft: Draft): PlannedAnimal {
  return { row: {} as AnimalRow, identifiers: [], roles: [], number: null, refusals: [], warnings: [] }
}
