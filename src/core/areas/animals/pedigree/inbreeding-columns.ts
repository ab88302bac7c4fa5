/**
 * Inbreeding coefficients by columns of A.
 *
 * F of an animal is A[sire, dam] / 2, so one column of A per sire gives F of all his offspring (the indirect method of
 * Colleau 2002 and Sargolzaei, Iwaisaki & Colleau 2005). Because a column needs F of the sire's ancestors only, sires
 * taken parents first need one column each, not one per generation. Only parents can be ancestors, so animals without
 * offspring never enter a column. Where there are fewer dams than sires, the columns are those of the dams.
 */
import type { CodedPedigree } from './coded-pedigree.ts'
import { type RankedPedigree, rankPedigree, sweepColumn, varianceOfRank } from './relationship-column.ts'

/** How far a calculation of F has come. */
export interface InbreedingProgress {
  /** Animals with both parents known whose F is calculated. */
  readonly calculated: number
  /** Animals with both parents known whose F is wanted. */
  readonly wanted: number
  /** Share of the expected work that is done, 0 to 1. */
  readonly fraction: number
}

/** Passes over one rank between two steps: about 5 ms. */
const workPerStep = 4_000_000
/** A list of ancestors pays while it is shorter than one rank in this many (measured; 16 to 40 are alike). */
const rowPerListed = 24
const smallestReach = 1024

/**
 * Calculates F wherever `known` is NaN and returns F of all. `parentsFirst` holds every position once, parents before
 * offspring. Values that are known are trusted, except that an animal with an unknown parent has F 0 by definition.
 */
export function* inbreedingColumns(
  pedigree: CodedPedigree,
  parentsFirst: Int32Array,
  known: Float64Array,
): Generator<InbreedingProgress, Float64Array, void> {
  const inbreeding = Float64Array.from(known)
  const { wanted, isParent } = findWanted(pedigree, inbreeding)
  if (wanted.length === 0) return inbreeding
  const ranked = rankPedigree(pedigree, parentsFirst, isParent)
  const families = groupByKey(pedigree, ranked, wanted)
  const variance = new Float64Array(ranked.count + 1)
  const column = new Float64Array(ranked.count + 1)
  const collect = createRecentCollector(ranked)
  let calculated = 0
  let workDone = 0
  let workReported = 0
  let weighed = 0
  for (const key of families.keys) {
    // Ranks up to the key may be weighed now: F of their parents came from columns of parents, which stand before.
    while (weighed < key) variance[++weighed] = varianceOfRank(ranked, inbreeding, weighed)
    const from = families.start[key] as number
    const to = families.start[key + 1] as number
    const mates = families.mates.subarray(from, to)
    const last = families.lastMate[key] as number
    const { dense, recent } = collect(key, mates, Math.max(key, last))
    sweepColumn(ranked, variance, key, dense, recent, column)
    for (let place = from; place < to; place++) {
      inbreeding[families.offspring[place] as number] = 0.5 * (column[families.mates[place] as number] as number)
    }
    calculated += to - from
    workDone += key + last
    if (workDone - workReported < workPerStep) continue
    workReported = workDone
    yield { calculated, wanted: wanted.length, fraction: workDone / families.totalWork }
  }
  return inbreeding
}

