import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Site, siteKinds } from '../../../../core/areas/people/people.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { useListState } from '../../../lib/list/use-list-state.ts'
import { useListWindow } from '../../../lib/list/use-list-window.ts'
import { useGo } from '../../../lib/route/use-go.ts'
import { useMay } from '../../../lib/session/session.tsx'
import { Button } from '../../../ui/button.tsx'
import { ColumnChooser } from '../../../ui/data-grid/column-chooser.tsx'
import { DataGrid } from '../../../ui/data-grid/data-grid.tsx'
import type { GridColumn } from '../../../ui/data-grid/grid-column.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FilterBar } from '../../../ui/filter/filter-bar.tsx'
import { ListScreen } from '../../../ui/frame/screen.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Status } from '../../../ui/status.tsx'

const everything = [{ id: 'all', label: '', state: {} }]

/** Sites: laboratories, farms, clinics and stores where people work. */
export function SitesScreen(): ReactElement {
  const { t } = useTranslation('people')
  const words = useWords()
  const api = useApi()
  const go = useGo()
  const may = useMay()
  const columns = useSiteColumns()
  const list = useListState(columns, everything)
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const rows = useListWindow<Site>({
    entities: ['site'],
    state: list.grid,
    q: list.q,
    load: (request, signal) => api.sites.list(request, { signal }),
  })
  const kinds = siteKinds.map((kind) => ({ value: kind, label: t(`siteKinds.${kind}`) }))
  return (
    <ListScreen
      header={
        <PageHeader
          title={t('sites.title')}
          detail={rows.total === undefined ? undefined : t('sites.count', { count: rows.total })}
          actions={
            <>
              <ColumnChooser columns={columns} state={list.grid} onState={list.setGrid} />
              {may('sites.write') && (
                <Button kind="main" icon="plus" keys="N" onClick={() => go('/system/sites/new')}>
                  {t('sites.new')}
                </Button>
              )}
            </>
          }
        />
      }
      filters={
        <FilterBar
          fields={[
            { id: 'kind', label: words.field('site', 'kind'), kind: 'choice', options: kinds },
            { id: 'active', label: words.field('site', 'active'), kind: 'boolean' },
            { id: 'name', label: words.field('site', 'name'), kind: 'text' },
            { id: 'code', label: words.field('site', 'code'), kind: 'text' },
          ]}
          value={list.grid.filter}
          onChange={(filter) => list.setGrid({ ...list.grid, filter })}
          search={{ value: list.q, onChange: list.setQ, label: t('sites.search') }}
        />
      }
    >
      <DataGrid
        label={t('sites.title')}
        columns={columns}
        rows={rows}
        rowKey={(site) => site.id}
        state={list.grid}
        onState={list.setGrid}
        activeKey={activeKey}
        onActive={(site) => setActiveKey(site?.id ?? null)}
        onOpen={(site) => go(`/system/sites/${site.id}`)}
        countLabel={(count) => t('sites.count', { count })}
        empty={<EmptyState icon="site" title={t('sites.none')} detail={t('sites.noneDetail')} />}
        noMatch={<EmptyState icon="search" title={t('sites.noMatch')} detail={t('sites.noMatchDetail')} />}
        errorText={words.errorState}
      />
    </ListScreen>
  )
}

function useSiteColumns(): GridColumn<Site>[] {
  const { t, i18n } = useTranslation('people')
  const words = useWords()
  const { language } = i18n
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language stands for all texts
  return useMemo(() => {
    const field = (name: string) => words.field('site', name)
    return [
      {
        id: 'name',
        header: field('name'),
        kind: 'text',
        width: 220,
        pinned: true,
        sortable: true,
        value: (site) => site.name,
        cell: (site) => <a href={`/system/sites/${site.id}`}>{site.name}</a>,
      },
      { id: 'code', header: field('code'), kind: 'mono', width: 100, sortable: true, value: (site) => site.code },
      {
        id: 'nameArabic',
        header: field('nameArabic'),
        kind: 'text',
        width: 200,
        sortable: true,
        value: (site) => site.nameArabic ?? '',
      },
      {
        id: 'kind',
        header: field('kind'),
        kind: 'text',
        width: 150,
        sortable: true,
        value: (site) => t(`siteKinds.${site.kind}`),
      },
      {
        id: 'timeZone',
        header: field('timeZone'),
        kind: 'text',
        width: 160,
        grow: true,
        value: (site) => site.timeZone.replaceAll('_', ' '),
      },
      {
        id: 'active',
        header: field('active'),
        kind: 'status',
        width: 120,
        sortable: true,
        value: (site) => (site.active ? t('sites.open') : t('sites.closed')),
        cell: (site) => (
          <Status meaning={site.active ? 'ok' : 'none'} word={site.active ? t('sites.open') : t('sites.closed')} />
        ),
      },
    ]
  }, [language])
}
