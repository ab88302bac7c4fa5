/** Ages as people say them, and the classes that statistics count in. */
import type { CalendarDate } from '../../kernel/clock.ts'
import { completedMonths } from './species/calendar-date.ts'

export const birthDatePrecisions = ['day', 'month', 'year'] as const

export type BirthDatePrecision = (typeof birthDatePrecisions)[number]

/** Age classes in completed months: from inclusive, to exclusive. */
export const ageClasses = [
  { code: 'under_1', fromMonths: 0, toMonths: 12 },
  { code: '1_to_2', fromMonths: 12, toMonths: 24 },
  { code: '2_to_5', fromMonths: 24, toMonths: 60 },
  { code: '5_to_10', fromMonths: 60, toMonths: 120 },
  { code: 'over_10', fromMonths: 120, toMonths: null },
] as const

/** Completed months of age on a day (of death, when it died before); null when the birth date is not known. */
export function ageMonthsOn(
  birthDate: CalendarDate | null,
  day: CalendarDate,
  diedOn: CalendarDate | null = null,
): number | null {
  if (birthDate === null) return null
  const until = diedOn !== null && diedOn < day ? diedOn : day
  return until < birthDate ? 0 : completedMonths(birthDate, until)
}

/** The latest birth date of an animal that has completed so many months on a day. Months without that day end at their last. */
export function bornForAge(day: CalendarDate, months: number): CalendarDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, lastDay)))
    .toISOString()
    .slice(0, 10)
}

/** Upper limits of the classes of F that statistics count in: none, then up to 1/32, 1/16, 1/8, 1/4 and above. */
export const inbreedingClasses = [
  { code: 'none', over: null, upTo: 0 },
  { code: 'to_3', over: 0, upTo: 0.03125 },
  { code: 'to_6', over: 0.03125, upTo: 0.0625 },
  { code: 'to_12', over: 0.0625, upTo: 0.125 },
  { code: 'to_25', over: 0.125, upTo: 0.25 },
  { code: 'over_25', over: 0.25, upTo: null },
] as const
