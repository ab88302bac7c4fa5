import { performance } from 'node:perf_hooks'
import { commonAncestorsOf } from '../../src/core/areas/animals/pedigree/common-ancestors.ts'
import { calculateInbreeding, inbreedingOf } from '../../src/core/areas/animals/pedigree/inbreeding.ts'
import { orderCheckedPedigree } from '../../src/core/areas/animals/pedigree/pedigree-order.ts'
import { describeRelationship } from '../../src/core/areas/animals/pedigree/relationship.ts'
import type { Figure } from './figure.ts'
import { type GeneratedPedigree, generateNaturalPedigree, generatePedigree } from './generated-pedigree.ts'

/**
 * Measures inbreeding on generated pedigrees: ordering and F of all animals, then single animals, pairs and reports on
 * the million. Stops with an error when the sum of F is not the recorded one, since a wrong result has no speed.
 */
export async function bench(emit: (figure: Figure) => void): Promise<void> {
  const small = generatePedigree(100_000, 100)
  measureAll(small, 1360.453612)
  const smallRun = measureAll(small, 1360.453612)
  emit(withGoal('inbreeding 100k', smallRun.seconds, 's', 1))

  const large = generatePedigree(1_000_000, 1000)
  const { seconds, inbreeding } = measureAll(large, 1905.878843)
  emit(withGoal('inbreeding 1M', seconds, 's', 20))

  const youngest = Array.from({ length: 25 }, (_none, place) => 999_999 - 37 * place)
  const each = (name: string, goal: number, run: (animal: number) => void): void => {
    emit(withGoal(name, medianMilliseconds(youngest, run), 'ms', goal))
  }
  each('inbreeding of one animal on 1M', 50, (animal) => inbreedingOf([animal], large, inbreeding))
  each('relationship of a pair on 1M', 50, (animal) => describeRelationship(large, animal, animal - 500, inbreeding))
  each('common ancestors of one animal on 1M', 100, (animal) => {
    commonAncestorsOf(large, animal, { knownF: inbreeding })
  })

  // No goal: every sire has his own mates and all lines are known, the hardest pedigree for any method by columns.
  const natural = measureAll(generateNaturalPedigree(200_000, 1), null)
  emit({ name: 'inbreeding 200k natural matings', value: natural.seconds, unit: 's' })
}

function measureAll(
  pedigree: GeneratedPedigree,
  recordedSum: number | null,
): { seconds: number; inbreeding: Float64Array } {
  const start = performance.now()
  const inbreeding = calculateInbreeding(pedigree, orderCheckedPedigree(pedigree))
  const seconds = (performance.now() - start) / 1000
  if (inbreeding === null) throw new Error('the calculation was cancelled')
  const sum = inbreeding.reduce((total, value) => total + value, 0)
  if (recordedSum !== null && Math.abs(sum - recordedSum) > 1e-5) {
    throw new Error(`sum of F is ${sum}, recorded is ${recordedSum}`)
  }
  return { seconds, inbreeding }
}

function withGoal(name: string, value: number, unit: 's' | 'ms', below: number): Figure {
  return { name, value, unit, goal: `< ${below} ${unit}`, ok: value < below }
}

function medianMilliseconds(animals: readonly number[], run: (animal: number) => void): number {
  const times = animals.map((animal) => {
    const start = performance.now()
    run(animal)
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN
}
