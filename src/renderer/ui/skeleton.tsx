import type { ReactElement } from 'react'
import styles from './skeleton.module.css'
import { useUiTexts } from './texts/ui-texts.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

/** A grey block in the place of what is being read. Invisible for the first 200 ms, so quick answers never flash. */
export function SkeletonBlock({
  inlineSize,
  blockSize = 12,
}: {
  inlineSize: number | string
  blockSize?: number
}): ReactElement {
  return <span className={styles.block} style={{ inlineSize, blockSize }} aria-hidden="true" />
}

const widths = ['62%', '84%', '48%', '71%', '55%']

/** Lines of text being read. */
export function Skeleton({ lines = 3 }: { lines?: number }): ReactElement {
  const texts = useUiTexts().common
  return (
    <div className={styles.lines} role="status">
      <VisuallyHidden>{texts.loading}</VisuallyHidden>
      {widths.slice(0, lines).map((width) => (
        <SkeletonBlock key={width} inlineSize={width} />
      ))}
    </div>
  )
}
