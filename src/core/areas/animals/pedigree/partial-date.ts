/** The days a recorded date may mean, in days since 1970-01-01. */
export interface DayRange {
  readonly first: number
  readonly last: number
}

const millisecondsPerDay = 86_400_000

/**
 * Reads an ISO date that may be known to the year or month only: `2019`, `2019-04`, `2019-04-17`, the last also with a
 * time behind it. Null when it is not such a date.
 */
export function readPartialDate(text: string): DayRange | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/.exec(text)
  if (match === null) return null
  const [, year, month, day] = match
  const y = Number(year)
  if (month === undefined) return { first: dayNumber(y, 1, 1), last: dayNumber(y + 1, 1, 1) - 1 }
  const m = Number(month)
  if (m < 1 || m > 12) return null
  const monthStart = dayNumber(y, m, 1)
  const monthEnd = dayNumber(y, m + 1, 1) - 1
  if (day === undefined) return { first: monthStart, last: monthEnd }
  const exact = monthStart + Number(day) - 1
  return exact < monthStart || exact > monthEnd ? null : { first: exact, last: exact }
}

function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / millisecondsPerDay
}
