/**
 * One column of the additive relationship matrix, A e_k = T D T' e_k (Henderson 1976; Colleau 2002, GSE 34:409).
 * T' e_k runs down from animal k to its ancestors, D weighs, T runs up again to everybody else. Only the ancestors of k
 * need to be weighed, so the column of a sire is final as soon as the F of his ancestors is known, whatever his mates.
 */
import type { CodedPedigree } from './coded-pedigree.ts'

/** A pedigree numbered 1..count with parents before offspring; 0 stands for unknown, so that loops need no branch. */
export interface RankedPedigree {
  readonly count: number
  /** Parents by rank; index 0 is not an animal. */
  readonly sire: Int32Array
  readonly dam: Int32Array
  /** Position in the coded pedigree of each rank; -1 at index 0. */
  readonly animal: Int32Array
  /** Rank of each position of the coded pedigree; 0 for an animal that was left out. */
  readonly rank: Int32Array
  /** Ranks below this one are founders. */
  readonly firstNonFounder: number
}

/**
 * Numbers the animals of `parentsFirst` for which `keep` is set (all when it is null). A parent that is left out counts
 * as unknown.
 */
export function rankPedigree(
  pedigree: CodedPedigree,
  parentsFirst: Int32Array,
  keep: Uint8Array | null,
): RankedPedigree {
  const rank = new Int32Array(pedigree.sire.length)
  let count = 0
  for (const animal of parentsFirst) if (keep === null || keep[animal] === 1) rank[animal] = ++count
  const sire = new Int32Array(count + 1)
  const dam = new Int32Array(count + 1)
  const animals = new Int32Array(count + 1).fill(-1)
  for (const animal of parentsFirst) {
    const own = rank[animal] as number
    if (own === 0) continue
    animals[own] = animal
    const itsSire = pedigree.sire[animal] as number
    const itsDam = pedigree.dam[animal] as number
    sire[own] = itsSire < 0 ? 0 : (rank[itsSire] as number)
    dam[own] = itsDam < 0 ? 0 : (rank[itsDam] as number)
  }
  let firstNonFounder = 1
  while (firstNonFounder <= count && sire[firstNonFounder] === 0 && dam[firstNonFounder] === 0) firstNonFounder++
  return { count, sire, dam, animal: animals, rank, firstNonFounder }
}

/**
 * Gives the part of an animal's additive variance that is not explained by its parents (the d of A = TDT'): 0.5 - 0.25
 * (Fs + Fd) with both known, 0.75 - 0.25 F with one, 1 with none. Pass null for an unknown parent.
 */
export function mendelianVariance(sireInbreeding: number | null, damInbreeding: number | null): number {
  const ofParent = (inbreeding: number | null): number => (inbreeding === null ? 0 : 0.25 * (1 + inbreeding))
  return 1 - ofParent(sireInbreeding) - ofParent(damInbreeding)
}

/** Mendelian variance of every rank, from the F of every position of the coded pedigree. */
export function mendelianVariances(ranked: RankedPedigree, inbreeding: Float64Array): Float64Array {
  const variance = new Float64Array(ranked.count + 1)
  for (let rank = 1; rank <= ranked.count; rank++) variance[rank] = varianceOfRank(ranked, inbreeding, rank)
  return variance
}

/** Mendelian variance of one rank; the F of its parents must stand in `inbreeding`. */
export function varianceOfRank(ranked: RankedPedigree, inbreeding: Float64Array, rank: number): number {
  const sire = ranked.sire[rank] as number
  const dam = ranked.dam[rank] as number
  return mendelianVariance(
    sire === 0 ? null : (inbreeding[ranked.animal[sire] as number] as number),
    dam === 0 ? null : (inbreeding[ranked.animal[dam] as number] as number),
  )
}

/**
 * Writes A[rank, key] into `column` for every rank of `recent` and every rank below `dense`, all of them when `dense` is
 * count + 1; other places hold nothing of use. `recent`: ranks from `dense` on, ascending, with every rank its ancestors
 * down to `dense`. The key must be in one of the two. `variance` must be right for the key and its ancestors.
 *
 * Passing over a rank in a row is several times cheaper than looking one up, so ancestors long ago, where nearly every
 * animal is one, are passed in a row, and recent ones, where few are, by the list.
 */
export function sweepColumn(
  ranked: RankedPedigree,
  variance: Float64Array,
  key: number,
  dense: number,
  recent: Int32Array,
  column: Float64Array,
): void {
  const { sire, dam, firstNonFounder } = ranked
  column.fill(0, 0, dense)
  for (const rank of recent) column[rank] = 0
  column[key] = 1
  for (let place = recent.length - 1; place >= 0; place--) {
    const rank = recent[place] as number
    const flow = column[rank] as number
    if (flow !== 0) giveToParents(sire, dam, variance, column, rank, flow)
  }
  for (let rank = Math.min(key, dense - 1); rank > 0; rank--) {
    const flow = column[rank] as number
    if (flow !== 0) giveToParents(sire, dam, variance, column, rank, flow)
  }
  column[0] = 0
  for (let rank = firstNonFounder; rank < dense; rank++) {
    column[rank] =
      (column[rank] as number) +
      0.5 * ((column[sire[rank] as number] as number) + (column[dam[rank] as number] as number))
  }
  for (const rank of recent) {
    column[rank] =
      (column[rank] as number) +
      0.5 * ((column[sire[rank] as number] as number) + (column[dam[rank] as number] as number))
  }
}

/** Passes half of what has flowed to an animal on to each parent, then weighs what stays (rank 0 takes the rest). */
function giveToParents(
  sire: Int32Array,
  dam: Int32Array,
  variance: Float64Array,
  column: Float64Array,
  rank: number,
  flow: number,
): void {
  const itsSire = sire[rank] as number
  column[itsSire] = (column[itsSire] as number) + 0.5 * flow
  const itsDam = dam[rank] as number
  column[itsDam] = (column[itsDam] as number) + 0.5 * flow
  column[rank] = flow * (variance[rank] as number)
}
