/** What becomes of an animal: how long it stays, why it leaves, and how those that stay are doing today. */

import type { AnimalStatus, StatusReason } from '../../core/areas/animals/animals.status.ts'
import { addDays } from '../../core/areas/animals/species/calendar-date.ts'
import type { Sex } from '../../core/areas/animals/species/sex.ts'
import type { CalendarDate } from '../../core/kernel/clock.ts'
import { addMonths } from './herd-animal.ts'
import type { HerdPlan } from './herd-plans.ts'
import type { Choices } from './seeded-choices.ts'

export interface Fate {
  readonly status: AnimalStatus
  readonly statusReason: StatusReason | null
  readonly statusDate: CalendarDate | null
}

const staying: readonly (readonly [Pick<Fate, 'status' | 'statusReason'>, number])[] = [
  [{ status: 'active', statusReason: null }, 88],
  [{ status: 'resting', statusReason: 'between_cycles' }, 5],
  [{ status: 'resting', statusReason: 'recovery' }, 1],
  [{ status: 'withheld', statusReason: 'treatment' }, 2],
  [{ status: 'withheld', statusReason: 'test_pending' }, 2],
  [{ status: 'quarantined', statusReason: 'arrival' }, 1.5],
  [{ status: 'quarantined', statusReason: 'before_export' }, 0.5],
]

const leaving: readonly (readonly [Pick<Fate, 'status' | 'statusReason'>, number])[] = [
  [{ status: 'sold', statusReason: 'sale' }, 34],
  [{ status: 'sold', statusReason: 'slaughter_sale' }, 26],
  [{ status: 'sold', statusReason: 'auction' }, 6],
  [{ status: 'transferred', statusReason: 'returned_to_owner' }, 8],
  [{ status: 'dead', statusReason: 'died' }, 12],
  [{ status: 'dead', statusReason: 'disease' }, 7],
  [{ status: 'dead', statusReason: 'euthanised' }, 4],
  [{ status: 'dead', statusReason: 'accident' }, 2],
]

/** Ages in years at which an ancestor behind the register is certainly dead. */
const longestLives: Readonly<Record<string, number>> = { bovine: 16, equine: 28, camel: 30, ovine: 11, caprine: 12 }

export function fateOf(
  plan: HerdPlan,
  animal: {
    readonly sex: Sex
    readonly birthDate: CalendarDate
    readonly isReference: boolean
    readonly isSire: boolean
  },
  today: CalendarDate,
  choices: Choices,
): Fate {
  if (animal.isReference) return referenceFate(plan, animal.birthDate, today, choices)
  const months = stayMonths(plan, animal, choices)
  const leaves = addMonths(animal.birthDate, months)
  if (leaves < today) return { ...choices.weighted(leaving), statusDate: leaves }
  const now = choices.weighted(staying)
  if (now.status === 'active') return { ...now, statusDate: null }
  const since = addDays(today, -choices.whole(1, 45))
  return { ...now, statusDate: since < animal.birthDate ? animal.birthDate : since }
}

function referenceFate(plan: HerdPlan, birthDate: CalendarDate, today: CalendarDate, choices: Choices): Fate {
  const dies = addMonths(birthDate, 12 * (longestLives[plan.species] ?? 20) * (0.7 + 0.3 * choices.share()))
  if (dies >= today) return { status: 'active', statusReason: null, statusDate: null }
  return { status: 'dead', statusReason: 'died', statusDate: dies }
}

function stayMonths(plan: HerdPlan, animal: { readonly sex: Sex; readonly isSire: boolean }, choices: Choices): number {
  const [mean, deviation] = plan.stayYears
  if (animal.sex === 'female' || animal.isSire || animal.sex === 'castrate') {
    // One young female in seven is sold before she breeds; the others stay for their work.
    if (animal.sex === 'female' && choices.chance(1 / 7)) return choices.whole(5, 18)
    return Math.max(plan.firstBirthMonths[1] + 2, 12 * choices.normal(mean, deviation))
  }
  return choices.whole(4, 16)
}
