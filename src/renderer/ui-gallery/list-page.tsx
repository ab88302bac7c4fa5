import { type ReactElement, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { Button, IconButton } from '../ui/button.tsx'
import { CutText } from '../ui/cut-text.tsx'
import { ColumnChooser } from '../ui/data-grid/column-chooser.tsx'
import { DataGrid } from '../ui/data-grid/data-grid.tsx'
import type { GridColumn } from '../ui/data-grid/grid-column.ts'
import { defaultGridState, type GridState } from '../ui/data-grid/grid-state.ts'
import { noSelection, type Selection } from '../ui/data-grid/selection.ts'
import { useRowWindow } from '../ui/data-grid/use-row-window.ts'
import { ViewTabs } from '../ui/data-grid/view-tabs.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FilterBar } from '../ui/filter/filter-bar.tsx'
import type { FilterField } from '../ui/filter/filter-model.ts'
import { formatNumber } from '../ui/format-values.ts'
import { ListScreen } from '../ui/frame/screen.tsx'
import { Icon } from '../ui/icon.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { ConflictMark, type Meaning, Status, WaitingMark } from '../ui/status.tsx'
import { AnimalInspector } from './animal-inspector.tsx'
import { type DemoAnimal, demoAnimal } from './demo-animals.ts'
import styles from './gallery.module.css'
import { useGallery, useSay } from './gallery-context.ts'

const meanings: Record<DemoAnimal['status'], Meaning> = {
  active: 'ok',
  withheld: 'warn',
  pregnant: 'info',
  hold: 'hold',
  resting: 'none',
}
const words: Record<DemoAnimal['status'], [string, string]> = {
  active: ['Active', 'نشط'],
  withheld: ['Withheld', 'محجوب'],
  pregnant: ['Pregnant', 'حامل'],
  hold: ['On hold', 'موقوف'],
  resting: ['Resting', 'في راحة'],
}

function useColumns(): GridColumn<DemoAnimal>[] {
  const say = useSay()
  return useMemo(
    () => [
      {
        id: 'name',
        header: say('Name', 'الاسم'),
        kind: 'text',
        width: 176,
        pinned: true,
        sortable: true,
        value: (row) => row.name,
        cell: (row) => (
          <>
            <Icon name="circle" size={12} className={styles.dim} label={say('Female', 'أنثى')} />
            <CutText strong>{row.name}</CutText>
            {row.mark === 'waiting' && <WaitingMark />}
            {row.mark === 'conflict' && <ConflictMark />}
          </>
        ),
      },
      {
        id: 'number',
        header: say('No.', 'الرقم'),
        kind: 'mono',
        width: 56,
        sortable: true,
        value: (row) => row.number,
      },
      { id: 'iso', header: 'ISO 11784', kind: 'mono', width: 122, sortable: true, value: (row) => row.iso },
      {
        id: 'breed',
        header: say('Breed', 'السلالة'),
        kind: 'text',
        width: 78,
        sortable: true,
        value: (row) => row.breed,
      },
      {
        id: 'age',
        header: say('Age', 'العمر'),
        kind: 'number',
        width: 42,
        sortable: true,
        value: (row) => String(row.ageYears),
        cell: (row) => `${row.ageYears} ${say('y', 'س')}`,
      },
      {
        id: 'next',
        header: say('Next step', 'الخطوة التالية'),
        kind: 'text',
        width: 118,
        sortable: true,
        value: (row) => `${row.next.day} ${row.next.step}`,
        cell: (row) => (
          <>
            <span className={row.next.today ? styles.today : styles.day}>
              {row.next.today ? say('Today', 'اليوم') : row.next.day}
            </span>
            <CutText>{row.next.step}</CutText>
          </>
        ),
      },
      {
        id: 'status',
        header: say('Status', 'الحالة'),
        kind: 'status',
        width: 92,
        sortable: true,
        value: (row) => words[row.status][0],
        cell: (row) => <Status meaning={meanings[row.status]} word={say(...words[row.status])} />,
      },
      {
        id: 'bank',
        header: say('Bank', 'البنك'),
        kind: 'number',
        width: 46,
        sortable: true,
        value: (row) => String(row.bank),
        cell: (row) => <span className={row.bank === 0 ? styles.dim : undefined}>{row.bank}</span>,
      },
      {
        id: 'born',
        header: say('Born', 'الميلاد'),
        kind: 'date',
        width: 100,
        sortable: true,
        hidden: true,
        value: (row) => row.born,
      },
    ],
    [say],
  )
}

function useFields(): FilterField[] {
  const say = useSay()
  return useMemo(
    () => [
      { id: 'name', label: say('Name', 'الاسم'), kind: 'text' },
      {
        id: 'role',
        label: say('Role', 'الدور'),
        kind: 'choice',
        options: [
          { value: 'donor', label: say('Donor', 'متبرعة') },
          { value: 'recipient', label: say('Recipient', 'مستقبلة') },
          { value: 'sire', label: say('Sire', 'فحل') },
        ],
      },
      {
        id: 'species',
        label: say('Species', 'النوع'),
        kind: 'choice',
        options: [
          { value: 'cattle', label: say('Cattle', 'أبقار') },
          { value: 'horse', label: say('Horse', 'خيل') },
          { value: 'camel', label: say('Camel', 'إبل') },
        ],
      },
      { id: 'weight', label: say('Weight', 'الوزن'), kind: 'number', unit: 'kg' },
      { id: 'born', label: say('Born', 'الميلاد'), kind: 'date' },
      { id: 'genotyped', label: say('Genotyped', 'منمّط جينيًا'), kind: 'boolean' },
    ],
    [say],
  )
}

/** The reference list: 2,418 rows, or as many as the address asks for. */
export function ListPage({ onInspector }: { onInspector: (inspector: ReactNode) => void }): ReactElement {
  const { rows: count, look } = useGallery()
  const say = useSay()
  const columns = useColumns()
  const fields = useFields()
  const [state, setState] = useState<GridState>(() => ({
    ...defaultGridState(columns),
    sort: [{ id: 'next', desc: false }],
    filter: {
      all: [
        { field: 'role', op: 'isAnyOf', value: ['donor'] },
        { field: 'species', op: 'isAnyOf', value: ['cattle', 'horse', 'camel'] },
      ],
    },
  }))
  const [selection, setSelection] = useState<Selection>(noSelection)
  const [view, setView] = useState('donors')
  const [search, setSearch] = useState('')
  const [active, setActive] = useState<DemoAnimal | null>(null)
  const load = useCallback(
    async (start: number, size: number) => ({
      rows: Array.from({ length: Math.max(0, Math.min(size, count - start)) }, (_, at) => demoAnimal(start + at)),
      total: count,
    }),
    [count],
  )
  const rows = useRowWindow({ key: JSON.stringify([state.sort, state.filter, search]), load })
  useEffect(() => {
    onInspector(active === null ? null : <AnimalInspector animal={active} onClose={() => setActive(null)} />)
  }, [active, onInspector])
  return (
    <ListScreen
      header={
        <PageHeader
          title={say('Register', 'السجل')}
          detail={say(`${formatNumber('en', count)} animals`, `${formatNumber('ar', count)} حيوانًا`)}
          actions={
            <>
              <ColumnChooser columns={columns} state={state} onState={setState} />
              <Button kind="main" icon="plus" keys="N" onClick={() => undefined}>
                {say('New animal', 'حيوان جديد')}
              </Button>
            </>
          }
        />
      }
      views={
        <ViewTabs
          label={say('Saved views', 'العروض المحفوظة')}
          value={view}
          onChange={setView}
          onSave={() => undefined}
          views={[
            { id: 'all', label: say('All', 'الكل') },
            { id: 'donors', label: say('Donors in programme', 'متبرعات البرنامج'), count: 46 },
            { id: 'recipients', label: say('Recipients ready', 'مستقبلات جاهزة'), count: 31 },
            { id: 'sires', label: say('Sires with semen', 'فحول لها سائل'), count: 112 },
            { id: 'quarantine', label: say('Quarantine', 'الحجر'), count: 7 },
          ]}
        />
      }
      filters={
        <FilterBar
          fields={fields}
          value={state.filter}
          onChange={(filter) => setState({ ...state, filter })}
          search={{ value: search, onChange: setSearch, label: say('Find in this list', 'ابحث في القائمة') }}
        />
      }
    >
      <DataGrid
        label={say('Register of animals', 'سجل الحيوانات')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        state={state}
        onState={setState}
        selection={selection}
        onSelection={setSelection}
        activeKey={active?.id ?? null}
        onActive={setActive}
        onOpen={() => undefined}
        countLabel={(total) => say(`${formatNumber('en', total)} animals`, `${formatNumber(look.lang, total)} حيوانًا`)}
        footer={
          <>
            <span>
              <WaitingMark /> {say('3 waiting to send', '3 بانتظار الإرسال')}
            </span>
            <span>
              <ConflictMark /> {say('1 needs you', '1 بحاجة إليك')}
            </span>
          </>
        }
        hints={[{ keys: 'M', label: say('move', 'نقل') }]}
        bulk={() => (
          <>
            <Button small icon="aside">
              {say('Move', 'نقل')}
            </Button>
            <Button small icon="print">
              {say('Print labels', 'طباعة الملصقات')}
            </Button>
            <IconButton small icon="more" label={say('More', 'المزيد')} />
          </>
        )}
        noMatch={<EmptyState icon="filter" title={say('No animal matches', 'لا حيوان يطابق')} />}
      />
    </ListScreen>
  )
}
