/**
 * Files of a record: dropped or chosen, shown, named and laid aside. Serves every area whose records carry files
 * (`core/areas/documents/attachment-owners.ts`); its words are those of the documents area.
 */
import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentOwner } from '../../../core/areas/documents/attachment-owners.ts'
import {
  type Attachment,
  attachmentKinds,
  defaultMaxAttachmentBytes,
} from '../../../core/areas/documents/attachments.model.ts'
import { fileTypes } from '../../../core/areas/documents/file-types.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { formatNumber } from '../../ui/format-values.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { useApi } from '../api/services.tsx'
import { useWords } from '../i18n/use-words.ts'
import { recordsQuery } from '../live/live-queries.ts'
import { useMay } from '../session/session.tsx'
import { AttachmentPreview } from './attachment-preview.tsx'
import { AttachmentRow } from './attachment-row.tsx'
import styles from './attachments-panel.module.css'
import { UploadRow } from './upload-row.tsx'
import { useUploads } from './use-uploads.ts'

export type AttachmentKind = (typeof attachmentKinds)[number]

interface AttachmentsPanelProps {
  readonly ownerEntity: string
  readonly ownerId: string
  /** Shows and adds files of this kind only. */
  readonly kind?: AttachmentKind
  /** Site of the record; null when all sites share it. */
  readonly siteId?: string | null
}

const accepted = fileTypes.flatMap((type) => type.extensions.map((extension) => `.${extension}`))
/** A record with more files than this is an archive; the newest are shown. */
const mostShown = 200

/** The limit as people state it: 25 MB are 25 times 1024 x 1024 bytes here. */
function largestFile(lang: string): string {
  return formatNumber(lang, Math.floor(defaultMaxAttachmentBytes / 1024 ** 2), { style: 'unit', unit: 'megabyte' })
}

/** Shows the files of a record and takes new ones, as far as the person may. */
export function AttachmentsPanel({ ownerEntity, ownerId, kind, siteId = null }: AttachmentsPanelProps): ReactElement {
  const { t } = useTranslation('documents')
  const { lang } = useLook()
  const words = useWords()
  const api = useApi()
  const may = useMay()
  const { uploads, send, drop, again } = useUploads()
  const [newKind, setNewKind] = useState<AttachmentKind>(kind ?? 'document')
  const [shown, setShown] = useState<Attachment | null>(null)
  const files = useQuery(
    recordsQuery({
      entity: 'attachment',
      rest: [ownerEntity, ownerId, kind ?? null],
      read: (signal) =>
        api.documents.attachments(
          { ownerEntity, ownerId, limit: mostShown, ...(kind === undefined ? {} : { kind }) },
          { signal },
        ),
    }),
  )
  const write = attachmentOwner(ownerEntity)?.write
  const mayWrite = write !== undefined && may('documents.attach') && may(write, siteId)
  const items = files.data?.items
  return (
    <div className={styles.panel}>
      {mayWrite && (
        <div className={styles.add}>
          <FileDrop
            label={t('attachments.drop')}
            detail={t('attachments.accepted', { size: largestFile(lang) })}
            accept={accepted}
            maxBytes={defaultMaxAttachmentBytes}
            multiple
            onFiles={(chosen) => send(chosen, { ownerEntity, ownerId, kind: newKind })}
          />
          {kind === undefined && (
            <SelectField
              label={t('attachments.kindOfNew')}
              value={newKind}
              onChange={(value) => value != null && setNewKind(value as AttachmentKind)}
              clearable={false}
              options={attachmentKinds.map((value) => ({ value, label: words.value('attachment', 'kind', value) }))}
            />
          )}
        </div>
      )}
      {uploads.length > 0 && (
        <ul className={styles.list} aria-label={t('attachments.uploads')}>
          {uploads.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              onDrop={() => drop(upload.key)}
              onAgain={() => again(upload.key)}
            />
          ))}
        </ul>
      )}
      {files.isError && items === undefined && (
        <ErrorState {...words.errorState(files.error)} onRetry={() => void files.refetch()} />
      )}
      {files.isPending && <Skeleton lines={3} />}
      {items?.length === 0 && uploads.length === 0 && (
        <EmptyState
          icon="paperclip"
          title={t('attachments.empty')}
          {...(mayWrite ? { detail: t('attachments.emptyDetail') } : {})}
        />
      )}
      {items !== undefined && items.length > 0 && (
        <ul className={styles.list} aria-label={t('attachments.list')}>
          {items.map((item) => (
            <AttachmentRow key={item.id} attachment={item} mayWrite={mayWrite} onShow={() => setShown(item)} />
          ))}
        </ul>
      )}
      {files.data !== undefined && files.data.total > mostShown && (
        <p className={styles.more}>{t('attachments.newestOnly', { count: mostShown })}</p>
      )}
      {shown !== null && <AttachmentPreview attachment={shown} onClose={() => setShown(null)} />}
    </div>
  )
}
