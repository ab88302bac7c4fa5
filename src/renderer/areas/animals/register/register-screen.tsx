import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnimalListItem } from '../../../../core/areas/animals/animals.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { SavedViewTabs } from '../../../lib/documents/saved-view-tabs.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { useListState } from '../../../lib/list/use-list-state.ts'
import { useListWindow } from '../../../lib/list/use-list-window.ts'
import { useSavedViews } from '../../../lib/list/use-saved-views.ts'
import { InInspector } from '../../../lib/route/shell-slots.tsx'
import { useGo } from '../../../lib/route/use-go.ts'
import { useMay } from '../../../lib/session/session.tsx'
import { useSite } from '../../../lib/session/site-choice.tsx'
import { Button, IconButton, LinkButton } from '../../../ui/button.tsx'
import { ColumnChooser } from '../../../ui/data-grid/column-chooser.tsx'
import { DataGrid } from '../../../ui/data-grid/data-grid.tsx'
import { noSelection, type Selection } from '../../../ui/data-grid/selection.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FilterBar } from '../../../ui/filter/filter-bar.tsx'
import { ListScreen } from '../../../ui/frame/screen.tsx'
import { Menu, type MenuEntry } from '../../../ui/menu.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { WaitingMark } from '../../../ui/status.tsx'
import styles from '../animals.module.css'
import { animalEntities, waitingCountQuery } from '../animals.queries.ts'
import { AnimalInspector } from './animal-inspector.tsx'
import { BulkActions } from './bulk-actions.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { useRegisterColumns } from './register-columns.tsx'
import { useRegisterFilters } from './register-filters.ts'
import { registerInstants, shownQuery, toAnimalRequest } from './register-request.ts'
import { useBuiltInViews, useViewCounts } from './register-views.ts'

/** The register of animals: what stands here, what left, and the parents known only by name. */
export function RegisterScreen(): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const words = useWords()
  const go = useGo()
  const may = useMay()
  const { siteId } = useSite()
  const filters = useMemo(() => (siteId === null ? {} : { siteId }), [siteId])
  const columns = useRegisterColumns()
  const fields = useRegisterFilters()
  const saved = useSavedViews('animals', useBuiltInViews())
  const list = useListState(columns, saved.views)
  const rows = useListWindow<AnimalListItem>({
    entities: animalEntities,
    state: list.grid,
    q: list.q,
    filters,
    instants: registerInstants,
    load: (request, signal) => api.animals.list({ ...filters, ...toAnimalRequest(request) }, { signal }),
  })
  const counts = useViewCounts(filters)
  const waiting = useQuery(waitingCountQuery(api, filters)).data ?? 0
  const [selection, setSelection] = useState<Selection>(noSelection)
  const [activeId, setActiveId] = useState<string | null>(null)
  const [exporting, setExporting] = useState(false)
  const shown = { filter: list.grid.filter, q: list.q, filters }
  const isFiltered = list.grid.filter !== null || list.q.trim() !== ''

  const more: MenuEntry[] = [
    ...(may('animals.export')
      ? [{ id: 'export', label: t('export.title'), icon: 'download' as const, onSelect: () => setExporting(true) }]
      : []),
    ...(may('animals.import')
      ? [{ id: 'import', label: t('register.import'), icon: 'upload' as const, onSelect: () => go('/animals/import') }]
      : []),
    {
      id: 'duplicates',
      label: t('duplicates.title'),
      icon: 'merge' as const,
      onSelect: () => go('/animals/duplicates'),
    },
    ...(may('animals.archive')
      ? [
          {
            id: 'archived',
            label: t('archived.title'),
            icon: 'archive' as const,
            onSelect: () => go('/animals/archived'),
          },
        ]
      : []),
  ]
  return (
    <>
      <ListScreen
        header={
          <PageHeader
            title={t('register.title')}
            detail={rows.total === undefined ? undefined : t('register.count', { count: rows.total })}
            actions={
              <>
                <ColumnChooser columns={columns} state={list.grid} onState={list.setGrid} />
                <Menu trigger={<IconButton icon="more" label={t('more')} />} items={more} />
                {may('animals.write') && (
                  <Button kind="main" icon="plus" keys="N" onClick={() => go('/animals/new')}>
                    {t('register.new')}
                  </Button>
                )}
              </>
            }
          />
        }
        views={<SavedViewTabs listName="animals" label={t('views.label')} saved={saved} list={list} counts={counts} />}
        filters={
          <FilterBar
            fields={fields}
            value={list.grid.filter}
            onChange={(filter) => list.setGrid({ ...list.grid, filter })}
            search={{ value: list.q, onChange: list.setQ, label: t('register.find') }}
          />
        }
      >
        <DataGrid
          label={t('register.grid')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          state={list.grid}
          onState={list.setGrid}
          selection={selection}
          onSelection={setSelection}
          activeKey={activeId}
          onActive={(row) => setActiveId(row?.id ?? null)}
          onOpen={(row) => go(`/animals/${row.id}`)}
          countLabel={(count) => t('register.count', { count })}
          errorText={words.errorState}
          bulk={(chosen, count) => (
            <BulkActions selection={chosen} count={count} shown={shown} onDone={() => setSelection(noSelection)} />
          )}
          footer={
            waiting > 0 && (
              <LinkButton
                onClick={() => list.setGrid({ ...list.grid, filter: { all: [{ field: 'waiting', op: 'isTrue' }] } })}
              >
                <span className={styles.waiting}>
                  <WaitingMark label={t('waiting')} />
                  {t('register.waiting', { count: waiting })}
                </span>
              </LinkButton>
            )
          }
          empty={
            isFiltered ? (
              <EmptyState icon="search" title={t('register.noMatch')} detail={t('register.noMatchDetail')} />
            ) : (
              <EmptyState
                icon="animals"
                title={t('register.empty')}
                detail={t('register.emptyDetail')}
                action={
                  may('animals.write') && (
                    <Button icon="plus" onClick={() => go('/animals/new')}>
                      {t('register.new')}
                    </Button>
                  )
                }
              />
            )
          }
          noMatch={<EmptyState icon="filter" title={t('register.noMatch')} detail={t('register.noMatchDetail')} />}
        />
      </ListScreen>
      {activeId !== null && (
        <InInspector>
          <AnimalInspector key={activeId} id={activeId} onClose={() => setActiveId(null)} />
        </InInspector>
      )}
      {exporting && (
        <ExportDialog
          query={shownQuery(shown)}
          sort={list.grid.sort}
          count={rows.total ?? 0}
          onClose={() => setExporting(false)}
        />
      )}
    </>
  )
}
