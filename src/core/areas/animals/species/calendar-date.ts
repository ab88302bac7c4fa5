import { assert } from '../../../kernel/assert.ts'
import type { CalendarDate } from '../../../kernel/clock.ts'

const dayMs = 86_400_000

/** Adds whole days (negative to go back) to a calendar date, in the Gregorian calendar, without any time zone. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  assert(Number.isInteger(days), `addDays: ${days} is not a whole number of days`)
  return new Date(dayStartMs(date) + days * dayMs).toISOString().slice(0, 10)
}

/** Counts the days from one calendar date to another; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((dayStartMs(to) - dayStartMs(from)) / dayMs)
}

/** Counts the completed months from one calendar date to another, as ages are counted. */
export function completedMonths(from: CalendarDate, to: CalendarDate): number {
  const [start, end] = [new Date(dayStartMs(from)), new Date(dayStartMs(to))]
  const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth()
  return end.getUTCDate() < start.getUTCDate() ? months - 1 : months
}

// Dates arrive checked by the schema of the contract; anything else here is a bug.
function dayStartMs(date: CalendarDate): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  assert(!Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date), `not a calendar date: ${date}`)
  return ms
}
