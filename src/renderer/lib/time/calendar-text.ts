/** Today in words: the Gregorian date, and the Hijri one (Umm al-Qura) below it. Digits are Latin in both languages. */
import { formatDate } from '../../ui/format-values.ts'

/** Monday 23 November 2026. */
export function longDate(lang: string, isoDate: string): string {
  const text = formatDate(lang, isoDate, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  // The day of the week and the date need no comma between them.
  return text.replace(/[,،]/, '')
}

/** 13 Jumada II 1448, without the era, which the month already tells. */
export function hijriDate(lang: string, isoDate: string): string {
  const locale = lang.startsWith('ar') ? 'ar-SA' : 'en-GB'
  const format = new Intl.DateTimeFormat(`${locale}-u-ca-islamic-umalqura-nu-latn`, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const parts = format.formatToParts(new Date(`${isoDate}T00:00:00Z`))
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? ''
  return `${part('day')} ${part('month')} ${part('year')}${lang.startsWith('ar') ? ' هـ' : ''}`
}

/** The offset of this computer's zone as the strip shows it: +03, +05:30. */
export function zoneOffset(at: Date): string {
  const minutes = -at.getTimezoneOffset()
  const size = Math.abs(minutes)
  const rest = size % 60
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}
