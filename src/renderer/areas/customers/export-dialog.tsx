/** Takes the list as it stands - filter, order, columns - out as a file. */
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerListItem } from '../../../core/areas/customers/customers.model.ts'
import type { ApiClient } from '../../lib/api/api-client.ts'
import { saveFile } from '../../lib/api/save-file.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import type { ListState } from '../../lib/list/use-list-state.ts'
import { Button } from '../../ui/button.tsx'
import type { GridColumn } from '../../ui/data-grid/grid-column.ts'
import { shownColumns } from '../../ui/data-grid/grid-state.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { SegmentedField } from '../../ui/form/choice-fields.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useLook } from '../../ui/theme/look.ts'
import styles from './customers.module.css'
import { listFilter, listSort } from './list-filter.ts'

interface ExportDialogProps {
  readonly columns: readonly GridColumn<CustomerListItem>[]
  readonly list: ListState
  /** Rows the file will hold, when known. */
  readonly rows: number | undefined
  readonly onClose: () => void
}

/** Columns of the screen that the file knows by another name. */
const keysInFile: Readonly<Record<string, string>> = { contact: 'primaryContact' }

export function ExportDialog({ columns, list, rows, onClose }: ExportDialogProps): ReactElement {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const [format, setFormat] = useState('xlsx')
  const [extent, setExtent] = useState('shown')
  const [part, setPart] = useState<number | null>(null)
  const run = useCommand(async (api) => {
    const { items } = await api.exports.customers.columns({})
    const known = new Set(items.map(({ key }) => key))
    const shown = shownColumns(columns, list.grid)
      .map(({ id }) => keysInFile[id] ?? id)
      .filter((key) => known.has(key))
    const file = await api.exports.customers.start({
      ...listFilter(list),
      sort: listSort(list),
      format: format === 'csv' ? 'csv' : 'xlsx',
      language: lang === 'ar' ? 'ar' : 'en',
      ...(extent === 'all' ? {} : { columns: shown.join(',') }),
    })
    await saveFile(file.fileName, await readExport(api, file, setPart))
    onClose()
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      size="s"
      title={t('export.title')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            kind="main"
            icon="download"
            busy={run.busy}
            onClick={() => void run.run(undefined).then(() => setPart(null))}
          >
            {t('export.run')}
          </Button>
        </>
      }
    >
      <div className={styles.merge}>
        {rows !== undefined && <p>{t('export.rows', { count: rows })}</p>}
        <SegmentedField
          label={t('export.format')}
          value={format}
          onChange={(value) => setFormat(value ?? 'xlsx')}
          options={[
            { value: 'xlsx', label: 'Excel' },
            { value: 'csv', label: 'CSV' },
          ]}
        />
        <SegmentedField
          label={t('export.columns')}
          value={extent}
          onChange={(value) => setExtent(value ?? 'shown')}
          options={[
            { value: 'shown', label: t('export.shownColumns') },
            { value: 'all', label: t('export.allColumns') },
          ]}
        />
        {part !== null && <Progress value={part} label={t('export.running')} />}
      </div>
    </Dialog>
  )
}

interface ExportedFile {
  readonly exportId: string
  readonly mediaType: string
  readonly sizeBytes: number
}

async function readExport(
  api: ApiClient,
  { exportId, mediaType, sizeBytes }: ExportedFile,
  onPart: (part: number) => void,
): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (let offset: number | null = 0; offset !== null; ) {
    const { data, nextOffset }: { data: string; nextOffset: number | null } = await api.exports.customers.piece({
      exportId,
      offset,
    })
    pieces.push(Uint8Array.from(atob(data), (character) => character.charCodeAt(0)))
    offset = nextOffset
    onPart((nextOffset ?? sizeBytes) / Math.max(1, sizeBytes))
  }
  return new Blob(pieces, { type: mediaType })
}
