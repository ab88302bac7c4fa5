/**
 * The list of the product. Rows come through a `RowWindow`, so a million cost what a screenful does; what a person
 * changes about columns and sort is a `GridState`, kept by the screen. The grid itself has the focus and names the
 * active row (`aria-activedescendant`), because rows are drawn and dropped while one moves.
 */
import { type CSSProperties, type ReactElement, useEffect, useId, useMemo, useRef } from 'react'
import { useLook } from '../theme/look.ts'
import { BulkBar } from './bulk-bar.tsx'
import { columnScales } from './column-scales.ts'
import styles from './data-grid.module.css'
import type { DataGridProps } from './data-grid-props.ts'
import { GridFoot } from './grid-foot.tsx'
import { GridHead } from './grid-head.tsx'
import { GridMessage } from './grid-message.tsx'
import { GridRows } from './grid-rows.tsx'
import { gridTracks, leastRowWidth, shownColumns } from './grid-state.ts'
import { noSelection, selectionCount } from './selection.ts'
import { useGridInteraction } from './use-grid-interaction.ts'
import { useRowScroll } from './use-row-scroll.ts'

const headHeights = { dense: 29, default: 33, gloves: 49 }
const selectionWidths = { dense: 40, default: 44, gloves: 72 }

/** Draws a list of any length with sort, columns, selection and keys. See the file head. */
export function DataGrid<T>(props: DataGridProps<T>): ReactElement {
  const { label, columns, rows, rowKey, state, onState, selection = noSelection, onSelection, bulk } = props
  const { rowHeight, density } = useLook()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const headHeight = headHeights[density]
  const total = rows.total ?? 0
  const scroll = useRowScroll(scroller, { total, rowHeight, headHeight })
  const interaction = useGridInteraction({ ...props, selection, scroll, scroller })
  const shown = useMemo(() => shownColumns(columns, state), [columns, state])

  const { onRange, listKey } = rows
  const { first, count } = scroll.drawn
  useEffect(() => onRange(first, Math.max(count, 1)), [onRange, first, count])
  const { toTop } = scroll
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts at its top
  useEffect(() => toTop(), [listKey])

  const selectable = onSelection !== undefined
  const selectionPx = selectable ? selectionWidths[density] : 0
  const chosen = selectionCount(selection, total)
  const vars = {
    '--tracks': gridTracks(shown, state, selectionPx, columnScales[density]),
    '--least': `${leastRowWidth(shown, state, selectionPx, columnScales[density])}px`,
    '--head': `${headHeight}px`,
    '--pin-at': `${selectionPx}px`,
  } as CSSProperties
  const activeShown = interaction.active !== null && interaction.active >= first && interaction.active < first + count
  return (
    <div className={styles.frame} style={vars}>
      {/* biome-ignore lint/a11y/useSemanticElements: rows of a windowed grid are not table rows */}
      <div
        ref={scroller}
        className={styles.scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.total === undefined ? -1 : total + 1}
        aria-multiselectable={selectable || undefined}
        aria-busy={rows.busy === true || rows.total === undefined || undefined}
        aria-activedescendant={activeShown ? `${id}-row-${interaction.active}` : undefined}
        tabIndex={0}
        {...interaction.handlers}
      >
        <GridHead
          shown={shown}
          columns={columns}
          state={state}
          onState={onState}
          selection={selection}
          onSelection={onSelection}
          total={total}
        />
        <GridRows
          id={id}
          shown={shown}
          rows={rows}
          rowKey={rowKey}
          scroll={scroll}
          rowHeight={rowHeight}
          active={interaction.active}
          activeKey={props.activeKey ?? null}
          selection={selection}
          selectable={selectable}
          rowTone={props.rowTone}
        />
      </div>
      <GridMessage
        rows={rows}
        hasFilter={state.filter !== null}
        empty={props.empty}
        noMatch={props.noMatch}
        errorText={props.errorText}
      />
      {bulk !== undefined && chosen > 0 && (
        <BulkBar count={chosen} onClear={() => onSelection?.(noSelection)}>
          {bulk(selection, chosen)}
        </BulkBar>
      )}
      <GridFoot
        total={rows.total}
        chosen={chosen}
        countLabel={props.countLabel}
        hints={props.hints}
        selectable={selectable}
        opens={props.onOpen !== undefined}
      >
        {props.footer}
      </GridFoot>
    </div>
  )
}
