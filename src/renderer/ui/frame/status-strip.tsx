import type { ReactElement, ReactNode } from 'react'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-shapes.tsx'
import { type Meaning, MeaningIcon } from '../status.tsx'
import styles from './status-strip.module.css'

/** One fact in the strip at the bottom: a device, the queue, the clock. */
export function StripItem({
  meaning,
  icon,
  children,
}: {
  meaning?: Meaning
  icon?: IconName
  children: ReactNode
}): ReactElement {
  return (
    <span className={styles.item}>
      {meaning !== undefined && <MeaningIcon meaning={meaning} size={13} />}
      {icon !== undefined && <Icon name={icon} size={13} />}
      {children}
    </span>
  )
}
