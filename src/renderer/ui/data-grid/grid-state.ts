/**
 * What a person changed about a grid: sort, columns, filter. Plain JSON, so it goes into an address or a saved view.
 * Reading is tolerant: a view saved before a column went away still opens.
 */
import { z } from 'zod'
import { type FilterGroup, filterGroupSchema, normaliseFilter } from '../filter/filter-model.ts'
import { defaultMinWidth, type GridColumn } from './grid-column.ts'

export type SortTerm = { id: string; desc: boolean }

export type GridState = {
  sort: SortTerm[]
  hidden: string[]
  order: string[]
  widths: Record<string, number>
  filter: FilterGroup | null
}

/** Gives the state of a grid nobody has changed. */
export function defaultGridState<T>(columns: readonly GridColumn<T>[]): GridState {
  return {
    sort: [],
    hidden: columns.filter((column) => column.hidden === true).map((column) => column.id),
    order: columns.map((column) => column.id),
    widths: {},
    filter: null,
  }
}

const savedSchema = z.object({
  sort: z
    .array(z.object({ id: z.string(), desc: z.boolean() }))
    .optional()
    .catch(undefined),
  hidden: z.array(z.string()).optional().catch(undefined),
  order: z.array(z.string()).optional().catch(undefined),
  widths: z.record(z.string(), z.number()).optional().catch(undefined),
  filter: filterGroupSchema.nullable().optional().catch(undefined),
})

/** Reads a saved state. What is missing or malformed takes its default; columns that are not there are dropped. */
export function readGridState<T>(json: unknown, columns: readonly GridColumn<T>[]): GridState {
  const base = defaultGridState(columns)
  const parsed = savedSchema.safeParse(json)
  if (!parsed.success) return base
  const { sort, hidden, order, widths, filter } = parsed.data
  const byId = new Map(columns.map((column) => [column.id, column]))
  const kept = (order ?? []).filter((id) => byId.has(id))
  return {
    sort: (sort ?? []).filter(({ id }) => byId.get(id)?.sortable === true),
    hidden: (hidden ?? base.hidden).filter((id) => byId.get(id)?.pinned !== true && byId.has(id)),
    order: [...new Set([...kept, ...base.order])],
    widths: Object.fromEntries(
      Object.entries(widths ?? {}).flatMap(([id, width]) => {
        const column = byId.get(id)
        return column === undefined || !Number.isFinite(width)
          ? []
          : [[id, Math.max(leastWidth(column), Math.round(width))]]
      }),
    ),
    filter: normaliseFilter(filter ?? null),
  }
}

/** Gives what differs from the default, as short JSON for an address or a saved view. */
export function writeGridState<T>(state: GridState, columns: readonly GridColumn<T>[]): Partial<GridState> {
  const base = defaultGridState(columns)
  return {
    ...(state.sort.length === 0 ? {} : { sort: state.sort }),
    ...(sameMembers(state.hidden, base.hidden) ? {} : { hidden: state.hidden }),
    ...(state.order.join() === base.order.join() ? {} : { order: state.order }),
    ...(Object.keys(state.widths).length === 0 ? {} : { widths: state.widths }),
    ...(state.filter === null ? {} : { filter: state.filter }),
  }
}

function sameMembers(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id) => others.includes(id))
}

/** Gives the columns on screen, pinned ones first, then in the person's order. */
export function shownColumns<T>(columns: readonly GridColumn<T>[], state: GridState): GridColumn<T>[] {
  return orderedColumns(columns, state).filter((column) => column.pinned === true || !state.hidden.includes(column.id))
}

/** Gives all columns, hidden ones too, pinned ones first, then in the person's order. */
export function orderedColumns<T>(columns: readonly GridColumn<T>[], state: GridState): GridColumn<T>[] {
  const place = new Map(state.order.map((id, index) => [id, index]))
  const rank = (column: GridColumn<T>): number =>
    column.pinned === true ? -1 : (place.get(column.id) ?? state.order.length)
  return [...columns].sort((one, other) => rank(one) - rank(other))
}

