import { assert } from '../../../kernel/assert.ts'
import { type AncestorSubset, traceAncestors } from './ancestor-subset.ts'
import type { CodedPedigree } from './coded-pedigree.ts'
import type { PedigreeOrder } from './pedigree-order.ts'

/** Ancestors of one generation: 2 parents, 4 grandparents... An animal that stands in two places counts twice. */
export interface GenerationCompleteness {
  readonly generation: number
  readonly known: number
  readonly possible: number
}

/** How much of an animal's pedigree is known. */
export interface PedigreeCompleteness {
  /** Known ancestors in the generations looked at ("30 of 30 ancestors known"). */
  readonly known: number
  readonly possible: number
  readonly byGeneration: readonly GenerationCompleteness[]
  /** Index of MacCluer et al. 1983 over the generations looked at: 0 (a parent is unknown) to 1 (all are known). */
  readonly completenessIndex: number
  /** Complete generation equivalents over the whole pedigree: sum of (1/2)^g over all known ancestors (Maignel 1996). */
  readonly equivalentGenerations: number
  /** Generations, over the whole pedigree, in which every ancestor is known. */
  readonly completeGenerations: number
  /** Generations back to the most distant known ancestor. */
  readonly longestLine: number
}

const mostGenerations = 50

/**
 * Measures how complete an animal's pedigree is over `generations` (1 to 50) generations.
 *
 * The index of MacCluer, Boyce, Dyke et al. 1983 (J Hered 74:394) is the harmonic mean of the sire's and the dam's side,
 * where a side is the mean over generations 1..d of the share of its 2^(g-1) ancestors that are known.
 */
export function pedigreeCompleteness(
  pedigree: CodedPedigree,
  animal: number,
  generations: number,
): PedigreeCompleteness {
  assert(generations >= 1 && generations <= mostGenerations, 'completeness looks at 1 to 50 generations')
  const sireSide = countKnown(pedigree, pedigree.sire[animal] as number, generations)
  const damSide = countKnown(pedigree, pedigree.dam[animal] as number, generations)
  const byGeneration = sireSide.map((known, place) => ({
    generation: place + 1,
    known: known + (damSide[place] as number),
    possible: 2 ** (place + 1),
  }))
  const subset = traceAncestors(pedigree, [animal])
  return {
    known: byGeneration.reduce((sum, { known }) => sum + known, 0),
    possible: 2 ** (generations + 1) - 2,
    byGeneration,
    completenessIndex: harmonicMean(meanShare(sireSide), meanShare(damSide)),
    ...measureDepth(subset, subset.placeOf(animal)),
  }
}

/** Calculates the complete generation equivalents of every animal of an ordered pedigree. */
export function equivalentGenerations(pedigree: CodedPedigree, order: PedigreeOrder): Float64Array {
  return equivalents(pedigree, order.parentsFirst)
}

/** Known ancestors on one side by generation; the parent itself is generation 1. */
function countKnown({ sire, dam }: CodedPedigree, parent: number, generations: number): number[] {
  const counts: number[] = []
  let level = new Map<number, number>(parent < 0 ? [] : [[parent, 1]])
  for (let generation = 1; generation <= generations; generation++) {
    const above = new Map<number, number>()
    let known = 0
    for (const [animal, times] of level) {
      known += times
      for (const next of [sire[animal] as number, dam[animal] as number]) {
        if (next >= 0) above.set(next, (above.get(next) ?? 0) + times)
      }
    }
    counts.push(known)
    level = above
  }
  return counts
}

function meanShare(known: readonly number[]): number {
  return known.reduce((sum, count, place) => sum + count / 2 ** place, 0) / known.length
}

function harmonicMean(first: number, second: number): number {
  return first === 0 || second === 0 ? 0 : (2 * first * second) / (first + second)
}

function equivalents({ sire, dam }: CodedPedigree, parentsFirst: Iterable<number>): Float64Array {
  const equivalent = new Float64Array(sire.length)
  for (const animal of parentsFirst) {
    let sum = 0
    for (const parent of [sire[animal] as number, dam[animal] as number]) {
      if (parent >= 0) sum += 0.5 * ((equivalent[parent] as number) + 1)
    }
    equivalent[animal] = sum
  }
  return equivalent
}

function measureDepth(
  subset: AncestorSubset,
  place: number,
): Pick<PedigreeCompleteness, 'equivalentGenerations' | 'completeGenerations' | 'longestLine'> {
  const complete = new Int32Array(subset.animals.length)
  const longest = new Int32Array(subset.animals.length)
  for (let animal = 0; animal < complete.length; animal++) {
    const sire = subset.sire[animal] as number
    const dam = subset.dam[animal] as number
    if (sire >= 0 && dam >= 0) complete[animal] = 1 + Math.min(complete[sire] as number, complete[dam] as number)
    const lineOf = (parent: number): number => (parent < 0 ? 0 : 1 + (longest[parent] as number))
    longest[animal] = Math.max(lineOf(sire), lineOf(dam))
  }
  return {
    equivalentGenerations: equivalents(subset, subset.animals.keys())[place] as number,
    completeGenerations: complete[place] as number,
    longestLine: longest[place] as number,
  }
}
