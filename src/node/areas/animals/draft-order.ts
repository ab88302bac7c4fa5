import { type ParentKind, parentKinds } from '../../../core/areas/animals/animals.parentage.ts'
import { codePedigree } from '../../../core/areas/animals/pedigree/coded-pedigree.ts'
import { orderPedigree } from '../../../core/areas/animals/pedigree/pedigree-order.ts'

export type OrderedDraft = { readonly id: string } & Readonly<Partial<Record<ParentKind, string | null>>>

export interface DraftOrder {
  /** Indexes so that every parent in the batch, of any kind, stands before its offspring. */
  readonly order: readonly number[]
  /** Loops within the batch by index: each is offspring of the next, the last of the first. Their members come last. */
  readonly loops: readonly (readonly number[])[]
}

/** Orders a batch so that foreign keys and derived breeds find the parents written. Time in proportion to the drafts. */
export function orderDrafts(drafts: readonly OrderedDraft[]): DraftOrder {
  const indexOf = new Map(drafts.map((draft, index) => [draft.id, index]))
  const offspring: number[][] = drafts.map(() => [])
  const waitsFor = new Int32Array(drafts.length)
  for (const [index, draft] of drafts.entries()) {
    for (const kind of parentKinds) {
      const parent = indexOf.get(draft[kind] ?? '')
      if (parent === undefined) continue
      offspring[parent]?.push(index)
      waitsFor[index] = (waitsFor[index] as number) + 1
    }
  }
  const order = [...drafts.keys()].filter((index) => waitsFor[index] === 0)
  for (let head = 0; head < order.length; head += 1) {
    for (const index of offspring[order[head] as number] ?? []) {
      waitsFor[index] = (waitsFor[index] as number) - 1
      if (waitsFor[index] === 0) order.push(index)
    }
  }
  if (order.length === drafts.length) return { order, loops: [] }
  const left = [...drafts.keys()].filter((index) => (waitsFor[index] as number) > 0)
  return { order: [...order, ...left], loops: findLoops(drafts, indexOf, left) }
}

function findLoops(
  drafts: readonly OrderedDraft[],
  indexOf: ReadonlyMap<string, number>,
  left: readonly number[],
): number[][] {
  const within = (id: string | null | undefined) => (id !== null && id !== undefined && indexOf.has(id) ? id : null)
  const rows = left
    .map((index) => drafts[index] as OrderedDraft)
    .map((draft) => ({ id: draft.id, sire: within(draft.sireId), dam: within(draft.damId) }))
  const coded = codePedigree(rows)
  const ordered = orderPedigree(coded.pedigree)
  // A loop that goes through a recipient or a nuclear donor has no shorter name than all who are in its way.
  if (ordered.ok) return [[...left]]
  return ordered.loops.map((loop) => loop.map((position) => indexOf.get(coded.ids[position] as string) as number))
}
