import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnimalListItem } from '../../../../core/areas/animals/animals.model.ts'
import { useSite } from '../../../lib/session/site-choice.tsx'
import { useSiteName } from '../../../lib/session/use-site-name.ts'
import { CutText } from '../../../ui/cut-text.tsx'
import type { GridColumn } from '../../../ui/data-grid/grid-column.ts'
import { Mono } from '../../../ui/mono.tsx'
import { Status, WaitingMark } from '../../../ui/status.tsx'
import { SexMark } from '../animal-name.tsx'
import { statusMeanings, useAnimalWords } from '../animal-words.ts'
import styles from '../animals.module.css'

type Column = GridColumn<AnimalListItem>

/** Columns of the register. Ids are the node's field names, because sort and saved views carry them. */
export function useRegisterColumns(): Column[] {
  const { t } = useTranslation('animals')
  const words = useAnimalWords()
  const { sites } = useSite()
  const siteName = useSiteName()
  return useMemo<Column[]>(() => {
    const choice = (id: keyof AnimalListItem & string, header: string, width: number, hidden = true): Column => ({
      id,
      header,
      kind: 'text',
      width,
      sortable: true,
      hidden,
      value: (row) => words.value(id, row[id] as string | null),
    })
    return [
      {
        id: 'name',
        header: t('fields.name'),
        kind: 'text',
        width: 178,
        grow: true,
        pinned: true,
        sortable: true,
        value: (row) => words.title(nameable(row)),
        cell: (row) => (
          <>
            <SexMark sex={row.sex} />
            <CutText strong>{words.title(nameable(row))}</CutText>
            {row.waiting && <WaitingMark label={t('waiting')} />}
          </>
        ),
      },
      {
        id: 'internalNumber',
        header: t('columns.number'),
        kind: 'mono',
        width: 62,
        value: (row) => row.internalNumber ?? '',
      },
      {
        id: 'identifier',
        header: t('columns.identifier'),
        kind: 'mono',
        width: 130,
        value: (row) => row.identifiers[0]?.printed ?? '',
      },
      {
        id: 'mainBreed',
        header: t('fields.mainBreed'),
        kind: 'text',
        width: 84,
        sortable: true,
        value: (row) => words.breed(row.mainBreed),
      },
      {
        id: 'ageMonths',
        header: t('columns.age'),
        kind: 'number',
        width: 50,
        sortable: true,
        value: (row) => words.age(row.ageMonths),
      },
      {
        id: 'role',
        header: t('columns.roles'),
        kind: 'text',
        width: 86,
        value: (row) => row.roles.map(words.role).join(t('separator')),
      },
      {
        id: 'status',
        header: t('fields.status'),
        kind: 'status',
        width: 104,
        sortable: true,
        value: (row) => words.value('status', row.status),
        cell: (row) => <Status meaning={statusMeanings[row.status]} word={words.value('status', row.status)} />,
      },
      {
        id: 'inbreeding',
        header: t('columns.inbreeding'),
        kind: 'number',
        width: 66,
        // Copied cells carry the plain number: no sign, and none of the marks that keep it left to right.
        value: (row) => (row.inbreeding === null ? '' : (row.inbreeding * 100).toFixed(2)),
        cell: (row) =>
          row.inbreedingStale ? <span className={styles.dim}>{t('stale')}</span> : words.percent(row.inbreeding),
      },
      {
        id: 'code',
        header: t('fields.code'),
        kind: 'mono',
        width: 100,
        sortable: true,
        hidden: true,
        value: (row) => row.code,
      },
      choice('species', t('fields.species'), 90),
      choice('sex', t('fields.sex'), 84),
      {
        id: 'birthDate',
        header: t('columns.born'),
        kind: 'text',
        width: 100,
        sortable: true,
        hidden: true,
        value: (row) => words.born(row),
      },
      {
        id: 'owner',
        header: t('columns.owner'),
        kind: 'text',
        width: 130,
        hidden: true,
        value: (row) => row.ownerName ?? '',
      },
      {
        id: 'site',
        header: t('fields.siteId'),
        kind: 'text',
        width: 120,
        hidden: true,
        value: (row) => sites.filter(({ id }) => id === row.siteId).map(siteName)[0] ?? '',
      },
      {
        id: 'location',
        header: t('fields.location'),
        kind: 'text',
        width: 110,
        sortable: true,
        hidden: true,
        value: (row) => row.location ?? '',
      },
      choice('purpose', t('fields.purpose'), 100),
      {
        id: 'colour',
        header: t('fields.colour'),
        kind: 'text',
        width: 90,
        sortable: true,
        hidden: true,
        value: (row) => row.colour ?? '',
      },
      {
        id: 'sire',
        header: t('fields.sireId'),
        kind: 'text',
        width: 130,
        hidden: true,
        value: (row) => (row.sire === null ? '' : words.title(row.sire)),
      },
      {
        id: 'dam',
        header: t('fields.damId'),
        kind: 'text',
        width: 130,
        hidden: true,
        value: (row) => (row.dam === null ? '' : words.title(row.dam)),
      },
      choice('parentageState', t('fields.parentageState'), 110),
      {
        id: 'identifiers',
        header: t('columns.allIdentifiers'),
        kind: 'text',
        width: 220,
        hidden: true,
        value: (row) => row.identifiers.map(({ printed }) => printed).join(t('separator')),
        cell: (row) => <Mono>{row.identifiers.map(({ printed }) => printed).join(', ')}</Mono>,
      },
      {
        id: 'statusDate',
        header: t('fields.statusDate'),
        kind: 'date',
        width: 100,
        sortable: true,
        hidden: true,
        value: (row) => row.statusDate ?? '',
      },
      {
        id: 'updatedAt',
        header: t('fields.updatedAt'),
        kind: 'date',
        width: 100,
        sortable: true,
        hidden: true,
        value: (row) => row.updatedAt.slice(0, 10),
      },
    ]
  }, [t, words, sites, siteName])
}

/** The facts of a line that a name is chosen from. */
export function nameable(row: AnimalListItem): {
  code: string
  name: string | null
  internalNumber: string | null
  identifier: AnimalListItem['identifiers'][number] | null
} {
  return { code: row.code, name: row.name, internalNumber: row.internalNumber, identifier: row.identifiers[0] ?? null }
}
