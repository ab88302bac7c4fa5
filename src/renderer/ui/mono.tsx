import type { ReactElement, ReactNode } from 'react'
import styles from './id-chip.module.css'

/** Bare monospace text for ids in a grid or a line. */
export function Mono({ children }: { children: ReactNode }): ReactElement {
  return (
    <bdi dir="ltr" className={styles.mono}>
      {children}
    </bdi>
  )
}
