import type { ReactElement } from 'react'
import { classNames } from './class-names.ts'
import styles from './id-chip.module.css'

/** A place as a path of codes, always left to right: `T04 › C3 › G12`. */
export function PathText({ parts }: { parts: readonly string[] }): ReactElement {
  return (
    <bdi dir="ltr" className={classNames(styles.mono, styles.path)}>
      {parts.map((part, index) => (
        <span key={parts.slice(0, index + 1).join('/')}>
          {index > 0 && <span className={styles.step}>›</span>}
          {part}
        </span>
      ))}
    </bdi>
  )
}
