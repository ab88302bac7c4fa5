import { type ReactElement, useEffect, useState } from 'react'
import { formatDate, formatDateTime, formatRelative } from './format-values.ts'
import { useLook } from './theme/look.ts'

/** Shows how long ago an instant (UTC ISO text) is, kept current each half minute; the full time is its title. */
export function RelativeTime({ at, timeZone }: { at: string; timeZone?: string }): ReactElement {
  const { lang } = useLook()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <time dateTime={at} title={formatDateTime(lang, at, timeZone)}>
      {formatRelative(lang, at, now)}
    </time>
  )
}

/** Shows an instant (UTC ISO text) as date and time of day. */
export function DateTimeText({ at, timeZone }: { at: string; timeZone?: string }): ReactElement {
  const { lang } = useLook()
  return <time dateTime={at}>{formatDateTime(lang, at, timeZone)}</time>
}

/** Shows a calendar date (2021-03-14) the way the language writes it. */
export function DateText({ date }: { date: string }): ReactElement {
  const { lang } = useLook()
  return <time dateTime={date}>{formatDate(lang, date)}</time>
}
