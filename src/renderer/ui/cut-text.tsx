import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './cut-text.module.css'

/**
 * Text that ends in an ellipsis where it does not fit. The end is that of the text itself: a Latin name in an Arabic
 * list keeps its beginning.
 */
export function CutText({ strong = false, children }: { strong?: boolean; children: ReactNode }): ReactElement {
  return <bdi className={classNames(styles.cut, strong && styles.strong)}>{children}</bdi>
}
