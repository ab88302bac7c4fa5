/**
 * The rows of a list of the contract as a `RowWindow` for the DataGrid: pages of 100 with their neighbours, rows kept on
 * screen while others are read, and read anew when a commit touches them.
 */
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { ConditionGroup, ListAnswer } from '../../../core/kernel/listing.ts'
import type { GridState } from '../../ui/data-grid/grid-state.ts'
import type { RowWindow } from '../../ui/data-grid/row-window.ts'
import { useRowWindow } from '../../ui/data-grid/use-row-window.ts'
import { useServices } from '../api/services.tsx'
import { useCommits } from '../live/use-live-queries.ts'
import { todayHere, whereFromFilter } from './where-from-filter.ts'

/** What every list of the contract takes; spread it into the call beside the area's own filters. */
export interface ListRequest {
  readonly limit: number
  readonly offset: number
  readonly sort?: string
  readonly q?: string
  readonly where?: ConditionGroup
}

interface ListWindowOptions<Row> {
  /** Entities whose commits change the list, the listed one first. */
  readonly entities: readonly string[]
  readonly state: Pick<GridState, 'sort' | 'filter'>
  readonly q?: string
  /** Further input of the call; a change reads the list anew. */
  readonly filters?: Readonly<Record<string, unknown>>
  /** Fields that hold instants rather than dates. */
  readonly instants?: readonly string[]
  /** `(request, signal) => api.customers.list({ ...filters, ...request }, { signal })` */
  readonly load: (request: ListRequest, signal: AbortSignal) => Promise<ListAnswer<Row>>
}

/** Gives the rows. See the file head. */
export function useListWindow<Row>(options: ListWindowOptions<Row>): RowWindow<Row> & { refresh: () => void } {
  const { entities, state, q, filters, instants } = options
  const { line } = useServices()
  const latest = useRef(options.load)
  latest.current = options.load
  const asked = useMemo(() => {
    const sort = state.sort.map((term) => `${term.desc ? '-' : ''}${term.id}`).join(',')
    const where = whereFromFilter(state.filter, {
      today: todayHere(),
      ...(instants === undefined ? {} : { instants: new Set(instants) }),
    })
    const text = q?.trim() ?? ''
    return {
      ...(sort === '' ? {} : { sort }),
      ...(text === '' ? {} : { q: text }),
      ...(where === undefined ? {} : { where }),
    }
  }, [state.sort, state.filter, q, instants])
  const key = JSON.stringify([asked, filters ?? null])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for all that is asked
  const load = useCallback(
    async (start: number, count: number, signal: AbortSignal) => {
      const answer = await latest.current({ ...asked, limit: count, offset: start }, signal)
      return { rows: answer.items, total: answer.total }
    },
    [key],
  )
  const rows = useRowWindow<Row>({ key, load })
  const { refresh } = rows
  useCommits((notice) => {
    if (entities.some((entity) => Object.hasOwn(notice.touched, entity))) refresh()
  })
  useRefreshAfterGap(line, refresh)
  return rows
}

/** Commits may have been missed while the line was lost. */
function useRefreshAfterGap(line: ReturnType<typeof useServices>['line'], refresh: () => void): void {
  useEffect(() => {
    let { life } = line
    return line.subscribe(() => {
      if (line.state !== 'open' || line.life === life) return
      life = line.life
      refresh()
    })
  }, [line, refresh])
}
