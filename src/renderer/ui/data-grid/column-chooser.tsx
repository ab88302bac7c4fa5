import { Popover } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { Button, IconButton } from '../button.tsx'
import { CheckMark } from '../check-mark.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import styles from './column-chooser.module.css'
import type { GridColumn } from './grid-column.ts'
import {
  defaultGridState,
  type GridState,
  orderedColumns,
  setColumnShown,
  setColumnWidth,
  stepColumn,
  widthOf,
} from './grid-state.ts'

const widthStepPx = 16

/** Button "Columns": which are shown, in which order and how wide. All by buttons, for those who cannot drag. */
export function ColumnChooser<T>({
  columns,
  state,
  onState,
}: {
  columns: readonly GridColumn<T>[]
  state: GridState
  onState: (state: GridState) => void
}): ReactElement {
  const texts = useUiTexts().grid
  const [opened, setOpened] = useState(false)
  function reset(): void {
    const { hidden, order, widths } = defaultGridState(columns)
    onState({ ...state, hidden, order, widths })
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <Button
          kind="quiet"
          icon="columns"
          onClick={() => setOpened(!opened)}
          aria-expanded={opened}
          aria-haspopup="dialog"
        >
          {texts.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={texts.columnsHelp}>
        <ul className={styles.list}>
          {orderedColumns(columns, state).map((column) => {
            const shown = column.pinned === true || !state.hidden.includes(column.id)
            const resize = (px: number) => (): void =>
              onState(setColumnWidth(state, column, widthOf(column, state) + px))
            return (
              <li key={column.id} className={styles.row}>
                {/* biome-ignore lint/a11y/useSemanticElements: a drawn box with its label */}
                <button
                  type="button"
                  role="checkbox"
                  aria-checked={shown}
                  aria-label={texts.showColumn(column.header)}
                  disabled={column.pinned === true}
                  className={styles.name}
                  onClick={() => onState(setColumnShown(state, column.id, !shown))}
                >
                  <CheckMark state={shown ? 'all' : 'none'} />
                  {column.header}
                </button>
                <IconButton
                  small
                  icon="minus"
                  label={texts.narrower(column.header)}
                  disabled={!shown}
                  onClick={resize(-widthStepPx)}
                />
                <IconButton
                  small
                  icon="plus"
                  label={texts.wider(column.header)}
                  disabled={!shown}
                  onClick={resize(widthStepPx)}
                />
                <IconButton
                  small
                  icon="arrow-up"
                  label={texts.moveEarlier(column.header)}
                  disabled={!shown || column.pinned === true}
                  onClick={() => onState(stepColumn(state, columns, column.id, -1))}
                />
                <IconButton
                  small
                  icon="arrow-down"
                  label={texts.moveLater(column.header)}
                  disabled={!shown || column.pinned === true}
                  onClick={() => onState(stepColumn(state, columns, column.id, 1))}
                />
              </li>
            )
          })}
        </ul>
        <div className={styles.foot}>
          <Button kind="quiet" small icon="undo" onClick={reset}>
            {texts.resetColumns}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
