/** Which day it is: at a site by its own clock, and anywhere on Earth. */
import { eq } from 'drizzle-orm'
import type { CalendarDate } from '../../../core/kernel/clock.ts'
import type { ReadTx } from '../../store/engine.ts'

const hourMs = 3_600_000

/** The last day that has begun somewhere (UTC+14): later dates are surely in the future. */
export function latestDate(nowMs: number): CalendarDate {
  return new Date(nowMs + 14 * hourMs).toISOString().slice(0, 10)
}

/** The day in UTC; near enough where a day more or less changes nothing. */
export function utcDate(nowMs: number): CalendarDate {
  return new Date(nowMs).toISOString().slice(0, 10)
}

/** The calendar date on the wall of a place in the given IANA zone. */
export function localDate(nowMs: number, timeZone: string): CalendarDate {
  // The Swedish format is the ISO one.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(nowMs)
}

/** Today at a site. */
export async function siteToday(
  tx: Pick<ReadTx, 'db' | 'tables'>,
  siteId: string,
  nowMs: number,
): Promise<CalendarDate> {
  const { site } = tx.tables
  const rows = await tx.db.select({ timeZone: site.timeZone }).from(site).where(eq(site.id, siteId))
  return localDate(nowMs, rows[0]?.timeZone ?? 'UTC')
}
