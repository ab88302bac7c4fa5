/** Milliseconds since the Unix epoch, UTC. Injected everywhere so that tests and the simulation own time. */
export interface Clock {
  nowMs(): number
}

/** UTC instant as ISO 8601 text with milliseconds, the one form instants have in tables, messages and exports. */
export type Instant = string

/** Calendar date `YYYY-MM-DD` without a time or zone: a birth date is a date. */
export type CalendarDate = string

export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString()
}
