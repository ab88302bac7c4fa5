import type { ReactElement, ReactNode } from 'react'
import styles from './empty-state.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.tsx'

type EmptyStateProps = { icon?: IconName; title: string; detail?: ReactNode; action?: ReactNode }

/** What a list or panel shows when there is nothing: what belongs here, and the way to begin. */
export function EmptyState({ icon = 'list', title, detail, action }: EmptyStateProps): ReactElement {
  return (
    <div className={styles.state}>
      <Icon name={icon} size={28} className={styles.icon} />
      <p className={styles.title}>{title}</p>
      {detail !== undefined && <p className={styles.detail}>{detail}</p>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  )
}
