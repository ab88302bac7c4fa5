/** Changing chosen fields of many animals: choose, see what would change, then do it in one step that can be undone. */
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BulkChanges, mostBulkAnimals } from '../../../../core/areas/animals/animals.bulk.model.ts'
import type { AnimalSelection } from '../../../../core/areas/animals/animals.fields.ts'
import { useCommand } from '../../../lib/api/use-command.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { CheckboxField } from '../../../ui/form/choice-fields.tsx'
import { Note } from '../../../ui/note.tsx'
import styles from '../animals.module.css'
import { BulkFields } from './bulk-fields.tsx'
import type { BulkPreview } from './bulk-preview.ts'
import { BulkPreviewView } from './bulk-preview-view.tsx'

interface BulkEditDialogProps {
  readonly selection: AnimalSelection
  readonly count: number
  onClose(): void
  onDone(): void
}

export function BulkEditDialog({ selection, count, onClose, onDone }: BulkEditDialogProps): ReactElement {
  const { t } = useTranslation('animals')
  const [changes, setChanges] = useState<BulkChanges>({})
  const [preview, setPreview] = useState<BulkPreview | null>(null)
  const [skipRefused, setSkipRefused] = useState(false)
  const look = useCommand((api, input: { changes: BulkChanges }) =>
    api.animals.bulkPreview({ selection, changes: input.changes, skipRefused: true }),
  )
  const apply = useCommand((api, input: { changes: BulkChanges; skipRefused: boolean }) =>
    api.animals.bulkUpdate({ selection, ...input }),
  )
  const isReady = preview !== null && preview.changed > 0 && (preview.refused === 0 || skipRefused)

  async function showPreview(): Promise<void> {
    setPreview((await look.run({ changes })) ?? null)
  }
  async function applyNow(): Promise<void> {
    if ((await apply.run({ changes, skipRefused })) === undefined) return
    onClose()
    onDone()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      size="l"
      title={t('bulk.title', { count })}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          {preview !== null && (
            <Button icon="chevron-start" onClick={() => setPreview(null)}>
              {t('bulk.back')}
            </Button>
          )}
          {preview === null ? (
            <Button
              kind="main"
              busy={look.busy}
              disabled={Object.keys(changes).length === 0 || count > mostBulkAnimals}
              onClick={() => void showPreview()}
            >
              {t('bulk.preview')}
            </Button>
          ) : (
            <Button kind="main" busy={apply.busy} disabled={!isReady} onClick={() => void applyNow()}>
              {t('bulk.apply', { count: preview.changed })}
            </Button>
          )}
        </>
      }
    >
      {count > mostBulkAnimals && <Note meaning="warn">{t('bulk.tooMany', { max: mostBulkAnimals })}</Note>}
      {preview === null ? (
        <BulkFields changes={changes} onChange={setChanges} />
      ) : (
        <div className={styles.stack}>
          <BulkPreviewView preview={preview} />
          {preview.refused > 0 && (
            <CheckboxField
              label={t('bulk.skipRefused', { count: preview.refused })}
              value={skipRefused}
              onChange={(on) => setSkipRefused(on === true)}
            />
          )}
        </div>
      )}
    </Dialog>
  )
}
