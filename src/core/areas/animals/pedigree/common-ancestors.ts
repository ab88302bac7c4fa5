import { type AncestorSubset, traceAncestors } from './ancestor-subset.ts'
import type { CodedPedigree } from './coded-pedigree.ts'
import { columnsOfSubset, inbreedingOfSubset } from './relationship.ts'
import { type RankedPedigree, rankPedigree } from './relationship-column.ts'

/** An ancestor through which a sire and a dam are related. */
export interface CommonAncestor {
  readonly animal: number
  /** The ancestor's own F. */
  readonly inbreeding: number
  /** Its part of the offspring's F. */
  readonly contribution: number
  /**
   * Generations back from the offspring at which it stands on the sire's side, ascending: 1 is the sire himself. Wright's
   * path length n1 is one less.
   */
  readonly sireGenerations: readonly number[]
  readonly damGenerations: readonly number[]
}

/** Where the F of an animal, or the expected F of a mating, comes from. */
export interface CommonAncestorReport {
  /** F from the whole pedigree. */
  readonly inbreeding: number
  /** Sum of the contributions; equals `inbreeding` when `complete`. */
  readonly accounted: number
  /** False when older ancestors were left out; then contributions are lower bounds. */
  readonly complete: boolean
  /** Generations looked at, counted from the offspring. */
  readonly generations: number
  /** Largest contribution first. */
  readonly ancestors: readonly CommonAncestor[]
}

export interface CommonAncestorOptions {
  /** F by position, to save calculating it. */
  readonly knownF?: Float64Array
  /** Looks back no further than this many generations from the offspring. */
  readonly maximumGenerations?: number
  /** Adds generations only while there are no more ancestors than this. Time grows with its square; 10000 stays under a second. */
  readonly maximumAncestors?: number
}

const defaultMaximumAncestors = 10_000

/** Finds the common ancestors behind an animal's own F. An animal without two known parents has none. */
export function commonAncestorsOf(
  pedigree: CodedPedigree,
  animal: number,
  options: CommonAncestorOptions = {},
): CommonAncestorReport {
  const sire = pedigree.sire[animal] as number
  const dam = pedigree.dam[animal] as number
  if (sire < 0 || dam < 0) return { inbreeding: 0, accounted: 0, complete: true, generations: 1, ancestors: [] }
  return findCommonAncestors(pedigree, sire, dam, options)
}

/**
 * Finds the common ancestors of a sire and a dam and what each contributes to F of their offspring: Wright 1922, the sum
 * of (1/2)^(n1 + n2 + 1) (1 + F_A) over all pairs of paths that meet in the ancestor and share no animal below it.
 *
 * Paths are not listed, since there may be millions. A path up from the sire passes animal k with probability T_sk, one
 * from the dam with T_dk; both together T_sk T_dk. They may have met before: if W_a is the weight of the pairs that meet
 * first in a, then W_k = T_sk T_dk - sum of W_a T_ak^2 over the common ancestors a below k, and k contributes
 * W_k (1 + F_k) / 2. So one pass per common ancestor gives Wright's sum exactly.
 */
export function findCommonAncestors(
  pedigree: CodedPedigree,
  sire: number,
  dam: number,
  options: CommonAncestorOptions = {},
): CommonAncestorReport {
  const all = traceAncestors(pedigree, [sire, dam])
  const inbreeding = inbreedingOfSubset(all, options.knownF)
  const near = findNearAncestors(all, [all.placeOf(sire), all.placeOf(dam)], options)
  const ranked = rankPedigree(all, Int32Array.from(all.animals.keys()), near.isNear)
  const sireRank = ranked.rank[all.placeOf(sire)] as number
  const damRank = ranked.rank[all.placeOf(dam)] as number
  const weight = firstMeetingWeights(ranked, sireRank, damRank)
  const sireGenerations = generationsAbove(ranked, sireRank, weight)
  const damGenerations = generationsAbove(ranked, damRank, weight)
  const ancestors: CommonAncestor[] = []
  for (let rank = 1; rank <= ranked.count; rank++) {
    if (weight[rank] === 0) continue
    const place = ranked.animal[rank] as number
    const ownInbreeding = inbreeding[place] as number
    ancestors.push({
      animal: all.animals[place] as number,
      inbreeding: ownInbreeding,
      contribution: 0.5 * (weight[rank] as number) * (1 + ownInbreeding),
      sireGenerations: sireGenerations.get(rank) ?? [],
      damGenerations: damGenerations.get(rank) ?? [],
    })
  }
  ancestors.sort((a, b) => b.contribution - a.contribution || a.animal - b.animal)
  return {
    inbreeding: 0.5 * columnsOfSubset(all, inbreeding).of(sire)(dam),
    accounted: ancestors.reduce((sum, ancestor) => sum + ancestor.contribution, 0),
    complete: near.complete,
    generations: near.generations,
    ancestors,
  }
}

