import type { ReactElement } from 'react'
import { classNames } from './class-names.ts'
import styles from './id-chip.module.css'
import { useUiTexts } from './texts/ui-texts.ts'
import { useCopy } from './use-copy.ts'

/** An id as people read and scan it: monospace on a quiet fill, left to right in every language. A click copies it. */
export function IdChip({
  id,
  value,
}: {
  id: string /** What is copied, when it differs from what is shown. */
  value?: string
}): ReactElement {
  const texts = useUiTexts().common
  const copy = useCopy()
  return (
    <button
      type="button"
      className={classNames(styles.mono, styles.chip)}
      dir="ltr"
      aria-label={texts.copyId(id)}
      title={texts.copyId(id)}
      onClick={(event) => {
        event.stopPropagation()
        copy(value ?? id)
      }}
    >
      {id}
    </button>
  )
}
