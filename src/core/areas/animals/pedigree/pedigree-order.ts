import { assert } from '../../../kernel/assert.ts'
import type { CodedPedigree } from './coded-pedigree.ts'
import { findLoops, type PedigreeLoops } from './pedigree-loops.ts'

/** Animals with parents before offspring. */
export interface PedigreeOrder {
  /** Positions of all animals by generation, inside a generation as they came: every parent stands before its offspring. */
  readonly parentsFirst: Int32Array
  /** Generation of each animal: 0 without known parents, else one more than the younger parent's. */
  readonly generation: Int32Array
  /** How many generations there are; 0 for an empty pedigree. */
  readonly generations: number
}

export type OrderResult =
  | { readonly ok: true; readonly order: PedigreeOrder }
  | ({ readonly ok: false } & PedigreeLoops)

/**
 * Puts parents before offspring, or names the loops that make this impossible (an animal that is its own ancestor).
 * At most `maximumLoops` loops are named. Takes time and memory in proportion to the animals, without recursion.
 */
export function orderPedigree(pedigree: CodedPedigree, maximumLoops = 100): OrderResult {
  const { postOrder, closingEdges } = visitParentsFirst(pedigree)
  if (closingEdges.length > 0) return { ok: false, ...findLoops(pedigree, closingEdges, maximumLoops) }
  const count = postOrder.length
  const generation = new Int32Array(count)
  let generations = 0
  for (const animal of postOrder) {
    const sire = pedigree.sire[animal] as number
    const dam = pedigree.dam[animal] as number
    const above = Math.max(sire < 0 ? -1 : (generation[sire] as number), dam < 0 ? -1 : (generation[dam] as number))
    generation[animal] = above + 1
    if (above + 2 > generations) generations = above + 2
  }
  return { ok: true, order: { parentsFirst: sortByGeneration(generation, generations), generation, generations } }
}

/** Orders a pedigree that was checked before; a loop is then a bug of ours and stops the program. */
export function orderCheckedPedigree(pedigree: CodedPedigree): PedigreeOrder {
  const result = orderPedigree(pedigree, 1)
  assert(result.ok, 'the pedigree has a loop')
  return result.order
}

/** Walks from every animal up to its ancestors. An edge to an animal that is still open closes a loop. */
function visitParentsFirst({ sire, dam }: CodedPedigree): { postOrder: Int32Array; closingEdges: [number, number][] } {
  const count = sire.length
  assert(dam.length === count, 'sire and dam must have the same length')
  const unseen = 0
  const done = 3
  // 0 unseen, 1 the sire was looked at, 2 the dam was looked at too, 3 all ancestors stand in postOrder.
  const state = new Uint8Array(count)
  const stack = new Int32Array(count)
  const postOrder = new Int32Array(count)
  const closingEdges: [number, number][] = []
  let placed = 0
  for (let start = 0; start < count; start++) {
    if (state[start] !== unseen) continue
    let depth = 0
    stack[0] = start
    while (depth >= 0) {
      const animal = stack[depth] as number
      const step = ((state[animal] as number) + 1) as 1 | 2 | 3
      state[animal] = step
      if (step === done) {
        postOrder[placed++] = animal
        depth--
        continue
      }
      const parent = (step === 1 ? sire[animal] : dam[animal]) as number
      assert(parent >= -1 && parent < count, 'a parent must be a position of the pedigree or -1')
      if (parent < 0 || state[parent] === done) continue
      if (state[parent] === unseen) stack[++depth] = parent
      else closingEdges.push([animal, parent])
    }
  }
  return { postOrder, closingEdges }
}

/** Counting sort that keeps the given order inside a generation. */
function sortByGeneration(generation: Int32Array, generations: number): Int32Array {
  const next = new Int32Array(generations + 1)
  for (const value of generation) next[value + 1] = (next[value + 1] as number) + 1
  for (let value = 1; value <= generations; value++) next[value] = (next[value] as number) + (next[value - 1] as number)
  const sorted = new Int32Array(generation.length)
  for (let animal = 0; animal < generation.length; animal++) {
    const value = generation[animal] as number
    const place = next[value] as number
    sorted[place] = animal
    next[value] = place + 1
  }
  return sorted
}