/** Gives the width of a column in px. */
export function widthOf<T>(column: GridColumn<T>, state: GridState): number {
  return state.widths[column.id] ?? column.width
}

function leastWidth<T>(column: GridColumn<T>): number {
  return column.minWidth ?? defaultMinWidth
}

/** Sets the width of a column in px, not below its least. */
export function setColumnWidth<T>(state: GridState, column: GridColumn<T>, width: number): GridState {
  return { ...state, widths: { ...state.widths, [column.id]: Math.max(leastWidth(column), Math.round(width)) } }
}

/** Gives a column its first width back. */
export function resetColumnWidth(state: GridState, id: string): GridState {
  const { [id]: _dropped, ...widths } = state.widths
  return { ...state, widths }
}

/** Shows or hides a column. */
export function setColumnShown(state: GridState, id: string, shown: boolean): GridState {
  const others = state.hidden.filter((hidden) => hidden !== id)
  return { ...state, hidden: shown ? others : [...others, id] }
}

/** Moves a column to stand before another, or to the end when `before` is null. */
export function moveColumn<T>(
  state: GridState,
  columns: readonly GridColumn<T>[],
  id: string,
  before: string | null,
): GridState {
  if (id === before) return state
  const order = orderedColumns(columns, state)
    .map((column) => column.id)
    .filter((other) => other !== id)
  const at = before === null ? order.length : order.indexOf(before)
  order.splice(at === -1 ? order.length : at, 0, id)
  return { ...state, order }
}

/** Moves a column one place among those shown; stays put at either end and next to pinned ones. */
export function stepColumn<T>(
  state: GridState,
  columns: readonly GridColumn<T>[],
  id: string,
  step: -1 | 1,
): GridState {
  const movable = shownColumns(columns, state)
    .filter((column) => column.pinned !== true)
    .map((column) => column.id)
  const at = movable.indexOf(id)
  const target = at + step
  if (at === -1 || target < 0 || target >= movable.length) return state
  return moveColumn(state, columns, id, step === -1 ? (movable[target] ?? null) : (movable[target + 1] ?? null))
}

/**
 * Turns the sort of a column: ascending, descending, none. With `add` the other columns keep their sort and this one
 * comes after them; without it this one replaces them.
 */
export function turnSort(state: GridState, id: string, add: boolean): GridState {
  const now = state.sort.find((term) => term.id === id)
  const next: SortTerm[] = now === undefined ? [{ id, desc: false }] : now.desc ? [] : [{ id, desc: true }]
  if (!add) return { ...state, sort: next }
  if (now === undefined) return { ...state, sort: [...state.sort, ...next] }
  return { ...state, sort: state.sort.flatMap((term) => (term.id === id ? next : [term])) }
}

/**
 * Gives the CSS grid tracks of a row: the selection column, then each column, one of which takes the rest. Widths are
 * those of the dense view; `scale` makes them fit the larger text of the others.
 */
export function gridTracks<T>(
  shown: readonly GridColumn<T>[],
  state: GridState,
  selectionPx: number,
  scale = 1,
): string {
  const grows = shown.some((column) => column.grow === true)
  const tracks = shown.map((column, index) => {
    const width = Math.round(widthOf(column, state) * scale)
    const takesRest = grows ? column.grow === true : index === shown.length - 1
    return takesRest ? `minmax(${width}px, 1fr)` : `${width}px`
  })
  return [...(selectionPx > 0 ? [`${selectionPx}px`] : []), ...tracks].join(' ')
}

/** Gives the least width of a row in px, below which the grid scrolls sideways. */
export function leastRowWidth<T>(
  shown: readonly GridColumn<T>[],
  state: GridState,
  selectionPx: number,
  scale = 1,
): number {
  return shown.reduce((sum, column) => sum + Math.round(widthOf(column, state) * scale), selectionPx)
}
