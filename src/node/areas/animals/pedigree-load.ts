/**
 * Brings the part of the pedigree above some animals into the form the calculations work on. A clone carries the genes of
 * its nuclear donor, so both are one position: a clone's offspring are the donor's in every calculation.
 */
import { type CodedPedigree, unknownParent } from '../../../core/areas/animals/pedigree/coded-pedigree.ts'
import { orderPedigree } from '../../../core/areas/animals/pedigree/pedigree-order.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { ReadTx } from '../../store/engine.ts'
import { loadInbreeding } from './animal-parts.queries.ts'
import { breathe } from './breathe.ts'
import { nameAll } from './parentage-checks.ts'
import { type ParentLink, type WalkLimits, walkAncestors } from './pedigree-walk.ts'

export interface LoadedPedigree {
  readonly pedigree: CodedPedigree
  readonly links: ReadonlyMap<string, ParentLink>
  /** Id of the animal at each position; of the nuclear donor where clones stand. */
  readonly ids: readonly string[]
  /** Position of an animal; -1 when it was not loaded. */
  positionOf(id: string): number
  /** Stored F by position; NaN where it is not known or no longer true. */
  readonly knownF: Float64Array
  /** Loops by position, each animal offspring of the next; none in a sound register. */
  readonly loops: readonly (readonly number[])[]
  /** False when limits stopped the walk. */
  readonly complete: boolean
}

/** Animals placed between two pauses: some milliseconds. */
const animalsPerPause = 8192

/** Loads the animals with all their ancestors; a query's work, with pauses, and so never inside a command. */
export async function loadPedigree(
  tx: Pick<ReadTx, 'db' | 'tables' | 'raw'>,
  ids: Iterable<string>,
  limits: Omit<WalkLimits, 'pause'> = {},
): Promise<LoadedPedigree> {
  const { links, complete } = await walkAncestors(tx, ids, { ...limits, pause: breathe })
  const positions = new Map<string, number>()
  for (const id of links.keys()) {
    const own = geneticId(links, id)
    if (!positions.has(own)) positions.set(own, positions.size)
    if (positions.size % animalsPerPause === 0) await breathe()
  }
  const placeOf = (id: string | null) =>
    id === null ? unknownParent : (positions.get(geneticId(links, id)) ?? unknownParent)
  const known = [...positions.keys()]
  const sire = new Int32Array(known.length)
  const dam = new Int32Array(known.length)
  const knownF = new Float64Array(known.length)
  const factOf = await loadInbreeding(tx, known, breathe)
  for (const [position, id] of known.entries()) {
    const link = links.get(id)
    const itsSire = placeOf(link?.sireId ?? null)
    const itsDam = placeOf(link?.damId ?? null)
    sire[position] = itsSire
    dam[position] = itsDam
    if (itsSire !== unknownParent && itsDam !== unknownParent) {
      const { stale, absent, coefficient } = factOf(id)
      knownF[position] = stale || absent ? Number.NaN : (coefficient ?? Number.NaN)
    }
    if (position % animalsPerPause === 0) await breathe()
  }
  const ordered = orderPedigree({ sire, dam })
  return {
    pedigree: { sire, dam },
    links,
    ids: known,
    positionOf: placeOf,
    knownF,
    loops: ordered.ok ? [] : ordered.loops,
    complete,
  }
}

/** Refuses `pedigree_loop` with the animals named when the loaded part holds a loop: nothing can be calculated then. */
export async function requireNoLoop(reading: Reading, loaded: LoadedPedigree): Promise<void> {
  const [loop] = loaded.loops
  if (loop === undefined) return
  const ids = loop.map((position) => loaded.ids[position] ?? '')
  throw new DomainError('pedigree_loop', { animals: await nameAll(reading, ids) })
}

/** The animal whose genes this one carries: itself, or the first of its line of nuclear donors. */
export function geneticId(links: ReadonlyMap<string, Pick<ParentLink, 'nuclearDonorId'>>, id: string): string {
  let at = id
  // A line of clones is short; one that runs in a circle is cut where it started.
  for (let step = 0; step < 100; step += 1) {
    const donor = links.get(at)?.nuclearDonorId ?? null
    if (donor === null || donor === id || !links.has(donor)) return at
    at = donor
  }
  return at
}
