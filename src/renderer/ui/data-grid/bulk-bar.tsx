import type { ReactElement, ReactNode } from 'react'
import { Button } from '../button.tsx'
import { formatNumber } from '../format-values.ts'
import { useUiTexts } from '../texts/ui-texts.ts'
import { useLook } from '../theme/look.ts'
import styles from './data-grid.module.css'

/** What can be done with the selected rows; docked under them while any is selected. */
export function BulkBar({
  count,
  onClear,
  children,
}: {
  count: number
  onClear: () => void
  children: ReactNode
}): ReactElement {
  const texts = useUiTexts().grid
  const { lang } = useLook()
  return (
    <div className={styles.bulk}>
      <span className={styles.bulkCount}>{texts.selected(count, formatNumber(lang, count))}</span>
      {children}
      <span className={styles.grow} />
      <Button kind="quiet" small keys="Esc" keysShownOnly onClick={onClear}>
        {texts.clearSelection}
      </Button>
    </div>
  )
}
