/**
 * Text forms of numbers, dates and times. Digits are always Latin, because ids, weights and printed labels are;
 * never compare or store these texts (Arabic number forms carry invisible marks).
 */

function localeOf(lang: string): string {
  const base = lang.startsWith('ar') ? 'ar-SA' : lang === 'en' ? 'en-GB' : lang
  return `${base}-u-nu-latn-ca-gregory`
}

const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>()

/** Creating a formatter costs far more than using one, and grids format thousands of cells. */
function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  key: string,
  create: () => T,
): T {
  const found = formatters.get(key)
  if (found !== undefined) return found as T
  const made = create()
  formatters.set(key, made)
  return made
}

/** Formats a number with the grouping of the language, for example 2,418. */
export function formatNumber(lang: string, value: number, options: Intl.NumberFormatOptions = {}): string {
  return cached(`n ${lang} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(localeOf(lang), options)).format(
    value,
  )
}

/** Formats an ISO calendar date (2021-03-14) as 14 Mar 2021, without any time zone shifting it. */
export function formatDate(lang: string, isoDate: string, options: Intl.DateTimeFormatOptions = shortDate): string {
  const at = new Date(`${isoDate.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return isoDate
  return dateFormat(lang, { ...options, timeZone: 'UTC' }).format(at)
}

const shortDate: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }

/** Formats an instant (UTC ISO text) in the time zone given, else in the computer's: 23 Nov 2026, 14:32. */
export function formatDateTime(lang: string, iso: string, timeZone?: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const options: Intl.DateTimeFormatOptions = {
    ...shortDate,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }
  return dateFormat(lang, options).format(at)
}

/** Formats the time of day of an instant: 14:32. */
export function formatTime(lang: string, iso: string, timeZone?: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return dateFormat(lang, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at)
}

function dateFormat(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached(`d ${lang} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(localeOf(lang), options))
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const relativeSteps: [limitMs: number, unitMs: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [hour, minute, 'minute'],
  [day, hour, 'hour'],
  [30 * day, day, 'day'],
  [365 * day, 30.44 * day, 'month'],
  [Number.POSITIVE_INFINITY, 365.25 * day, 'year'],
]

/** Says how long ago or ahead an instant is: "2 min ago", "now" under 45 s. `now` is in ms since 1970. */
export function formatRelative(lang: string, iso: string, now: number): string {
  const difference = new Date(iso).getTime() - now
  if (Number.isNaN(difference)) return iso
  const format = cached(
    `r ${lang}`,
    () => new Intl.RelativeTimeFormat(localeOf(lang), { numeric: 'auto', style: 'short' }),
  )
  const size = Math.abs(difference)
  if (size < 0.75 * minute) return format.format(0, 'second')
  for (const [limitMs, unitMs, unit] of relativeSteps) {
    const amount = Math.max(1, Math.round(size / unitMs))
    // Rounding up may reach the next unit: 59.6 minutes are an hour.
    if (amount * unitMs < limitMs) return format.format(Math.sign(difference) * amount, unit)
  }
  return iso
}

/** Formats a size in bytes with decimal units: 3.1 MB. */
export function formatBytes(lang: string, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  return formatNumber(lang, bytes / 1000 ** step, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  })
}

/** Keeps a text such as `11.4 cm` or `T04` in left-to-right order inside a right-to-left sentence. */
export function isolateLtr(text: string): string {
  return `\u2066${text}\u2069`
}
