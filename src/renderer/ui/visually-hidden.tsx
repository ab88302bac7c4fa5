import type { ReactElement, ReactNode } from 'react'
import styles from './visually-hidden.module.css'

/** Text for screen readers only. */
export function VisuallyHidden({ children, id }: { children: ReactNode; id?: string }): ReactElement {
  return (
    <span className={styles.hidden} id={id}>
      {children}
    </span>
  )
}
