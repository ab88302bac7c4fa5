/** What the plan of new animals needs to know of the register, read once for the whole batch. */
import { and, inArray, isNull } from 'drizzle-orm'
import { type ParentKind, parentKinds, type Relative } from '../../../core/areas/animals/animals.parentage.ts'
import type { BreedComposition } from '../../../core/areas/animals/species/breed-composition.ts'
import { scopeReaches } from '../../../core/kernel/policy.ts'
import type { Reading } from '../../runtime/reading.ts'
import { loadAnimals } from './animal-parts.queries.ts'
import { inChunks } from './in-chunks.ts'
import { mayBeNamed } from './parentage-checks.ts'
import type { IdentifiedDraft } from './planned-animal.ts'

export interface KnownAnimal {
  readonly relative: Relative
  readonly breeds: BreedComposition
  readonly parents: Readonly<Record<ParentKind, string | null>>
}

export interface DraftContext {
  readonly nowMs: number
  /** IANA zone by site. */
  readonly zones: ReadonlyMap<string, string>
  /** Where an animal stands when nobody says: the caller's home site, or the only site they reach. */
  readonly defaultSite: string | null
  readonly owners: ReadonlySet<string>
  /** Ids of the batch. */
  readonly batch: ReadonlySet<string | null>
  /** Animals of the register that are named, and those of the batch that were planned. */
  readonly known: Map<string, KnownAnimal>
}

export async function openDraftContext(
  reading: Reading,
  drafts: readonly IdentifiedDraft[],
  nowMs: number,
): Promise<DraftContext> {
  const { site, customer } = reading.tables
  const sites = await reading.db
    .select({ id: site.id, timeZone: site.timeZone })
    .from(site)
    .where(isNull(site.deletedAt))
  const scope = reading.scope('animals.read')
  const reachable = sites.filter((one) => scopeReaches(scope, one.id))
  const home = reading.call.actor?.homeSiteId ?? null
  const only = reachable.length === 1 ? (reachable[0]?.id ?? null) : null
  const ownerIds = drafts.map((draft) => draft.ownerCustomerId ?? null).filter((id) => id !== null)
  const owners = await inChunks(ownerIds, (some) =>
    reading.db
      .select({ id: customer.id })
      .from(customer)
      .where(and(inArray(customer.id, some), isNull(customer.deletedAt))),
  )
  const batch = new Set(drafts.map((draft) => draft.id))
  const named = drafts.flatMap((draft) => parentKinds.map((kind) => draft[kind] ?? null)).filter((id) => id !== null)
  const known = new Map<string, KnownAnimal>()
  const rows = await loadAnimals(reading, named)
  // A clone takes over the parents of its donor, so these are named too.
  const ofDonors = drafts.flatMap((draft) => {
    const donor = rows.get(draft.nuclearDonorId ?? '')
    return donor === undefined ? [] : [donor.sireId, donor.damId].filter((id) => id !== null)
  })
  for (const row of [...rows.values(), ...(await loadAnimals(reading, ofDonors)).values()]) {
    if (!mayBeNamed(reading, row)) continue
    const parents = {
      sireId: row.sireId,
      damId: row.damId,
      gestationalDamId: row.gestationalDamId,
      nuclearDonorId: row.nuclearDonorId,
    }
    known.set(row.id, { relative: row, breeds: row.breeds, parents })
  }
  return {
    nowMs,
    zones: new Map(sites.map((one) => [one.id, one.timeZone])),
    defaultSite: home !== null && sites.some((one) => one.id === home) ? home : only,
    owners: new Set(owners.map((row) => row.id)),
    batch,
    known,
  }
}
