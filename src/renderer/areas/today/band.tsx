import { type ReactElement, type ReactNode, useId } from 'react'
import { type Meaning, MeaningIcon } from '../../ui/status.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import styles from './today.module.css'

/** One band of Today: its name and count at the start, rows beside it. */
export function Band({ title, detail, children }: { title: string; detail?: ReactNode; children: ReactNode }): ReactElement {
  const id = useId()
  return (
    <section className={styles.band} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {detail !== undefined && <p>{detail}</p>}
      </header>
      <div className={styles.rows}>{children}</div>
    </section>
  )
}

interface BandRowProps {
  /** Time or date; the first column. */
  readonly time?: ReactNode
  readonly meaning?: Meaning
  readonly icon?: IconName
  readonly title: ReactNode
  readonly detail?: ReactNode
  /** Where a person must act, in the colour of it. */
  readonly late?: ReactNode
  readonly action?: ReactNode
}

/** A row: time, icon, title, detail, action, at the same places in every band. */
export function BandRow({ time, meaning, icon, title, detail, late, action }: BandRowProps): ReactElement {
  return (
    <div className={styles.row}>
      <span className={styles.time}>{time}</span>
      {meaning !== undefined && <MeaningIcon meaning={meaning} />}
      {icon !== undefined && <Icon name={icon} className={styles.dim} />}
      <span className={styles.title}>{title}</span>
      <span className={styles.detail}>{detail}</span>
      {late !== undefined && <span className={styles.late}>{late}</span>}
      {action}
    </div>
  )
}

/** What an empty band says. */
export function BandCalm({ children }: { children: ReactNode }): ReactElement {
  return <p className={styles.calm}>{children}</p>
}
