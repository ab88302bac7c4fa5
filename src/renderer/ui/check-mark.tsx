import type { ReactElement } from 'react'
import styles from './check-mark.module.css'
import { Icon } from './icon.tsx'

/** The drawn box of a choice. Decoration: whoever uses it says the state to screen readers. */
export function CheckMark({ state }: { state: 'none' | 'some' | 'all' }): ReactElement {
  return (
    <span className={styles.box} data-state={state} aria-hidden="true">
      {state === 'all' && <Icon name="check" className={styles.mark} />}
      {state === 'some' && <Icon name="minus" className={styles.mark} />}
    </span>
  )
}
