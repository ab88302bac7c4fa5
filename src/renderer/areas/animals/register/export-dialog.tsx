import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { ConditionGroup } from '../../../../core/kernel/listing.ts'
import { saveFile } from '../../../lib/api/save-file.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { SegmentedField } from '../../../ui/form/choice-fields.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'
import { Progress } from '../../../ui/progress.tsx'
import { useLook } from '../../../ui/theme/look.ts'
import { FormDialog } from '../form-dialog.tsx'
import { toAnimalRequest } from './register-request.ts'

const exportChoice = z.object({ format: z.enum(['xlsx', 'csv']), language: z.enum(['en', 'ar']) })

interface ExportDialogProps {
  readonly query: { siteId?: string; q?: string; where?: ConditionGroup }
  readonly sort: readonly { id: string; desc: boolean }[]
  readonly count: number
  onClose(): void
}

/** Writes what the list shows, in its order, to a file. */
export function ExportDialog({ query, sort, count, onClose }: ExportDialogProps): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const { lang } = useLook()
  const failureOf = useSubmitFailure()
  const [progress, setProgress] = useState<number | null>(null)
  const form = useZodForm({
    schema: exportChoice,
    initial: { format: 'xlsx' as const, language: lang === 'ar' ? ('ar' as const) : ('en' as const) },
    failureOf: (reason) => {
      setProgress(null)
      return failureOf(reason)
    },
    onSubmit: async (choice) => {
      setProgress(0)
      const order = sort.map(({ id, desc }) => `${desc ? '-' : ''}${id}`).join(',')
      const request = toAnimalRequest({ ...query, ...(order === '' ? {} : { sort: order }) })
      const file = await api.exports.animals.start({ ...request, ...choice })
      const pieces: Uint8Array<ArrayBuffer>[] = []
      for (let offset: number | null = 0; offset !== null; ) {
        const piece: { data: string; nextOffset: number | null } = await api.exports.animals.piece({
          exportId: file.exportId,
          offset,
        })
        pieces.push(Uint8Array.from(atob(piece.data), (letter) => letter.charCodeAt(0)))
        offset = piece.nextOffset
        setProgress(offset === null ? 1 : offset / file.sizeBytes)
      }
      saveFile(file.fileName, new Blob(pieces, { type: file.mediaType }))
      onClose()
    },
  })
  return (
    <FormDialog title={t('export.title')} form={form} submitLabel={t('export.save')} onClose={onClose}>
      <p>{t('export.what', { count })}</p>
      <SegmentedField
        {...form.field('format')}
        label={t('export.format')}
        options={[
          { value: 'xlsx', label: t('export.excel') },
          { value: 'csv', label: 'CSV' },
        ]}
      />
      <SegmentedField
        {...form.field('language')}
        label={t('export.language')}
        options={[
          { value: 'en', label: 'English' },
          { value: 'ar', label: 'العربية' },
        ]}
      />
      {progress !== null && <Progress value={progress} label={t('export.writing')} />}
    </FormDialog>
  )
}
