import type { ReactElement } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './empty-state.module.css'
import { Icon } from './icon.tsx'
import { IdChip } from './id-chip.tsx'
import { useUiTexts } from './texts/ui-texts.ts'

type ErrorStateProps = {
  title: string
  detail?: string | undefined
  /** Reference to quote to support; can be copied. */
  code?: string | undefined
  onRetry?: (() => void) | undefined
}

/** What a list or panel shows when it could not be read: what happened, what to do, and a reference. */
export function ErrorState({ title, detail, code, onRetry }: ErrorStateProps): ReactElement {
  const texts = useUiTexts().common
  return (
    <div className={styles.state} role="alert">
      <Icon name="octagon" size={28} className={classNames(styles.icon, styles.critical)} />
      <p className={styles.title}>{title}</p>
      {detail !== undefined && <p className={styles.detail}>{detail}</p>}
      {code !== undefined && (
        <p className={styles.code}>
          <IdChip id={code} />
        </p>
      )}
      {onRetry !== undefined && (
        <div className={styles.action}>
          <Button icon="refresh" onClick={onRetry}>
            {texts.retry}
          </Button>
        </div>
      )}
    </div>
  )
}
