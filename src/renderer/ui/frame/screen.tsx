import type { ReactElement, ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './screen.module.css'

type ScreenProps = {
  header?: ReactNode
  tabs?: ReactNode
  /** Bar that stays at the bottom, for the main action of a flow. */
  footer?: ReactNode
  /** `read` limits the line length, `wide` uses the sheet; `flush` has no padding. */
  width?: 'read' | 'wide' | 'flush'
  children: ReactNode
}

/** A page on the sheet: its head stays, its body scrolls. */
export function Screen({ header, tabs, footer, width = 'wide', children }: ScreenProps): ReactElement {
  return (
    <div className={styles.screen}>
      {header}
      {tabs !== undefined && <div className={styles.tabs}>{tabs}</div>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <div className={classNames(styles.body, styles[width])} tabIndex={0}>
        <div className={styles.inner}>{children}</div>
      </div>
      {footer !== undefined && <div className={styles.foot}>{footer}</div>}
    </div>
  )
}

/** Two columns on the sheet: a fixed one at the start, the work beside it. Each scrolls by itself. */
export function Split({
  start,
  startWidth = 288,
  children,
}: {
  start: ReactNode
  startWidth?: number
  children: ReactNode
}): ReactElement {
  return (
    <div className={styles.split}>
      <div className={styles.start} style={{ inlineSize: startWidth }}>
        {start}
      </div>
      <div className={styles.rest}>{children}</div>
    </div>
  )
}

/** Layout of a list page: head, saved views, filters, then the grid with the rest of the height. */
export function ListScreen({
  header,
  views,
  filters,
  children,
}: {
  header: ReactNode
  views?: ReactNode
  filters?: ReactNode
  children: ReactNode
}): ReactElement {
  return (
    <div className={styles.screen}>
      {header}
      {views}
      {filters}
      <div className={styles.list}>{children}</div>
    </div>
  )
}