/** Runs a calculation to its end without looking at its steps. */
export function finishSteps(steps: Generator<InbreedingProgress, Float64Array, void>): Float64Array {
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

/** Sets F = 0 where a parent is unknown (the base is not inbred); gives the others that are NaN, and marks all parents. */
function findWanted(
  { sire, dam }: CodedPedigree,
  inbreeding: Float64Array,
): { wanted: Int32Array; isParent: Uint8Array } {
  const wanted = new Int32Array(inbreeding.length)
  const isParent = new Uint8Array(inbreeding.length)
  let count = 0
  for (let animal = 0; animal < inbreeding.length; animal++) {
    const itsSire = sire[animal] as number
    const itsDam = dam[animal] as number
    if (itsSire >= 0) isParent[itsSire] = 1
    if (itsDam >= 0) isParent[itsDam] = 1
    if (itsSire < 0 || itsDam < 0) inbreeding[animal] = 0
    else if (Number.isNaN(inbreeding[animal])) wanted[count++] = animal
  }
  return { wanted: wanted.subarray(0, count), isParent }
}

/** Offspring grouped by the parent whose columns are fewer. */
interface Families {
  /** Ranks of the key parents, ascending. */
  readonly keys: Int32Array
  /** Offspring of key k stand at start[k] to start[k + 1] - 1 in `offspring` (positions) and `mates` (ranks). */
  readonly start: Int32Array
  readonly offspring: Int32Array
  readonly mates: Int32Array
  /** Largest mate rank of each key. */
  readonly lastMate: Int32Array
  /** Sum of key and largest mate over all keys. */
  readonly totalWork: number
}

function groupByKey(pedigree: CodedPedigree, ranked: RankedPedigree, wanted: Int32Array): Families {
  const bySire = countDistinct(pedigree.sire, wanted) <= countDistinct(pedigree.dam, wanted)
  const keyParent = bySire ? pedigree.sire : pedigree.dam
  const otherParent = bySire ? pedigree.dam : pedigree.sire
  const start = new Int32Array(ranked.count + 2)
  const lastMate = new Int32Array(ranked.count + 1)
  for (const animal of wanted) {
    const key = ranked.rank[keyParent[animal] as number] as number
    start[key + 1] = (start[key + 1] as number) + 1
    lastMate[key] = Math.max(lastMate[key] as number, ranked.rank[otherParent[animal] as number] as number)
  }
  const keys: number[] = []
  let totalWork = 0
  for (let key = 1; key <= ranked.count; key++) {
    if ((start[key + 1] as number) > 0) {
      keys.push(key)
      totalWork += key + (lastMate[key] as number)
    }
    start[key + 1] = (start[key + 1] as number) + (start[key] as number)
  }
  const next = start.slice()
  const offspring = new Int32Array(wanted.length)
  const mates = new Int32Array(wanted.length)
  for (const animal of wanted) {
    const key = ranked.rank[keyParent[animal] as number] as number
    const place = next[key] as number
    next[key] = place + 1
    offspring[place] = animal
    mates[place] = ranked.rank[otherParent[animal] as number] as number
  }
  return { keys: Int32Array.from(keys), start, offspring, mates, lastMate, totalWork }
}

function countDistinct(parents: Int32Array, wanted: Int32Array): number {
  const seen = new Uint8Array(parents.length)
  let count = 0
  for (const animal of wanted) {
    const parent = parents[animal] as number
    if (seen[parent] === 1) continue
    seen[parent] = 1
    count++
  }
  return count
}

/** What a column passes over: ranks below `dense` in a row, and the list `recent` of ranks from there on. */
interface Sweep {
  readonly dense: number
  readonly recent: Int32Array
}

/**
 * Builds a function that divides the ranks for a column (see `sweepColumn`): how far back ancestors are listed follows
 * the pedigree, because herds with few sires fan out within two generations and natural matings only after ten. The
 * reach shrinks when a list was too long to pay, and grows again while lists are short.
 */
function createRecentCollector(ranked: RankedPedigree): (key: number, mates: Int32Array, last: number) => Sweep {
  const { sire, dam } = ranked
  const bits = new Int32Array((ranked.count >> 5) + 1)
  const found = new Int32Array(ranked.count + 1)
  let reach = ranked.count
  return (key, mates, last) => {
    const dense = Math.max(1, last + 1 - reach)
    const limit = (last + 1 - dense) / rowPerListed
    let count = 0
    const add = (rank: number): void => {
      const bit = 1 << rank
      if (rank < dense || ((bits[rank >> 5] as number) & bit) !== 0) return
      bits[rank >> 5] = (bits[rank >> 5] as number) | bit
      found[count++] = rank
    }
    add(key)
    for (let place = 0; place < mates.length && count <= limit; place++) add(mates[place] as number)
    for (let head = 0; head < count && count <= limit; head++) {
      add(sire[found[head] as number] as number)
      add(dam[found[head] as number] as number)
    }
    if (count > limit) {
      for (let place = 0; place < count; place++) bits[(found[place] as number) >> 5] = 0
      reach = Math.max(smallestReach, reach - (reach >> 3))
      return { dense: last + 1, recent: found.subarray(0, 0) }
    }
    if (count < limit / 2) reach = Math.min(ranked.count, reach + (reach >> 3))
    takeBitsAscending(bits, dense, last, found)
    return { dense, recent: found.subarray(0, count) }
  }
}

/** Writes the set bits from `first` to `last` into `into`, ascending, and clears them: much faster than sorting. */
function takeBitsAscending(bits: Int32Array, first: number, last: number, into: Int32Array): void {
  let place = 0
  for (let word = first >> 5; word <= last >> 5; word++) {
    let left = bits[word] as number
    if (left === 0) continue
    bits[word] = 0
    while (left !== 0) {
      const lowest = left & -left
      into[place++] = (word << 5) + 31 - Math.clz32(lowest)
      left ^= lowest
    }
  }
}
