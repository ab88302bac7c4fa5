import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './note.module.css'
import { type Meaning, MeaningIcon } from './status.tsx'

type NoteProps = {
  meaning: Meaning
  title?: string
  action?: ReactNode
  children?: ReactNode
  role?: 'alert' | 'status'
}

/** A notice inside the page, with the colour of its meaning and at most one action. */
export function Note({ meaning, title, action, children, role }: NoteProps): ReactElement {
  return (
    <div className={classNames(styles.note, styles[meaning])} role={role}>
      <MeaningIcon meaning={meaning} />
      <div className={styles.text}>
        {title !== undefined && <b className={styles.title}>{title}</b>}
        {children}
      </div>
      {action}
    </div>
  )
}
