import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../../core/areas/people/people.model.ts'
import { roleNames } from '../../../../core/areas/people/roles.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { type ListView, useListState } from '../../../lib/list/use-list-state.ts'
import { useListWindow } from '../../../lib/list/use-list-window.ts'
import { InInspector } from '../../../lib/route/shell-slots.tsx'
import { useGo } from '../../../lib/route/use-go.ts'
import { useMay } from '../../../lib/session/session.tsx'
import { useSite } from '../../../lib/session/site-choice.tsx'
import { useSiteName } from '../../../lib/session/use-site-name.ts'
import { Button } from '../../../ui/button.tsx'
import { ColumnChooser } from '../../../ui/data-grid/column-chooser.tsx'
import { DataGrid } from '../../../ui/data-grid/data-grid.tsx'
import { ViewTabs } from '../../../ui/data-grid/view-tabs.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FilterBar } from '../../../ui/filter/filter-bar.tsx'
import type { FilterField } from '../../../ui/filter/filter-model.ts'
import { ListScreen } from '../../../ui/frame/screen.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { useUserColumns } from './user-columns.tsx'
import { UserInspector } from './user-inspector.tsx'

/** Users: who may sign in, with which roles and where. */
export function UsersScreen(): ReactElement {
  const { t } = useTranslation('people')
  const words = useWords()
  const api = useApi()
  const go = useGo()
  const may = useMay()
  const { siteId } = useSite()
  const columns = useUserColumns()
  const views = useViews()
  const list = useListState(columns, views)
  const [active, setActive] = useState<Person | null>(null)
  const filters = siteId === null ? {} : { siteId }
  const rows = useListWindow<Person>({
    entities: ['user', 'userRole'],
    state: list.grid,
    q: list.q,
    filters,
    load: (request, signal) => api.users.list({ ...filters, ...request }, { signal }),
  })
  const open = (person: Person) => go(`/system/users/${person.id}`)
  return (
    <>
      <ListScreen
        header={
          <PageHeader
            title={t('users.title')}
            detail={rows.total === undefined ? undefined : t('users.count', { count: rows.total })}
            actions={
              <>
                <ColumnChooser columns={columns} state={list.grid} onState={list.setGrid} />
                {may('people.write') && (
                  <Button kind="main" icon="plus" keys="N" onClick={() => go('/system/users/new')}>
                    {t('users.new')}
                  </Button>
                )}
              </>
            }
          />
        }
        views={
          <ViewTabs
            label={t('users.views')}
            views={[...views]}
            value={list.viewId}
            onChange={list.choose}
            changed={list.changed}
          />
        }
        filters={
          <FilterBar
            fields={useFilterFields()}
            value={list.grid.filter}
            onChange={(filter) => list.setGrid({ ...list.grid, filter })}
            search={{ value: list.q, onChange: list.setQ, label: t('users.search') }}
          />
        }
      >
        <DataGrid
          label={t('users.title')}
          columns={columns}
          rows={rows}
          rowKey={(person) => person.id}
          state={list.grid}
          onState={list.setGrid}
          activeKey={active?.id ?? null}
          onActive={setActive}
          onOpen={open}
          countLabel={(count) => t('users.count', { count })}
          empty={<EmptyState icon="users" title={t('users.none')} detail={t('users.noneDetail')} />}
          noMatch={<EmptyState icon="search" title={t('users.noMatch')} detail={t('users.noMatchDetail')} />}
          errorText={words.errorState}
        />
      </ListScreen>
      {active !== null && (
        <InInspector>
          <UserInspector id={active.id} onClose={() => setActive(null)} onOpen={() => open(active)} />
        </InInspector>
      )}
    </>
  )
}

function useViews(): readonly ListView[] {
  const { t } = useTranslation('people')
  const [all, active, inactive] = [t('users.all'), t('users.active'), t('users.inactive')]
  return useMemo(
    () => [
      {
        id: 'active',
        label: active,
        owner: 'built-in',
        state: { filter: { all: [{ field: 'active', op: 'isTrue' }] } },
      },
      {
        id: 'inactive',
        label: inactive,
        owner: 'built-in',
        state: { filter: { all: [{ field: 'active', op: 'isFalse' }] } },
      },
      { id: 'all', label: all, owner: 'built-in', state: {} },
    ],
    [all, active, inactive],
  )
}

function useFilterFields(): FilterField[] {
  const { t } = useTranslation('people')
  const words = useWords()
  const { sites } = useSite()
  const siteName = useSiteName()
  const field = (name: string) => words.field('user', name)
  return [
    {
      id: 'role',
      label: field('role'),
      kind: 'choice',
      options: roleNames.map((role) => ({ value: role, label: t(`roles.${role}`) })),
    },
    {
      id: 'siteId',
      label: words.field('any', 'siteId'),
      kind: 'choice',
      options: sites.map((site) => ({ value: site.id, label: siteName(site) })),
    },
    { id: 'active', label: field('active'), kind: 'boolean' },
    {
      id: 'language',
      label: field('language'),
      kind: 'choice',
      options: (['en', 'ar'] as const).map((value) => ({ value, label: t(`languages.${value}`) })),
    },
    { id: 'displayName', label: field('displayName'), kind: 'text' },
    { id: 'department', label: field('department'), kind: 'text' },
    { id: 'position', label: field('position'), kind: 'text' },
  ]
}
