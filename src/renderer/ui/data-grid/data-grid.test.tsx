// @vitest-environment happy-dom
import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { uiTextsEn } from '../texts/ui-texts.en.ts'
import { UiRoot } from '../theme/ui-root.tsx'
import { DataGrid } from './data-grid.tsx'
import type { GridColumn } from './grid-column.ts'
import { defaultGridState } from './grid-state.ts'
import type { RowWindow } from './row-window.ts'
import { rowsFromArray } from './row-window.ts'
import { noSelection, type Selection, selectionToJson } from './selection.ts'

type Row = { id: string; name: string; weight: number }

const columns: GridColumn<Row>[] = [
  { id: 'name', header: 'Name', kind: 'text', width: 120, sortable: true, pinned: true, value: (row) => row.name },
  { id: 'weight', header: 'Weight', kind: 'number', width: 80, sortable: true, value: (row) => String(row.weight) },
]
const herd = rowsFromArray(
  Array.from({ length: 300 }, (_, at): Row => ({ id: `a${at}`, name: `Animal ${at}`, weight: 1000 + at })),
)

let root: Root
let page: HTMLElement
let seen: { selection: Selection; active: string | null; opened: string[] }

function Herd({ rows }: { rows: RowWindow<Row> }) {
  const [state, setState] = useState(() => defaultGridState(columns))
  const [selection, setSelection] = useState<Selection>(noSelection)
  seen.selection = selection
  return (
    <DataGrid
      label="Herd"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      state={state}
      onState={setState}
      selection={selection}
      onSelection={setSelection}
      onActive={(row) => {
        seen.active = row?.id ?? null
      }}
      onOpen={(row) => seen.opened.push(row.id)}
    />
  )
}

async function show(rows: RowWindow<Row>): Promise<HTMLElement> {
  await act(async () => {
    root.render(
      <UiRoot look={{ scheme: 'light', density: 'dense', lang: 'en' }} texts={uiTextsEn}>
        <Herd rows={rows} />
      </UiRoot>,
    )
  })
  const grid = page.querySelector<HTMLElement>('[role="grid"]')
  if (grid === null) throw new Error('no grid')
  return grid
}

async function press(grid: HTMLElement, key: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    grid.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  })
}

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  seen = { selection: noSelection, active: null, opened: [] }
  page = document.createElement('div')
  document.body.append(page)
  root = createRoot(page)
})

afterEach(async () => {
  await act(async () => root.unmount())
  page.remove()
})

describe('a grid', () => {
  test('tells screen readers how long the list is, and draws only a part of it', async () => {
    const grid = await show(herd)
    const drawn = grid.querySelectorAll('[role="row"][data-index]').length
    expect(grid.getAttribute('aria-rowcount')).toBe('301')
    expect(drawn > 0 && drawn < 100).toBe(true)
  })

  test('shows numbers the way the language writes them', async () => {
    const grid = await show(herd)
    expect(grid.querySelector('[data-index="0"]')?.textContent).toBe('Animal 01,000')
  })

  test('moves the active row by keys, names it and tells the screen', async () => {
    const grid = await show(herd)
    await press(grid, 'ArrowDown')
    await press(grid, 'j')
    expect(grid.getAttribute('aria-activedescendant')).toBe(grid.querySelector('[data-index="1"]')?.id)
    expect(seen.active).toBe('a1')
  })

  test('selects by Space and extends by Shift and an arrow', async () => {
    const grid = await show(herd)
    await press(grid, 'ArrowDown')
    await press(grid, ' ')
    await press(grid, 'ArrowDown', { shiftKey: true })
    await press(grid, 'ArrowDown', { shiftKey: true })
    expect(selectionToJson(seen.selection)).toEqual({ mode: 'some', keys: ['a0', 'a1', 'a2'] })
  })

  test('selects all that match without naming them', async () => {
    const grid = await show(herd)
    await press(grid, 'a', { ctrlKey: true })
    expect(selectionToJson(seen.selection)).toEqual({ mode: 'allExcept', keys: [] })
  })

  test('opens the active row by Enter', async () => {
    const grid = await show(herd)
    await press(grid, 'ArrowDown')
    await press(grid, 'Enter')
    expect(seen.opened).toEqual(['a0'])
  })

  test('says why a list could not be read', async () => {
    await show({ total: undefined, rowAt: () => undefined, onRange: () => undefined, error: new Error('disk') })
    expect(page.querySelector('[role="alert"]')?.textContent).toContain(uiTextsEn.grid.errorTitle)
  })

  test('says that there is nothing yet', async () => {
    await show(rowsFromArray<Row>([]))
    expect(page.textContent).toContain(uiTextsEn.grid.emptyTitle)
  })
})
