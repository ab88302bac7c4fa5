/**
 * Relationships of chosen animals. Only their ancestors are traced, so a pair in a pedigree of a million costs
 * milliseconds. `knownF` holds F by position (from `calculateInbreeding`); without it, or where it is NaN, the F of the
 * ancestors is calculated on the way.
 */
import { type AncestorSubset, traceAncestors, valuesOfSubset } from './ancestor-subset.ts'
import type { CodedPedigree } from './coded-pedigree.ts'
import { finishSteps, inbreedingColumns } from './inbreeding-columns.ts'
import { mendelianVariances, rankPedigree, sweepColumn } from './relationship-column.ts'

/** What the relationship of two animals means. */
export interface PairRelationship {
  /** Additive (numerator) relationship A_ij: 0 to 2. Of an animal with itself 1 + F. */
  readonly additive: number
  /** Wright's coefficient of relationship r = A_ij / sqrt(A_ii A_jj): 0 to 1. */
  readonly coefficient: number
  /** Kinship (coancestry) A_ij / 2; it is also F of an offspring of the two. */
  readonly kinship: number
  readonly expectedInbreeding: number
  readonly firstInbreeding: number
  readonly secondInbreeding: number
}

/** Describes how two animals are related; an animal with itself is allowed (selfing). */
export function describeRelationship(
  pedigree: CodedPedigree,
  first: number,
  second: number,
  knownF?: Float64Array,
): PairRelationship {
  const columns = prepareColumns(pedigree, [first, second], knownF)
  const additive = columns.of(first)(second)
  const firstInbreeding = columns.inbreedingOf(first)
  const secondInbreeding = columns.inbreedingOf(second)
  const coefficient = additive / Math.sqrt((1 + firstInbreeding) * (1 + secondInbreeding))
  const kinship = additive / 2
  return { additive, coefficient, kinship, expectedInbreeding: kinship, firstInbreeding, secondInbreeding }
}

/** Gives the additive relationship A_ij of two animals. */
export function additiveRelationship(
  pedigree: CodedPedigree,
  first: number,
  second: number,
  knownF?: Float64Array,
): number {
  return prepareColumns(pedigree, [first, second], knownF).of(first)(second)
}

/** Gives A_ij of one animal with each of the others, in their order: one pass for all of them. */
export function additiveRelationships(
  pedigree: CodedPedigree,
  animal: number,
  others: readonly number[],
  knownF?: Float64Array,
): Float64Array {
  const relationshipTo = prepareColumns(pedigree, [animal, ...others], knownF).of(animal)
  return Float64Array.from(others, relationshipTo)
}

/** Gives the expected F of the offspring of one animal with each mate: half of their additive relationship. */
export function expectedInbreeding(
  pedigree: CodedPedigree,
  animal: number,
  mates: readonly number[],
  knownF?: Float64Array,
): Float64Array {
  return additiveRelationships(pedigree, animal, mates, knownF).map((additive) => additive / 2)
}

/** Gives A among the animals, row by row: element [i * animals.length + j] is A of animals i and j. */
export function relationshipMatrix(
  pedigree: CodedPedigree,
  animals: readonly number[],
  knownF?: Float64Array,
): Float64Array {
  const columns = prepareColumns(pedigree, animals, knownF)
  const matrix = new Float64Array(animals.length * animals.length)
  for (const [row, animal] of animals.entries()) {
    const relationshipTo = columns.of(animal)
    for (const [column, other] of animals.entries()) matrix[row * animals.length + column] = relationshipTo(other)
  }
  return matrix
}

/** Calculates F of every animal of a subset, taking from `knownF` what is known there. In the order of the subset. */
export function inbreedingOfSubset(subset: AncestorSubset, knownF: Float64Array | undefined): Float64Array {
  const count = subset.animals.length
  const known = knownF === undefined ? new Float64Array(count).fill(Number.NaN) : valuesOfSubset(subset, knownF)
  return finishSteps(inbreedingColumns(subset, Int32Array.from(subset.animals.keys()), known))
}

/** Columns of A over an ancestor subset. */
export interface RelationshipColumns {
  /** Fills the column of an animal and gives a reader for it, valid until the next column is filled. */
  readonly of: (animal: number) => (other: number) => number
  readonly inbreedingOf: (animal: number) => number
}

/** Prepares columns of A over a subset, from the F of its animals in the order of the subset. */
export function columnsOfSubset(subset: AncestorSubset, inbreeding: Float64Array): RelationshipColumns {
  const ranked = rankPedigree(subset, Int32Array.from(subset.animals.keys()), null)
  const variance = mendelianVariances(ranked, inbreeding)
  const column = new Float64Array(ranked.count + 1)
  const everyRankInRow = ranked.count + 1
  const rankOf = (animal: number): number => subset.placeOf(animal) + 1
  return {
    of: (animal) => {
      sweepColumn(ranked, variance, rankOf(animal), everyRankInRow, new Int32Array(0), column)
      return (other) => column[rankOf(other)] as number
    },
    inbreedingOf: (animal) => inbreeding[subset.placeOf(animal)] as number,
  }
}

function prepareColumns(
  pedigree: CodedPedigree,
  animals: readonly number[],
  knownF: Float64Array | undefined,
): RelationshipColumns {
  const subset = traceAncestors(pedigree, animals)
  return columnsOfSubset(subset, inbreedingOfSubset(subset, knownF))
}
