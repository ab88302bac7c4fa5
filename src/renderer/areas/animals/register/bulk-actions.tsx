import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnimalSelection } from '../../../../core/areas/animals/animals.fields.ts'
import { useCommand } from '../../../lib/api/use-command.ts'
import { useMay } from '../../../lib/session/session.tsx'
import { Button } from '../../../ui/button.tsx'
import type { Selection } from '../../../ui/data-grid/selection.ts'
import { BulkEditDialog } from './bulk-edit-dialog.tsx'
import { type Shown, toAnimalSelection } from './register-request.ts'

interface BulkActionsProps {
  readonly selection: Selection
  readonly count: number
  readonly shown: Shown
  onDone(): void
}

/** What can be done with the selected animals. */
export function BulkActions({ selection, count, shown, onDone }: BulkActionsProps): ReactElement {
  const { t } = useTranslation('animals')
  const may = useMay()
  const [editing, setEditing] = useState(false)
  const archive = useCommand((api, input: { selection: AnimalSelection }) => api.animals.bulkArchive(input))
  return (
    <>
      {may('animals.bulk') && (
        <Button small icon="edit" onClick={() => setEditing(true)}>
          {t('bulk.edit')}
        </Button>
      )}
      {may('animals.archive') && (
        <Button
          small
          icon="archive"
          busy={archive.busy}
          onClick={() => {
            void archive
              .run({ selection: toAnimalSelection(selection, shown) })
              .then((answer) => answer !== undefined && onDone())
          }}
        >
          {t('archive')}
        </Button>
      )}
      {editing && (
        <BulkEditDialog
          selection={toAnimalSelection(selection, shown)}
          count={count}
          onClose={() => setEditing(false)}
          onDone={onDone}
        />
      )}
    </>
  )
}
