import { type ReactElement, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DataGrid } from '../ui/data-grid/data-grid.tsx'
import type { GridColumn } from '../ui/data-grid/grid-column.ts'
import { defaultGridState } from '../ui/data-grid/grid-state.ts'
import { type RowWindow, rowsFromArray } from '../ui/data-grid/row-window.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Screen } from '../ui/frame/screen.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './gallery.module.css'
import { useSay } from './gallery-context.ts'

type Row = { id: string }

const nothing: RowWindow<Row> = { total: undefined, rowAt: () => undefined, onRange: () => undefined }
const reading: RowWindow<Row> = { ...nothing, total: 500 }

/** A grid without rows, while it reads, and when it failed. */
export function StatesPage(): ReactElement {
  const say = useSay()
  const columns: GridColumn<Row>[] = [
    { id: 'a', header: say('Name', 'الاسم'), kind: 'text', width: 160, value: (row) => row.id, pinned: true },
    { id: 'b', header: say('Status', 'الحالة'), kind: 'text', width: 120, value: () => '' },
  ]
  const [state, setState] = useState(() => defaultGridState(columns))
  const shared = { columns, state, onState: setState, rowKey: (row: Row) => row.id }
  return (
    <Screen header={<PageHeader title={say('States', 'الحالات')} />}>
      <div className={styles.quarter}>
        <div className={styles.small}>
          <DataGrid
            {...shared}
            label="Empty"
            rows={rowsFromArray<Row>([])}
            empty={
              <EmptyState
                icon="animals"
                title={say('No animals yet', 'لا حيوانات بعد')}
                detail={say('Register the first one, or import a file you have.', 'سجّل الأول أو استورد ملفًا لديك.')}
                action={
                  <>
                    <Button kind="main">{say('New animal', 'حيوان جديد')}</Button>
                    <Button>{say('Import', 'استيراد')}</Button>
                  </>
                }
              />
            }
          />
        </div>
        <div className={styles.small}>
          <DataGrid
            {...shared}
            label="Failed"
            rows={{ ...nothing, error: new Error('disk'), retry: () => undefined }}
            errorText={() => ({
              title: say('The list could not be read', 'تعذّرت قراءة القائمة'),
              detail: say('The database did not answer in time.', 'لم تُجب قاعدة البيانات في الوقت المحدد.'),
              code: 'store_busy 7F3K',
            })}
          />
        </div>
        <div className={styles.small}>
          <DataGrid {...shared} label="Reading" rows={reading} />
        </div>
        <Card title={say('Reading', 'قراءة')}>
          <Skeleton lines={4} />
        </Card>
      </div>
    </Screen>
  )
}
