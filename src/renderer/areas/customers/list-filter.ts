import type { ConditionGroup } from '../../../core/kernel/listing.ts'
import type { ListState } from '../../lib/list/use-list-state.ts'
import { todayHere, whereFromFilter } from '../../lib/list/where-from-filter.ts'
import { customerInstants } from './customers.queries.ts'

/** What the list is narrowed by, as commands and exports over "all that match" take it. */
export interface ListFilter {
  readonly q?: string
  readonly where?: ConditionGroup
}

const instants: ReadonlySet<string> = new Set(customerInstants)

/** Gives the filter of the list screen in the words of the node. */
export function listFilter({ grid, q }: Pick<ListState, 'grid' | 'q'>): ListFilter {
  const where = whereFromFilter(grid.filter, { today: todayHere(), instants })
  return { ...(q.trim() === '' ? {} : { q: q.trim() }), ...(where === undefined ? {} : { where }) }
}

/** Gives the sort of the list screen in the words of the node; undefined for its own order. */
export function listSort({ grid }: Pick<ListState, 'grid'>): string | undefined {
  const sort = grid.sort.map((term) => `${term.desc ? '-' : ''}${term.id}`).join(',')
  return sort === '' ? undefined : sort
}

/** Address of the list with a filter set, for figures that lead to what they count. */
export function listHref(condition: { field: string; op: string; value?: unknown }): string {
  return `/customers?grid=${encodeURIComponent(JSON.stringify({ filter: { all: [condition] } }))}`
}
