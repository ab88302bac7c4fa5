/** Customers that were laid aside or merged, latest first, with the way back. */
import { type ReactElement, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { archivedCustomer } from '../../../core/areas/customers/customers.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useCommand } from '../../lib/api/use-command.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { useCommits } from '../../lib/live/use-live-queries.ts'
import { PersonName, useKnownNames } from '../../lib/people/person-names.tsx'
import { useGo } from '../../lib/route/use-go.ts'
import { useMay } from '../../lib/session/session.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { CutText } from '../../ui/cut-text.tsx'
import { DataGrid } from '../../ui/data-grid/data-grid.tsx'
import type { GridColumn } from '../../ui/data-grid/grid-column.ts'
import { defaultGridState } from '../../ui/data-grid/grid-state.ts'
import { useRowWindow } from '../../ui/data-grid/use-row-window.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/frame/screen.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Status } from '../../ui/status.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { customerName } from './customer-name.ts'

type Archived = z.infer<typeof archivedCustomer>

export function ArchivedCustomersScreen(): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const api = useApi()
  const go = useGo()
  const columns = useArchivedColumns()
  const [state, setState] = useState(() => defaultGridState(columns))
  const load = useCallback(
    async (offset: number, limit: number, signal: AbortSignal) => {
      const { items, total } = await api.customers.archived({ limit, offset }, { signal })
      return { rows: items, total }
    },
    [api],
  )
  const rows = useRowWindow<Archived>({ key: 'archived', load })
  useCommits(({ touched }) => {
    if (Object.hasOwn(touched, 'customer')) rows.refresh()
  })
  return (
    <ListScreen
      header={
        <PageHeader
          title={t('archived.title')}
          path={[{ label: t('list.title'), href: '/customers' }]}
          {...(rows.total === undefined ? {} : { detail: t('list.count', { count: rows.total }) })}
        />
      }
    >
      <DataGrid
        label={t('archived.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        state={state}
        onState={setState}
        onOpen={(row) => go(`/customers/${row.id}`)}
        countLabel={(count) => t('list.count', { count })}
        errorText={words.errorState}
        empty={<EmptyState icon="archive" title={t('archived.none')} detail={t('archived.noneDetail')} />}
      />
    </ListScreen>
  )
}

function useArchivedColumns(): GridColumn<Archived>[] {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const words = useWords()
  const knownName = useKnownNames()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the look-up of names has no state of its own
  return useMemo(
    () => [
      {
        id: 'name',
        header: words.field('customer', 'name'),
        kind: 'text',
        width: 240,
        pinned: true,
        value: (row) => customerName(row, lang),
        cell: (row) => <CutText strong>{customerName(row, lang)}</CutText>,
      },
      { id: 'code', header: words.field('customer', 'code'), kind: 'mono', width: 100, value: (row) => row.code },
      {
        id: 'type',
        header: words.field('customer', 'type'),
        kind: 'text',
        width: 110,
        value: (row) => words.value('customer', 'type', row.type),
      },
      {
        id: 'deletedAt',
        header: t('archived.when'),
        kind: 'date',
        width: 120,
        value: (row) => row.deletedAt.slice(0, 10),
      },
      {
        id: 'updatedBy',
        header: t('archived.who'),
        kind: 'text',
        width: 150,
        value: (row) => knownName(row.updatedBy),
        cell: (row) => <PersonName id={row.updatedBy} />,
      },
      {
        id: 'state',
        header: t('archived.state'),
        kind: 'status',
        width: 140,
        value: (row) => (row.mergedIntoId === null ? t('archived.laidAside') : t('archived.merged')),
        cell: (row) => (
          <Status
            meaning="none"
            icon={row.mergedIntoId === null ? 'archive' : 'merge'}
            word={row.mergedIntoId === null ? t('archived.laidAside') : t('archived.merged')}
          />
        ),
      },
      {
        id: 'back',
        header: t('archived.back'),
        kind: 'text',
        width: 180,
        grow: true,
        value: () => '',
        cell: (row) => <WayBack row={row} />,
      },
    ],
    [t, lang, words],
  )
}

function WayBack({ row }: { row: Archived }): ReactElement | false {
  const { t } = useTranslation('customers')
  const may = useMay()
  const restore = useCommand((api, id: string) => api.customers.restore({ id }))
  if (row.mergedIntoId !== null)
    return <LinkButton href={`/customers/${row.mergedIntoId}`}>{t('archived.openMerged')}</LinkButton>
  return (
    may('customers.archive') && (
      <Button small icon="restore" busy={restore.busy} onClick={() => void restore.run(row.id)}>
        {t('archived.restore')}
      </Button>
    )
  )
}
