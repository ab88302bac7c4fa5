/** What was measured and done: more of animals that stand here, little of those that left, nothing of references. */
import { type MeasurementKind, measurementUnits } from '../../core/areas/animals/animals.measurements.ts'
import type { activityKinds } from '../../core/areas/animals/animals.parts.model.ts'
import { addDays, daysBetween } from '../../core/areas/animals/species/calendar-date.ts'
import type { CalendarDate, Instant } from '../../core/kernel/clock.ts'
import type { NewRow } from '../store/entities.ts'
import { conditionScore, weightAt } from './body-growth.ts'
import { addMonths, type HerdAnimal, hasLeft } from './herd-animal.ts'
import type { Choices } from './seeded-choices.ts'

type Measurement = Omit<NewRow<'animalMeasurement'>, 'animalId'>
type Activity = Omit<NewRow<'animalActivity'>, 'animalId'>

const daysPerMonth = 30.4375
const recordedYears = 8

export function measurementsOf(animal: HerdAnimal, today: CalendarDate, choices: Choices): Measurement[] {
  if (animal.isReference) return []
  const until = hasLeft(animal) && animal.statusDate !== null ? animal.statusDate : today
  if (animal.birthDate < addMonths(today, -12 * recordedYears) && until !== today) return []
  const build = choices.normal(1, 0.06)
  const rows: Measurement[] = []
  const add = (kind: MeasurementKind, date: CalendarDate, value: number, method: string | null) => {
    if (date >= animal.birthDate && date <= until)
      rows.push({ kind, value, unit: measurementUnits[kind], measuredAt: morningOf(date, choices), method })
  }
  const weigh = (date: CalendarDate, method: string) =>
    add('weight', date, weightAt(animal, daysBetween(animal.birthDate, date) / daysPerMonth, build, choices), method)
  if (animal.dam !== null) weigh(animal.birthDate, 'sling scale')
  for (const months of [3, 7, 12, 18])
    if (choices.chance(0.6)) weigh(addDays(addMonths(animal.birthDate, months), choices.whole(-6, 6)), 'platform scale')
  if (until !== today) return rows
  const age = daysBetween(animal.birthDate, today) / daysPerMonth
  if (age < 6) return rows
  weigh(addDays(today, -choices.whole(1, 60)), 'platform scale')
  for (const back of [choices.whole(2, 40), choices.whole(80, 140)])
    add('condition_score', addDays(today, -back), conditionScore(animal.species, choices), null)
  const gives =
    animal.sex === 'female' && animal.offspring > 0 && animal.species === 'bovine' && animal.line !== 'hassawi_cattle'
  if (gives && choices.chance(0.6))
    add(
      'milk_yield',
      addDays(today, -choices.whole(1, 30)),
      Math.round(choices.normal(30, 6) * 10) / 10,
      'parlour meter',
    )
  return rows
}

/** What the lab's people note of such animals over a year. */
const yearly: readonly (readonly [kind: (typeof activityKinds)[number], description: string, share: number])[] = [
  ['vaccination', 'Foot-and-mouth booster', 0.5],
  ['vaccination', 'Clostridial booster', 0.3],
  ['examination', 'Brucella serology, blood taken', 0.3],
  ['examination', 'Reproductive tract scanned, nothing abnormal', 0.3],
  ['hoof_care', 'Trimmed', 0.15],
  ['movement', 'Moved pens after grouping', 0.15],
]

export function activitiesOf(animal: HerdAnimal, today: CalendarDate, choices: Choices): Activity[] {
  if (animal.isReference || hasLeft(animal)) return []
  const done: Activity[] = []
  const add = (kind: Activity['kind'], date: CalendarDate, description: string) => {
    if (date >= animal.birthDate) done.push({ kind, happenedAt: morningOf(date, choices), description })
  }
  for (const [kind, description, share] of yearly)
    if (choices.chance(share)) add(kind, addDays(today, -choices.whole(3, 340)), description)
  if (animal.statusReason === 'treatment' && animal.statusDate !== null)
    add('treatment', animal.statusDate, 'Under treatment; withdrawal period runs')
  return done
}

/** An instant of a working morning in Riyadh (UTC+3): 07:00 to 10:59 there. */
function morningOf(date: CalendarDate, choices: Choices): Instant {
  const [hour, minute] = [choices.whole(4, 7), choices.whole(0, 59)]
  return `${date}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z`
}
