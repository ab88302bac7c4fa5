/** What has to be done about customers: one's own first, then everybody's, what is late, what was done. */
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FollowUp, interactionKinds } from '../../../core/areas/customers/interactions.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { useListState } from '../../lib/list/use-list-state.ts'
import { useListWindow } from '../../lib/list/use-list-window.ts'
import { todayHere } from '../../lib/list/where-from-filter.ts'
import { InInspector } from '../../lib/route/shell-slots.tsx'
import { useGo } from '../../lib/route/use-go.ts'
import { useMay, useUser } from '../../lib/session/session.tsx'
import { ColumnChooser } from '../../ui/data-grid/column-chooser.tsx'
import { DataGrid } from '../../ui/data-grid/data-grid.tsx'
import { ViewTabs } from '../../ui/data-grid/view-tabs.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter/filter-bar.tsx'
import type { FilterField } from '../../ui/filter/filter-model.ts'
import { formatNumber } from '../../ui/format-values.ts'
import { ListScreen } from '../../ui/frame/screen.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { CompleteDialog } from './complete-dialog.tsx'
import { followUpEntities, useCustomerStats } from './customers.queries.ts'
import { FollowUpInspector } from './follow-up-inspector.tsx'
import { useFollowUpColumns } from './use-follow-up-columns.tsx'

const instants = ['happenedAt', 'doneAt', 'createdAt']

export function FollowUpsScreen(): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const api = useApi()
  const go = useGo()
  const may = useMay()
  const columns = useFollowUpColumns()
  const views = useViews()
  const list = useListState(columns, views)
  const filters = useViewFilters(list.viewId)
  const rows = useListWindow({
    entities: followUpEntities,
    state: list.grid,
    q: list.q,
    filters,
    instants,
    load: (request, signal) => api.customers.followUps({ ...filters, ...request }, { signal }),
  })
  const [active, setActive] = useState<FollowUp | null>(null)
  const [completed, setCompleted] = useState<FollowUp | null>(null)
  const counts = useCounts()
  const mayLog = may('customers.log')
  return (
    <>
      <ListScreen
        header={
          <PageHeader
            title={t('followUps.title')}
            {...(rows.total === undefined ? {} : { detail: t('followUps.count', { count: rows.total }) })}
            actions={<ColumnChooser columns={columns} state={list.grid} onState={list.setGrid} />}
          />
        }
        views={
          <ViewTabs
            label={t('list.views')}
            value={list.viewId}
            onChange={list.choose}
            changed={list.changed}
            views={views.map((view) => ({
              id: view.id,
              label: view.label,
              ...(counts[view.id] === undefined ? {} : { count: counts[view.id] ?? '' }),
            }))}
          />
        }
        filters={
          <FilterBar
            fields={useFields()}
            value={list.grid.filter}
            onChange={(filter) => list.setGrid({ ...list.grid, filter })}
            search={{ value: list.q, onChange: list.setQ, label: t('followUps.search') }}
          />
        }
      >
        <DataGrid
          label={t('followUps.title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          state={list.grid}
          onState={list.setGrid}
          activeKey={active?.id ?? null}
          onActive={setActive}
          onOpen={(row) => go(`/customers/${row.customerId}?tab=interactions`)}
          countLabel={(count) => t('followUps.count', { count })}
          errorText={words.errorState}
          rowTone={(row) => (row.overdue && row.doneAt === null ? 'attention' : undefined)}
          empty={
            <EmptyState
              icon="check-circle"
              title={list.viewId === 'mine' ? t('followUps.noneMine') : t('followUps.none')}
              detail={t('followUps.noneDetail')}
            />
          }
        />
      </ListScreen>
      {active !== null && (
        <InInspector>
          <FollowUpInspector
            key={active.id}
            followUp={active}
            onClose={() => setActive(null)}
            {...(mayLog ? { onComplete: () => setCompleted(active) } : {})}
          />
        </InInspector>
      )}
      {completed !== null && (
        <CompleteDialog
          interaction={completed}
          onClose={() => {
            setCompleted(null)
            setActive(null)
          }}
        />
      )}
    </>
  )
}

function useViews() {
  const { t } = useTranslation('customers')
  return useMemo(
    () =>
      (['mine', 'open', 'overdue', 'done'] as const).map((id) => ({
        id,
        label: t(`followUps.views.${id}`),
        state: {},
        owner: 'built-in' as const,
      })),
    [t],
  )
}

/** What a view means to the node. Dates are those of this place. */
function useViewFilters(viewId: string) {
  const user = useUser()
  return useMemo(() => {
    const today = todayHere()
    switch (viewId) {
      case 'open':
      case 'overdue':
      case 'done':
        return { state: viewId, today } as const
      default:
        return { state: 'open', today, assignedToUserId: user.id } as const
    }
  }, [viewId, user.id])
}

function useCounts(): Record<string, string | undefined> {
  const { lang } = useLook()
  const stats = useCustomerStats().data
  if (stats === undefined) return {}
  return { open: formatNumber(lang, stats.openFollowUps), overdue: formatNumber(lang, stats.overdueFollowUps) }
}

function useFields(): FilterField[] {
  const words = useWords()
  return useMemo(() => {
    const label = (field: string) => words.field('customerInteraction', field)
    return [
      { id: 'dueDate', kind: 'date', label: label('dueDate') },
      {
        id: 'kind',
        kind: 'choice',
        label: label('kind'),
        options: interactionKinds.map((value) => ({ value, label: words.value('customerInteraction', 'kind', value) })),
      },
      { id: 'subject', kind: 'text', label: label('subject') },
      { id: 'details', kind: 'text', label: label('details') },
      { id: 'happenedAt', kind: 'date', label: label('happenedAt') },
    ]
  }, [words])
}
