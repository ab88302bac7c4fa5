/** Views of a list: the built-in ones of the screen, then what people saved. Saving and changing go through commands. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ViewState } from '../../../core/areas/documents/views.model.ts'
import { useApi } from '../api/services.tsx'
import { useCommand } from '../api/use-command.ts'
import { recordsQuery } from '../live/live-queries.ts'
import type { ListView } from './use-list-state.ts'

/** Gives all views of `list` and what may be done with them. Ids of saved views are their record ids. */
export function useSavedViews(list: string, builtIn: readonly ListView[]) {
  const api = useApi()
  const saved = useQuery(
    recordsQuery({ entity: 'savedView', rest: [list], read: (signal) => api.documents.views({ list }, { signal }) }),
  )
  const create = useCommand((client, input: { name: string; shared: boolean; state: Record<string, unknown> }) =>
    client.documents.createView({ list, ...input, state: input.state as ViewState }),
  )
  const update = useCommand(
    (client, input: { id: string; rev?: number; name?: string; shared?: boolean; state?: Record<string, unknown> }) =>
      client.documents.updateView({ ...input, state: input.state as ViewState | undefined }),
  )
  const remove = useCommand((client, input: { id: string; rev?: number }) => client.documents.removeView(input))
  const items = saved.data?.items
  const views = useMemo<ListView[]>(
    () => [
      ...builtIn,
      ...(items ?? []).map((view) => ({
        id: view.id,
        label: view.name,
        state: view.state,
        owner: view.shared ? ('shared' as const) : ('mine' as const),
      })),
    ],
    [builtIn, items],
  )
  return { views, saved: items ?? [], create, update, remove }
}
