import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { formatDateTime } from './format-values.ts'
import { type Meaning, MeaningIcon } from './status.tsx'
import { useLook } from './theme/look.ts'
import styles from './timeline.module.css'

export type TimelineEntry = {
  id: string
  /** UTC ISO instant. */
  at: string
  title: ReactNode
  detail?: ReactNode
  who?: ReactNode
  meaning?: Meaning
  marks?: ReactNode
}

/** Events of a record, newest first as given: a line, a point per event, who and when. */
export function Timeline({
  entries,
  timeZone,
}: {
  entries: readonly TimelineEntry[]
  timeZone?: string
}): ReactElement {
  const { lang } = useLook()
  return (
    <ol className={styles.timeline}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <span className={classNames(styles.point, entry.meaning === undefined && styles.plain)}>
            {entry.meaning !== undefined && <MeaningIcon meaning={entry.meaning} size={14} />}
          </span>
          <div className={styles.text}>
            <div className={styles.line}>
              <span className={styles.title}>{entry.title}</span>
              {entry.marks}
            </div>
            {entry.detail !== undefined && <div className={styles.detail}>{entry.detail}</div>}
            <div className={styles.by}>
              <time dateTime={entry.at}>{formatDateTime(lang, entry.at, timeZone)}</time>
              {entry.who !== undefined && <span>{entry.who}</span>}
            </div>
          </div>
        </li>
      ))}
    </ol>
  )
}
