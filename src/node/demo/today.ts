import type { CalendarDate, Instant } from '../../core/kernel/clock.ts'

/** The day of an instant; the demo takes UTC's, because nothing in it hangs on an hour. */
export function todayOf(at: Instant): CalendarDate {
  return at.slice(0, 10)
}
