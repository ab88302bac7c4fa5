/** The list of customers: saved views as segments, filters, the grid, and the chosen customer beside it. */
import { type ReactElement, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../lib/api/services.tsx'
import { SavedViewTabs } from '../../lib/documents/saved-view-tabs.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { useListState } from '../../lib/list/use-list-state.ts'
import { useListWindow } from '../../lib/list/use-list-window.ts'
import { useSavedViews } from '../../lib/list/use-saved-views.ts'
import { InInspector } from '../../lib/route/shell-slots.tsx'
import { useGo } from '../../lib/route/use-go.ts'
import { useSearchState } from '../../lib/route/use-search-state.ts'
import { useMay } from '../../lib/session/session.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { ColumnChooser } from '../../ui/data-grid/column-chooser.tsx'
import { DataGrid } from '../../ui/data-grid/data-grid.tsx'
import { noSelection, type Selection } from '../../ui/data-grid/selection.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter/filter-bar.tsx'
import { formatNumber } from '../../ui/format-values.ts'
import { ListScreen } from '../../ui/frame/screen.tsx'
import { Menu } from '../../ui/menu.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { BulkEditDialog } from './bulk-edit-dialog.tsx'
import { CustomerInspector } from './customer-inspector.tsx'
import { CustomerStats } from './customer-stats.tsx'
import { customerInstants, customerListEntities, useCustomerStats, useSegments } from './customers.queries.ts'
import { ExportDialog } from './export-dialog.tsx'
import { listFilter } from './list-filter.ts'
import { useCustomerColumns } from './use-customer-columns.tsx'
import { useCustomerFilters } from './use-customer-filters.ts'
import { useSettled } from './use-settled.ts'

/** Long enough for an arrow key held down to pass rows by. */
const restMs = 150

export function CustomersScreen(): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const api = useApi()
  const may = useMay()
  const go = useGo()
  const columns = useCustomerColumns()
  const fields = useCustomerFilters()
  const saved = useSavedViews('customers', useBuiltInViews())
  const list = useListState(columns, saved.views)
  const rows = useListWindow({
    entities: customerListEntities,
    state: list.grid,
    q: list.q,
    instants: customerInstants,
    load: (request, signal) => api.customers.list(request, { signal }),
  })
  const [selection, setSelection] = useState<Selection>(noSelection)
  const { listKey } = rows
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another list are not these
  useEffect(() => setSelection(noSelection), [listKey])
  const { activeId, setActiveId, shownId } = useActiveCustomer()
  const [dialog, setDialog] = useState<'export' | 'bulk' | null>(null)
  const counts = useViewCounts()
  const total = rows.total
  const filtered = list.grid.filter !== null || list.q !== ''

  return (
    <>
      <ListScreen
        header={
          <>
            <PageHeader
              title={t('list.title')}
              {...(total === undefined ? {} : { detail: t('list.count', { count: total }) })}
              actions={
                <>
                  <Menu
                    trigger={<IconButton icon="more" label={t('list.more')} />}
                    items={[
                      {
                        id: 'duplicates',
                        label: t('duplicates.title'),
                        icon: 'copy',
                        onSelect: () => go('/customers/duplicates'),
                      },
                      {
                        id: 'archived',
                        label: t('archived.title'),
                        icon: 'archive',
                        onSelect: () => go('/customers/archived'),
                      },
                      ...(may('customers.export')
                        ? [
                            {
                              id: 'export',
                              label: t('export.open'),
                              icon: 'download' as const,
                              onSelect: () => setDialog('export'),
                            },
                          ]
                        : []),
                    ]}
                  />
                  <ColumnChooser columns={columns} state={list.grid} onState={list.setGrid} />
                  {may('customers.write') && (
                    <Button kind="main" icon="plus" keys="N" onClick={() => go('/customers/new')}>
                      {t('list.new')}
                    </Button>
                  )}
                </>
              }
            />
            <CustomerStats />
          </>
        }
        views={<SavedViewTabs listName="customers" label={t('list.views')} saved={saved} list={list} counts={counts} />}
        filters={
          <FilterBar
            fields={fields}
            value={list.grid.filter}
            onChange={(filter) => list.setGrid({ ...list.grid, filter })}
            search={{ value: list.q, onChange: list.setQ, label: t('list.search') }}
          />
        }
      >
        <DataGrid
          label={t('list.title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          state={list.grid}
          onState={list.setGrid}
          selection={selection}
          onSelection={setSelection}
          activeKey={activeId}
          onActive={(row) => setActiveId(row?.id ?? null)}
          onOpen={(row) => go(`/customers/${row.id}`)}
          countLabel={(count) => t('list.count', { count })}
          errorText={words.errorState}
          bulk={() =>
            may('customers.bulk') && (
              <Button small icon="edit" onClick={() => setDialog('bulk')}>
                {t('bulk.open')}
              </Button>
            )
          }
          empty={filtered ? <NoMatch onClear={() => clear(list)} /> : <NoCustomer />}
          noMatch={<NoMatch onClear={() => clear(list)} />}
        />
      </ListScreen>
      {shownId !== null && (
        <InInspector>
          <CustomerInspector key={shownId} id={shownId} onClose={() => setActiveId(null)} />
        </InInspector>
      )}
      {dialog === 'export' && (
        <ExportDialog columns={columns} list={list} rows={total} onClose={() => setDialog(null)} />
      )}
      {dialog === 'bulk' && (
        <BulkEditDialog
          selection={selection}
          filter={listFilter(list)}
          onClose={() => setDialog(null)}
          onDone={() => {
            setDialog(null)
            setSelection(noSelection)
          }}
        />
      )}
    </>
  )
}

function clear(list: ReturnType<typeof useListState>): void {
  if (list.q !== '') list.setQ('')
  if (list.grid.filter !== null) list.setGrid({ ...list.grid, filter: null })
}

/** The customer beside the list. It stands in the address once the person rests on it. */
function useActiveCustomer() {
  const [opened, setOpened] = useSearchState<string>('open')
  const [activeId, setActiveId] = useState<string | null>(opened ?? null)
  const shownId = useSettled(activeId, restMs)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the row a person rests on is written
  useEffect(() => {
    if ((opened ?? null) !== shownId) setOpened(shownId ?? undefined)
  }, [shownId])
  return { activeId, setActiveId, shownId: activeId === null ? null : shownId }
}

function useBuiltInViews() {
  const { t } = useTranslation('customers')
  return useMemo(() => {
    const status = (value: string) => ({ filter: { all: [{ field: 'status', op: 'isAnyOf', value: [value] }] } })
    return [
      { id: 'all', label: t('views.all'), state: {}, owner: 'built-in' as const },
      {
        id: 'due',
        label: t('views.due'),
        state: { filter: { all: [{ field: 'hasOpenFollowUp', op: 'isTrue' }] } },
        owner: 'built-in' as const,
      },
      { id: 'prospects', label: t('views.prospects'), state: status('prospect'), owner: 'built-in' as const },
      { id: 'blocked', label: t('views.blocked'), state: status('blocked'), owner: 'built-in' as const },
    ]
  }, [t])
}

/** Numbers beside the views: those of segments from the node, those of built-in views from the statistics. */
function useViewCounts(): Record<string, string | undefined> {
  const { lang } = useLook()
  const stats = useCustomerStats().data
  const segments = useSegments().data
  const byStatus = (status: string) =>
    stats?.byStatus.find((entry) => entry.value === status)?.count ?? (stats === undefined ? undefined : 0)
  const numbers: Record<string, number | null | undefined> = {
    all: stats?.total,
    prospects: byStatus('prospect'),
    blocked: byStatus('blocked'),
    ...Object.fromEntries((segments?.items ?? []).map((segment) => [segment.id, segment.count])),
  }
  return Object.fromEntries(
    Object.entries(numbers).map(([id, count]) => [id, count == null ? undefined : formatNumber(lang, count)]),
  )
}

function NoCustomer(): ReactElement {
  const { t } = useTranslation('customers')
  const may = useMay()
  const action = may('customers.write') && (
    <Button icon="plus" href="/customers/new">
      {t('list.new')}
    </Button>
  )
  return (
    <EmptyState
      icon="customers"
      title={t('list.empty')}
      detail={t('list.emptyDetail')}
      {...(action === false ? {} : { action })}
    />
  )
}

function NoMatch({ onClear }: { onClear: () => void }): ReactElement {
  const { t } = useTranslation('customers')
  return (
    <EmptyState
      icon="filter"
      title={t('list.noMatch')}
      action={<Button onClick={onClear}>{t('list.showAll')}</Button>}
    />
  )
}
