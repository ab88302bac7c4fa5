import { traceAncestors, valuesOfSubset } from './ancestor-subset.ts'
import type { CodedPedigree } from './coded-pedigree.ts'
import { finishSteps, type InbreedingProgress, inbreedingColumns } from './inbreeding-columns.ts'
import type { PedigreeOrder } from './pedigree-order.ts'

/**
 * Calculates the inbreeding coefficient F of every animal in small steps of some milliseconds: between two steps a
 * worker can report the progress, look for messages, or stop. The generator's return value holds F by position.
 * Method: half of A[sire, dam], one column of A per sire (see inbreeding-columns.ts). Exact to rounding.
 */
export function inbreedingSteps(
  pedigree: CodedPedigree,
  order: PedigreeOrder,
): Generator<InbreedingProgress, Float64Array, void> {
  return inbreedingColumns(pedigree, order.parentsFirst, new Float64Array(pedigree.sire.length).fill(Number.NaN))
}

/** What the caller of a long calculation wants to hear and decide. */
export interface CalculationWatch {
  readonly onProgress?: (progress: InbreedingProgress) => void
  /** Asked after every step; true ends the calculation. */
  readonly isCancelled?: () => boolean
}

/** Calculates F of every animal at once; null when it was cancelled on the way. */
export function calculateInbreeding(
  pedigree: CodedPedigree,
  order: PedigreeOrder,
  watch: CalculationWatch = {},
): Float64Array | null {
  const steps = inbreedingSteps(pedigree, order)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value
    watch.onProgress?.(step.value)
    if (watch.isCancelled?.() === true) return null
  }
}

/**
 * Calculates F of some animals from the known F of all others, tracing only their ancestors; in the order of `targets`.
 * `knownF` is by position; what it says about a target is ignored, an ancestor that is NaN there is calculated too, and
 * an animal without two known parents has F 0 by definition.
 * After a change of parents the targets must include every descendant (`descendantsOf`), or old values live on.
 */
export function inbreedingOf(
  targets: readonly number[] | Int32Array,
  pedigree: CodedPedigree,
  knownF: Float64Array,
): Float64Array {
  return finishSteps(inbreedingOfSteps(targets, pedigree, knownF))
}

/** The same in small steps, for many targets at a time. */
export function* inbreedingOfSteps(
  targets: readonly number[] | Int32Array,
  pedigree: CodedPedigree,
  knownF: Float64Array,
): Generator<InbreedingProgress, Float64Array, void> {
  const subset = traceAncestors(pedigree, targets)
  const known = valuesOfSubset(subset, knownF)
  for (const target of targets) known[subset.placeOf(target)] = Number.NaN
  const places = Int32Array.from(subset.animals.keys())
  const inbreeding = yield* inbreedingColumns(subset, places, known)
  return Float64Array.from(targets, (target) => inbreeding[subset.placeOf(target)] as number)
}
