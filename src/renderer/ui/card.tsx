import type { ReactElement, ReactNode } from 'react'
import styles from './card.module.css'

type CardProps = {
  title?: ReactNode
  marks?: ReactNode
  actions?: ReactNode
  footer?: ReactNode
  flush?: boolean
  children?: ReactNode
}

/** A bordered part of the sheet for one subject. Never put a card into a card. `flush` leaves out the padding. */
export function Card({ title, marks, actions, footer, flush = false, children }: CardProps): ReactElement {
  return (
    <section className={styles.card}>
      {title !== undefined && (
        <header className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {marks}
          <span className={styles.grow} />
          {actions}
        </header>
      )}
      {children !== undefined && <div className={flush ? styles.flush : styles.body}>{children}</div>}
      {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
    </section>
  )
}
