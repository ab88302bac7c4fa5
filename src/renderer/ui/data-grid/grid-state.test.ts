import { describe, expect, test } from 'vitest'
import type { GridColumn } from './grid-column.ts'
import {
  defaultGridState,
  gridTracks,
  leastRowWidth,
  moveColumn,
  readGridState,
  setColumnShown,
  setColumnWidth,
  shownColumns,
  stepColumn,
  turnSort,
  writeGridState,
} from './grid-state.ts'

type Row = { name: string }

function column(id: string, more: Partial<GridColumn<Row>> = {}): GridColumn<Row> {
  return { id, header: id, kind: 'text', value: (row) => row.name, width: 100, sortable: true, ...more }
}

const columns = [
  column('name', { pinned: true, width: 180 }),
  column('breed'),
  column('age', { kind: 'number', minWidth: 60 }),
  column('note', { hidden: true, sortable: false }),
]
const start = defaultGridState(columns)

function ids(state = start): string[] {
  return shownColumns(columns, state).map(({ id }) => id)
}

describe('columns', () => {
  test('start in their own order without the hidden ones', () => expect(ids()).toEqual(['name', 'breed', 'age']))
  test('can be shown', () => expect(ids(setColumnShown(start, 'note', true))).toEqual(['name', 'breed', 'age', 'note']))
  test('can be moved before another', () =>
    expect(ids(moveColumn(start, columns, 'age', 'breed'))).toEqual(['name', 'age', 'breed']))
  test('stay behind the pinned one', () =>
    expect(ids(moveColumn(start, columns, 'age', 'name'))).toEqual(['name', 'age', 'breed']))
  test('step among those shown', () =>
    expect(ids(stepColumn(start, columns, 'breed', 1))).toEqual(['name', 'age', 'breed']))
  test('do not step past an end', () => expect(stepColumn(start, columns, 'breed', -1)).toBe(start))
  test('never get narrower than their least', () =>
    expect(setColumnWidth(start, columns[2] ?? column('x'), 10).widths).toEqual({ age: 60 }))
  test('fill the row with the last one', () => {
    expect(gridTracks(shownColumns(columns, start), start, 40)).toBe('40px 180px 100px minmax(100px, 1fr)')
    expect(leastRowWidth(shownColumns(columns, start), start, 40)).toBe(420)
  })
})

describe('sorting', () => {
  test('turns ascending, descending, none', () => {
    const once = turnSort(start, 'age', false)
    const twice = turnSort(once, 'age', false)
    expect([once.sort, twice.sort, turnSort(twice, 'age', false).sort]).toEqual([
      [{ id: 'age', desc: false }],
      [{ id: 'age', desc: true }],
      [],
    ])
  })
  test('by another column replaces the first', () => {
    expect(turnSort(turnSort(start, 'age', false), 'breed', false).sort).toEqual([{ id: 'breed', desc: false }])
  })
  test('with adding keeps the first in front and turns in place', () => {
    const both = turnSort(turnSort(start, 'age', false), 'breed', true)
    expect(both.sort.map(({ id }) => id)).toEqual(['age', 'breed'])
    expect(turnSort(both, 'age', true).sort).toEqual([
      { id: 'age', desc: true },
      { id: 'breed', desc: false },
    ])
  })
})

describe('saving and reading', () => {
  test('an untouched grid is written as nothing', () => expect(writeGridState(start, columns)).toEqual({}))

  test('what was changed comes back the same', () => {
    const changed = {
      ...turnSort(
        setColumnWidth(
          moveColumn(setColumnShown(start, 'note', true), columns, 'age', 'breed'),
          columns[1] ?? column('x'),
          140,
        ),
        'age',
        false,
      ),
      filter: { all: [{ field: 'breed', op: 'is' as const, value: 'Arabian' }] },
    }
    expect(readGridState(JSON.parse(JSON.stringify(writeGridState(changed, columns))), columns)).toEqual(changed)
  })

  const cases: { title: string; json: unknown }[] = [
    { title: 'nothing', json: undefined },
    { title: 'a text', json: 'sort=age' },
    {
      title: 'parts of the wrong type',
      json: { sort: 'age', widths: [1], filter: { none: [] }, order: 3, hidden: null },
    },
    {
      title: 'columns that are not there',
      json: { sort: [{ id: 'gone', desc: true }], order: ['gone'], widths: { gone: 90 } },
    },
    { title: 'a sort by a column that cannot be sorted', json: { sort: [{ id: 'note', desc: true }] } },
  ]
  test.each(cases)('reading $title gives the default', ({ json }) =>
    expect(readGridState(json, columns)).toEqual(start),
  )

  test('a pinned column cannot be hidden by a saved view, and a new column joins at the end', () => {
    expect(
      shownColumns(columns, readGridState({ hidden: ['name'], order: ['age'] }, columns)).map(({ id }) => id),
    ).toEqual(['name', 'age', 'breed', 'note'])
  })
})
