/**
 * What a list screen shows, kept in its address: the chosen view, search text, and what the person changed about the
 * grid. A view, saved or built in, is a starting state; changes on top of it are marked until they are saved.
 */
import { useMemo } from 'react'
import type { GridColumn } from '../../ui/data-grid/grid-column.ts'
import { type GridState, readGridState, writeGridState } from '../../ui/data-grid/grid-state.ts'
import { usePatchSearch, useSearchState } from '../route/use-search-state.ts'
import { todayHere, whereFromFilter } from './where-from-filter.ts'

export interface ListView {
  readonly id: string
  readonly label: string
  /** Grid state and search of the view; what is missing is as the grid begins. */
  readonly state: Readonly<Record<string, unknown>>
  readonly owner?: 'mine' | 'shared' | 'built-in'
}

export interface ListState {
  readonly viewId: string
  readonly grid: GridState
  readonly q: string
  /** Whether grid or search differ from the view. */
  readonly changed: boolean
  choose(viewId: string): void
  setGrid(grid: GridState): void
  setQ(text: string): void
  /** What a saved view remembers now. */
  toSave(): Record<string, unknown>
}

/** Gives the state of a list screen. `views` must hold at least one; the first is shown when the address names none. */
export function useListState<Row>(columns: readonly GridColumn<Row>[], views: readonly ListView[]): ListState {
  const patch = usePatchSearch()
  const [chosen] = useSearchState<string>('view')
  const [change, setChange] = useSearchState<Record<string, unknown>>('grid')
  const [typedPart, setTyped] = useSearchState<unknown>('q')
  // An address is parsed as JSON: digits alone come back as a number.
  const typed = typedPart === undefined ? undefined : String(typedPart)
  const view = views.find((candidate) => candidate.id === chosen) ?? views[0]
  const base = useMemo(() => readGridState(gridOf(view?.state), columns), [view, columns])
  const grid = useMemo(() => (change === undefined ? base : readGridState(change, columns)), [change, base, columns])
  const baseQ = typeof view?.state.q === 'string' ? view.state.q : ''
  const q = typed ?? baseQ

  const same = JSON.stringify(writeGridState(grid, columns)) === JSON.stringify(writeGridState(base, columns))
  return {
    viewId: view?.id ?? '',
    grid,
    q,
    changed: !same || q !== baseQ,
    choose: (viewId) => patch({ view: viewId, grid: undefined, q: undefined }),
    setGrid: (next) => {
      const written = writeGridState(next, columns)
      setChange(JSON.stringify(written) === JSON.stringify(writeGridState(base, columns)) ? undefined : { ...written })
    },
    setQ: (text) => setTyped(text === baseQ ? undefined : text),
    toSave: () => {
      // The node counts what a view holds, so it is told the filter in its own words too.
      const where = whereFromFilter(grid.filter, { today: todayHere() })
      const sort = grid.sort.map((term) => `${term.desc ? '-' : ''}${term.id}`).join(',')
      return {
        grid: writeGridState(grid, columns),
        ...(q.trim() === '' ? {} : { q: q.trim() }),
        ...(where === undefined ? {} : { where }),
        ...(sort === '' ? {} : { sort }),
      }
    },
  }
}

function gridOf(state: Readonly<Record<string, unknown>> | undefined): unknown {
  return state?.grid ?? state ?? {}
}
