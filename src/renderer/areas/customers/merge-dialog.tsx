/** Two customers side by side, field by field: which value stays, and what moves over with the merge. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer, CustomerChanges } from '../../../core/areas/customers/customers.model.ts'
import type { MergePreview } from '../../../core/areas/customers/tidying.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useCommand } from '../../lib/api/use-command.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { recordsQuery } from '../../lib/live/live-queries.ts'
import { useGo } from '../../lib/route/use-go.ts'
import { Button } from '../../ui/button.tsx'
import { useConfirm } from '../../ui/confirm-dialog.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { SegmentedField } from '../../ui/form/choice-fields.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Note } from '../../ui/note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { customerName } from './customer-name.ts'
import styles from './customers.module.css'
import { type Choice, MergeFields } from './merge-fields.tsx'

interface MergeDialogProps {
  readonly first: Customer
  readonly second: Customer
  readonly onClose: () => void
}

export function MergeDialog({ first, second, onClose }: MergeDialogProps): ReactElement {
  const { t } = useTranslation('customers')
  const { lang } = useLook()
  const words = useWords()
  const api = useApi()
  const go = useGo()
  const confirm = useConfirm()
  const [keepId, setKeepId] = useState(first.id)
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const [reason, setReason] = useState('')
  const loser = keepId === first.id ? second : first
  const preview = useQuery({
    ...recordsQuery({
      entity: 'customer',
      rest: ['mergePreview', keepId, loser.id],
      also: ['customerContact', 'customerAddress', 'customerInteraction', 'attachment', 'animal'],
      read: (signal) => api.customers.previewMerge({ id: keepId, loserId: loser.id }, { signal }),
    }),
    placeholderData: keepPreviousData,
  })
  const merge = useCommand((client, input: Parameters<typeof client.customers.merge>[0]) =>
    client.customers.merge(input),
  )
  const shown = preview.data?.keep.id === keepId ? preview.data : undefined

  async function run(found: MergePreview): Promise<void> {
    const agreed = await confirm({
      title: t('merge.confirmTitle', { name: customerName(found.loser, lang) }),
      text: t('merge.confirmText', { code: found.keep.code }),
      confirmLabel: t('merge.run'),
    })
    if (!agreed) return
    const values = valuesOf(found, choices)
    const answer = await merge.run({
      id: keepId,
      loserId: found.loser.id,
      rev: found.keep.rev,
      loserRev: found.loser.rev,
      ...(Object.keys(values).length === 0 ? {} : { values }),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    })
    if (answer === undefined) return
    onClose()
    go(`/customers/${answer.id}`)
  }

  return (
    <Dialog
      opened
      onClose={onClose}
      size="l"
      title={t('merge.title')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            kind="main"
            icon="merge"
            busy={merge.busy}
            disabled={shown === undefined}
            onClick={() => shown !== undefined && void run(shown)}
          >
            {t('merge.run')}
          </Button>
        </>
      }
    >
      <div className={styles.merge}>
        <SegmentedField
          label={t('merge.keeps')}
          value={keepId}
          onChange={(id) => {
            if (id == null) return
            setKeepId(id)
            setChoices({})
          }}
          options={[first, second].map((customer) => ({
            value: customer.id,
            label: `${customerName(customer, lang)} (${customer.code})`,
          }))}
        />
        {preview.isError && <ErrorState {...words.errorState(preview.error)} onRetry={() => void preview.refetch()} />}
        {shown === undefined && !preview.isError && <Skeleton lines={5} />}
        {shown !== undefined && (
          <>
            <MergeFields
              preview={shown}
              choices={choices}
              onChoose={(field, choice) => setChoices({ ...choices, [field]: choice })}
            />
            <Note meaning="info" title={t('merge.movesTitle')}>
              <Moves moves={shown.moves} />
            </Note>
            <TextField
              label={t('merge.reason')}
              value={reason}
              onChange={(text) => setReason(text ?? '')}
              maxLength={500}
            />
          </>
        )}
      </div>
    </Dialog>
  )
}

function Moves({ moves }: { moves: MergePreview['moves'] }): ReactElement {
  const { t } = useTranslation('customers')
  const parts = (['contacts', 'addresses', 'interactions', 'attachments', 'animals'] as const).filter(
    (part) => moves[part] > 0,
  )
  if (parts.length === 0) return <>{t('merge.movesNothing')}</>
  return <>{parts.map((part) => t(`merge.moves.${part}`, { count: moves[part] })).join(t('comma'))}</>
}

/** Only what differs from the record that stays is sent: untouched fields ask for no right of their own. */
function valuesOf({ differences }: MergePreview, choices: Readonly<Record<string, Choice>>): CustomerChanges {
  const values: Record<string, unknown> = {}
  for (const { field, keep, loser, proposed } of differences) {
    const chosen = { keep, loser, proposed }[choices[field] ?? 'proposed']
    if (JSON.stringify(chosen) !== JSON.stringify(keep)) values[field] = chosen
  }
  return values as CustomerChanges
}