interface NearAncestors {
  /** 1 for the places of the subset that are looked at. */
  readonly isNear: Uint8Array
  readonly complete: boolean
  readonly generations: number
}

/** Goes up generation by generation and stops before the one that would be too old or make the ancestors too many. */
function findNearAncestors(
  all: AncestorSubset,
  parents: readonly number[],
  options: CommonAncestorOptions,
): NearAncestors {
  const maximumGenerations = options.maximumGenerations ?? Number.POSITIVE_INFINITY
  const maximumAncestors = options.maximumAncestors ?? defaultMaximumAncestors
  const isNear = new Uint8Array(all.animals.length)
  let count = 0
  let generations = 0
  let level = new Set(parents)
  while (level.size > 0) {
    if (generations > 0 && (generations >= maximumGenerations || count + level.size > maximumAncestors)) {
      return { isNear, complete: false, generations }
    }
    for (const place of level) isNear[place] = 1
    count += level.size
    generations++
    const above = new Set<number>()
    for (const place of level) {
      for (const parent of [all.sire[place] as number, all.dam[place] as number]) {
        if (parent >= 0 && isNear[parent] === 0) above.add(parent)
      }
    }
    level = above
  }
  return { isNear, complete: true, generations }
}

/** Weight of the pairs of paths from sire and dam that meet first in each rank (W of `findCommonAncestors`). */
function firstMeetingWeights(ranked: RankedPedigree, sire: number, dam: number): Float64Array {
  const fromSire = passingProbabilities(ranked, sire, new Float64Array(ranked.count + 1))
  const fromDam = passingProbabilities(ranked, dam, new Float64Array(ranked.count + 1))
  const metBefore = new Float64Array(ranked.count + 1)
  const weight = new Float64Array(ranked.count + 1)
  const fromMeeting = new Float64Array(ranked.count + 1)
  // Smaller remainders of the subtraction are rounding, not paths.
  const roundingShare = 1e-12
  for (let rank = Math.min(sire, dam); rank > 0; rank--) {
    const both = (fromSire[rank] as number) * (fromDam[rank] as number)
    const first = both - (metBefore[rank] as number)
    if (first <= both * roundingShare) continue
    weight[rank] = first
    passingProbabilities(ranked, rank, fromMeeting)
    for (let above = 1; above < rank; above++) {
      const passing = fromMeeting[above] as number
      if (passing !== 0) metBefore[above] = (metBefore[above] as number) + first * passing * passing
    }
  }
  return weight
}

/** Writes, for each rank up to `start`, the probability that a random path up from `start` passes it (row of T). */
function passingProbabilities(ranked: RankedPedigree, start: number, probability: Float64Array): Float64Array {
  const { sire, dam } = ranked
  probability.fill(0, 0, start + 1)
  probability[start] = 1
  for (let rank = start; rank > 0; rank--) {
    const half = 0.5 * (probability[rank] as number)
    if (half === 0) continue
    const itsSire = sire[rank] as number
    probability[itsSire] = (probability[itsSire] as number) + half
    const itsDam = dam[rank] as number
    probability[itsDam] = (probability[itsDam] as number) + half
  }
  return probability
}

/** Generations, counted from the offspring of `parent`, at which each rank with a weight stands above `parent`. */
function generationsAbove(ranked: RankedPedigree, parent: number, weight: Float64Array): Map<number, number[]> {
  const generationsOf = new Map<number, number[]>()
  let level = new Set([parent])
  for (let generation = 1; level.size > 0; generation++) {
    const above = new Set<number>()
    for (const rank of level) {
      if (weight[rank] !== 0) {
        const list = generationsOf.get(rank)
        if (list === undefined) generationsOf.set(rank, [generation])
        else list.push(generation)
      }
      above.add(ranked.sire[rank] as number)
      above.add(ranked.dam[rank] as number)
    }
    above.delete(0)
    level = above
  }
  return generationsOf
}
