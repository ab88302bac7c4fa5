import type { ReactElement } from 'react'
import styles from './progress.module.css'

/** How far something long has come, 0 to 1; without a value it only says that it goes on. */
export function Progress({ value, label }: { value?: number | undefined; label: string }): ReactElement {
  const percent = value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div
        className={percent === undefined ? styles.going : styles.bar}
        style={percent === undefined ? undefined : { inlineSize: `${percent}%` }}
      />
    </div>
  )
}
