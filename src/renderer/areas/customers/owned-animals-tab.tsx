import type { ReactElement } from 'react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnimalListItem } from '../../../core/areas/animals/animals.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { useListWindow } from '../../lib/list/use-list-window.ts'
import { useGo } from '../../lib/route/use-go.ts'
import { DataGrid } from '../../ui/data-grid/data-grid.tsx'
import type { GridColumn } from '../../ui/data-grid/grid-column.ts'
import { defaultGridState } from '../../ui/data-grid/grid-state.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './customers.module.css'

/** Animals a customer owns, at the sites this person may see. Enter opens one. */
export function OwnedAnimalsTab({ customerId }: { customerId: string }): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const api = useApi()
  const go = useGo()
  const columns = useAnimalColumns()
  const [state, setState] = useState(() => defaultGridState(columns))
  const rows = useListWindow({
    entities: ['animal', 'animalIdentifier', 'animalInternalNumber'],
    state,
    filters: { ownerCustomerId: customerId },
    load: (request, signal) => api.animals.list({ ...request, ownerCustomerId: customerId }, { signal }),
  })
  return (
    <div className={styles.gridPlace}>
      <DataGrid
        label={t('tabs.animals')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        state={state}
        onState={setState}
        onOpen={(row) => go(`/animals/${row.id}`)}
        countLabel={(count) => t('animals.count', { count })}
        errorText={words.errorState}
        empty={<EmptyState icon="animals" title={t('animals.none')} detail={t('animals.noneDetail')} />}
      />
    </div>
  )
}

function useAnimalColumns(): GridColumn<AnimalListItem>[] {
  const words = useWords()
  const { t } = useTranslation('customers')
  return useMemo(() => {
    const label = (field: string) => words.field('animal', field)
    return [
      {
        id: 'name',
        header: label('name'),
        kind: 'text',
        width: 200,
        pinned: true,
        sortable: true,
        value: (row) => row.name ?? row.code,
        cell: (row) => (
          <a className={styles.link} href={`/animals/${row.id}`}>
            <bdi>{row.name ?? row.code}</bdi>
          </a>
        ),
      },
      {
        id: 'internalNumber',
        header: t('animals.number'),
        kind: 'mono',
        width: 92,
        value: (row) => row.internalNumber ?? '',
      },
      {
        id: 'identifier',
        header: t('animals.identifier'),
        kind: 'mono',
        width: 160,
        value: (row) => row.identifiers[0]?.printed ?? '',
      },
      {
        id: 'species',
        header: label('species'),
        kind: 'text',
        width: 100,
        sortable: true,
        value: (row) => words.value('animal', 'species', row.species),
      },
      {
        id: 'sex',
        header: label('sex'),
        kind: 'text',
        width: 90,
        sortable: true,
        value: (row) => words.value('animal', 'sex', row.sex),
      },
      {
        id: 'birthDate',
        header: label('birthDate'),
        kind: 'date',
        width: 110,
        sortable: true,
        value: (row) => row.birthDate ?? '',
      },
      {
        id: 'status',
        header: label('status'),
        kind: 'text',
        width: 110,
        grow: true,
        sortable: true,
        value: (row) => words.value('animal', 'status', row.status),
      },
    ]
  }, [words, t])
}
