import type { ReactElement, ReactNode } from 'react'
import { formatNumber } from '../format-values.ts'
import { useUiTexts } from '../texts/ui-texts.ts'
import { useLook } from '../theme/look.ts'
import styles from './data-grid.module.css'

export type KeyHint = { keys: string; label: string }

type GridFootProps = {
  total: number | undefined
  chosen: number
  countLabel: ((count: number) => string) | undefined
  hints: readonly KeyHint[] | undefined
  selectable: boolean
  opens: boolean
  children: ReactNode
}

/** The line under the rows: how many there are and are selected, facts of the screen, and the keys that help most. */
export function GridFoot({
  total,
  chosen,
  countLabel,
  hints,
  selectable,
  opens,
  children,
}: GridFootProps): ReactElement {
  const { grid } = useUiTexts()
  const { lang, density } = useLook()
  const own: KeyHint[] = [
    ...(selectable ? [{ keys: grid.keySpace, label: grid.rowHint.select }] : []),
    ...(opens ? [{ keys: grid.keyEnter, label: grid.rowHint.open }] : []),
  ]
  return (
    <div className={styles.foot}>
      <span>{total === undefined ? '' : (countLabel?.(total) ?? grid.rows(total, formatNumber(lang, total)))}</span>
      {chosen > 0 && <span>{grid.selected(chosen, formatNumber(lang, chosen))}</span>}
      {children}
      <span className={styles.grow} />
      {density !== 'gloves' &&
        [...own, ...(hints ?? [])].map((hint) => (
          <span key={hint.keys} className={styles.hint}>
            <bdi dir="ltr">{hint.keys}</bdi> {hint.label}
          </span>
        ))}
    </div>
  )
}
