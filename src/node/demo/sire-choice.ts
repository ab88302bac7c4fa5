import type { CalendarDate } from '../../core/kernel/clock.ts'
import { type HerdAnimal, isThere } from './herd-animal.ts'
import type { HerdPlan } from './herd-plans.ts'
import type { Choices } from './seeded-choices.ts'

/**
 * Chooses a sire for a birth: of the dam's line but for a few crosses, a company's bull or the herd's own by the plan, the
 * younger ones more often. Parent and offspring are never mated; half brothers and sisters seldom.
 */
export function chooseSire(
  plan: HerdPlan,
  herd: readonly HerdAnimal[],
  dam: HerdAnimal,
  date: CalendarDate,
  isNucleus: boolean,
  choices: Choices,
): HerdAnimal | null {
  const own = !isNucleus && choices.chance(plan.ownSireShare)
  const crosses = choices.chance(plan.crossShare)
  const ofAge = herd.filter((animal) => animal.isSire && animal.matureFrom <= date && !isParentOrOffspring(animal, dam))
  const inUse = ofAge.filter((animal) => animal.breedsUntil > date && isThere(animal, date))
  const lineOf = (animals: readonly HerdAnimal[]) => animals.filter((animal) => (animal.line === dam.line) !== crosses)
  const wanted = lineOf(inUse).filter((animal) => animal.isReference !== own)
  // Frozen semen outlives its sire.
  const pools = [wanted, lineOf(inUse), ofAge.filter((animal) => animal.line === dam.line)]
  const pool = pools.find((animals) => animals.length > 0)
  return pool === undefined ? null : favoured(pool, dam, choices)
}

function favoured(pool: readonly HerdAnimal[], dam: HerdAnimal, choices: Choices): HerdAnimal | null {
  let chosen: HerdAnimal | null = null
  for (let draw = 0; draw < 4; draw += 1) {
    // The list is in order of birth: the square leans towards its end, where the young sires stand.
    chosen = pool[pool.length - 1 - Math.floor(pool.length * choices.share() ** 2)] ?? null
    if (chosen === null || chosen.sire === null || chosen.sire !== dam.sire) return chosen
  }
  return chosen
}

function isParentOrOffspring(sire: HerdAnimal, dam: HerdAnimal): boolean {
  return dam.sire === sire || sire.dam === dam
}
