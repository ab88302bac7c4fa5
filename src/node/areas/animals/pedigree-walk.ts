/**
 * Walks the recorded parentage in the database, some hundred animals per statement, breadth first. Animals that were
 * laid aside count: they stay ancestors. For a clone the nuclear donor is followed like a parent.
 */
import { inArray, or } from 'drizzle-orm'
import type { ReadTx } from '../../store/engine.ts'
import { inChunks } from './in-chunks.ts'

type Tx = Pick<ReadTx, 'db' | 'tables'>

export interface ParentLink {
  readonly id: string
  readonly sireId: string | null
  readonly damId: string | null
  readonly nuclearDonorId: string | null
}

export interface WalkLimits {
  /** Stops before a generation when more animals than this were found. */
  readonly maximumAnimals?: number
  readonly maximumGenerations?: number
  /** Waited for between statements, so that a long walk lets others run. */
  readonly pause?: () => Promise<void>
}

export interface Walk {
  readonly links: Map<string, ParentLink>
  /** False when limits stopped it. */
  readonly complete: boolean
}

/** Reads the animals and all their ancestors. */
export async function walkAncestors(tx: Tx, ids: Iterable<string>, limits: WalkLimits = {}): Promise<Walk> {
  const { animal } = tx.tables
  const links = new Map<string, ParentLink>()
  let frontier = [...new Set(ids)]
  for (let generation = 0; frontier.length > 0; generation += 1) {
    if (generation > (limits.maximumGenerations ?? Number.POSITIVE_INFINITY)) return { links, complete: false }
    if (links.size + frontier.length > (limits.maximumAnimals ?? Number.POSITIVE_INFINITY))
      return { links, complete: false }
    const rows = await inChunks(
      frontier,
      (some) =>
        tx.db
          .select({ id: animal.id, sireId: animal.sireId, damId: animal.damId, nuclearDonorId: animal.nuclearDonorId })
          .from(animal)
          .where(inArray(animal.id, some)),
      limits.pause,
    )
    const next = new Set<string>()
    for (const row of rows) {
      links.set(row.id, row)
      for (const parent of parentsOf(row)) next.add(parent)
    }
    await limits.pause?.()
    frontier = [...next].filter((id) => !links.has(id))
  }
  return { links, complete: true }
}

/** Finds the way from an animal up to one of its ancestors, both included, by the fewest generations; null when there is none. */
export async function wayUp(tx: Tx, fromId: string, toId: string): Promise<string[] | null> {
  if (fromId === toId) return [fromId]
  const cameFrom = new Map<string, string>()
  const { animal } = tx.tables
  let frontier = [fromId]
  while (frontier.length > 0) {
    const rows = await inChunks(frontier, (some) =>
      tx.db
        .select({ id: animal.id, sireId: animal.sireId, damId: animal.damId, nuclearDonorId: animal.nuclearDonorId })
        .from(animal)
        .where(inArray(animal.id, some)),
    )
    frontier = []
    for (const row of rows) {
      for (const parent of parentsOf(row)) {
        if (parent === fromId || cameFrom.has(parent)) continue
        cameFrom.set(parent, row.id)
        if (parent === toId) return traceBack(cameFrom, fromId, toId)
        frontier.push(parent)
      }
    }
  }
  return null
}

function traceBack(cameFrom: ReadonlyMap<string, string>, fromId: string, toId: string): string[] {
  const way = [toId]
  for (let at = toId; at !== fromId; ) {
    const before = cameFrom.get(at)
    if (before === undefined) throw new Error('a way without its beginning')
    way.push(before)
    at = before
  }
  return way.reverse()
}

/** Whether any record, laid aside or not, names the animal as genetic parent or nuclear donor. */
export async function hasDescendants(tx: Tx, id: string): Promise<boolean> {
  const { animal } = tx.tables
  const rows = await tx.db
    .select({ id: animal.id })
    .from(animal)
    .where(or(inArray(animal.sireId, [id]), inArray(animal.damId, [id]), inArray(animal.nuclearDonorId, [id])))
    .limit(1)
  return rows.length > 0
}

function parentsOf({ sireId, damId, nuclearDonorId }: ParentLink): string[] {
  return [sireId, damId, nuclearDonorId].filter((id) => id !== null)
}
