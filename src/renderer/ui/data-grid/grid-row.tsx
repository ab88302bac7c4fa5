import { memo, type ReactElement, type ReactNode } from 'react'
import { CheckMark } from '../check-mark.tsx'
import { CutText } from '../cut-text.tsx'
import { formatDate, formatNumber } from '../format-values.ts'
import { Mono } from '../mono.tsx'
import { SkeletonBlock } from '../skeleton.tsx'
import { useLook } from '../theme/look.ts'
import styles from './data-grid.module.css'
import { alignOf, type GridColumn } from './grid-column.ts'

type GridRowProps<T> = {
  id: string
  index: number
  /** Place in the scrolled element, px. */
  top: number
  row: T | undefined
  shown: readonly GridColumn<T>[]
  selected: boolean
  active: boolean
  selectable: boolean
  tone: 'attention' | undefined
}

function PlainGridRow<T>({
  id,
  index,
  top,
  row,
  shown,
  selected,
  active,
  selectable,
  tone,
}: GridRowProps<T>): ReactElement {
  const { lang } = useLook()
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a windowed grid are not table rows
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
    <div
      role="row"
      id={id}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      data-index={index}
      data-selected={selected}
      data-active={active}
      data-tone={tone}
    >
      {selectable && (
        // biome-ignore lint/a11y/useSemanticElements: see the row
        // biome-ignore lint/a11y/useFocusableInteractive: see the row
        <div role="gridcell" className={styles.boxCell} data-select="">
          <CheckMark state={selected ? 'all' : 'none'} />
        </div>
      )}
      {shown.map((column, at) => (
        <div
          key={column.id}
          role={at === 0 && row !== undefined ? 'rowheader' : 'gridcell'}
          className={styles.cell}
          data-align={alignOf(column)}
          data-kind={column.kind}
          data-pinned={column.pinned === true || undefined}
          data-cell=""
        >
          {row === undefined ? (
            <SkeletonBlock inlineSize={at === 0 ? '70%' : '55%'} blockSize={8} />
          ) : (
            contentOf(column, row, lang)
          )}
        </div>
      ))}
    </div>
  )
}

function contentOf<T>(column: GridColumn<T>, row: T, lang: string): ReactNode {
  if (column.cell !== undefined) return column.cell(row)
  const text = column.value(row)
  if (text === '') return null
  switch (column.kind) {
    case 'mono':
      return <Mono>{text}</Mono>
    case 'date':
      return formatDate(lang, text)
    case 'number':
      return Number.isFinite(Number(text)) ? formatNumber(lang, Number(text)) : text
    default:
      return <CutText>{text}</CutText>
  }
}

/** One row of the grid; drawn again only when what it shows changes. */
export const GridRow = memo(PlainGridRow) as typeof PlainGridRow
