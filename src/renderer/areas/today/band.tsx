import type { ReactElement, ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { type Meaning, meaningIcons } from '../../ui/status.tsx'
import styles from './today.module.css'

interface BandProps {
  readonly title: string
  /** How much it holds, below the title. */
  readonly detail?: string | undefined
  readonly children: ReactNode
}

/** A part of the day: its name at the start, its rows beside it. */
export function Band({ title, detail, children }: BandProps): ReactElement {
  return (
    <section className={styles.band} aria-label={title}>
      <div className={styles.name}>
        <h2 className={styles.title}>{title}</h2>
        {detail !== undefined && <p className={styles.count}>{detail}</p>}
      </div>
      <div className={styles.content}>{children}</div>
    </section>
  )
}

/** What a band without rows says. */
export function Calm({ children, action }: { children: ReactNode; action?: ReactNode }): ReactElement {
  return (
    <p className={styles.calm}>
      {children != null && <span>{children}</span>}
      {action}
    </p>
  )
}

interface RowProps {
  /** Time, date or number at the start. */
  readonly lead: ReactNode
  readonly meaning: Meaning
  readonly icon?: IconName
  readonly title: ReactNode
  readonly detail?: ReactNode
  /** A word at the end that asks to act. */
  readonly alert?: ReactNode
  readonly action?: ReactNode
  readonly big?: boolean
  /** Makes the whole row a link, with a chevron at its end. */
  readonly href?: string
}

export function BandRow({
  lead,
  meaning,
  icon,
  title,
  detail,
  alert,
  action,
  big = false,
  href,
}: RowProps): ReactElement {
  const content = (
    <>
      <span className={classNames(styles.lead, big && styles.big)}>{lead}</span>
      <Icon name={icon ?? meaningIcons[meaning]} className={classNames(styles.mark, styles[meaning])} />
      <span className={styles.rowTitle}>
        <bdi>{title}</bdi>
      </span>
      <span className={styles.rowDetail}>
        <bdi className={styles.detailText}>{detail}</bdi>
        {alert !== undefined && <span className={styles.alert}>{alert}</span>}
      </span>
      <span className={styles.action}>
        {href === undefined ? action : <Icon name="chevron-end" size={14} className={styles.chevron} />}
      </span>
    </>
  )
  return (
    <li className={styles.item}>
      {href === undefined ? (
        <div className={styles.row}>{content}</div>
      ) : (
        <a href={href} className={classNames(styles.row, styles.link)}>
          {content}
        </a>
      )}
    </li>
  )
}

export function BandRows({ children }: { children: ReactNode }): ReactElement {
  return <ul className={styles.rows}>{children}</ul>
}
