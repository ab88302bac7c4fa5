/**
 * Shows a picture or a PDF in place. A picture comes as bytes and a `blob:` address. A PDF comes over the node's own
 * one-time link, because the page may not frame `blob:` addresses; the desktop app may frame nothing, so there it is saved.
 */
import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../core/areas/documents/attachments.model.ts'
import { fileTypeOf } from '../../../core/areas/documents/file-types.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { saveFile } from '../api/save-file.ts'
import { useApi } from '../api/services.tsx'
import { useCommand } from '../api/use-command.ts'
import { useWords } from '../i18n/use-words.ts'
import styles from './attachments-panel.module.css'
import { readAttachment } from './read-attachment.ts'

/** A window with the content of a file, or the way to save it where it cannot be shown. */
export function AttachmentPreview({
  attachment,
  onClose,
}: {
  attachment: Attachment
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation('documents')
  const save = useCommand(async (api, _input: undefined) =>
    saveFile(attachment.fileName, await readAttachment(api, attachment)),
  )
  return (
    <Dialog
      opened
      onClose={onClose}
      size="l"
      title={attachment.fileName}
      footer={
        <Button icon="download" busy={save.busy} onClick={() => void save.run(undefined)}>
          {t('attachments.save')}
        </Button>
      }
    >
      <div className={styles.preview}>{previewOf(attachment)}</div>
      {attachment.caption !== null && <p className={styles.caption}>{attachment.caption}</p>}
    </Dialog>
  )
}

function previewOf(attachment: Attachment): ReactElement {
  const showable = fileTypeOf(attachment.mediaType)?.showable === true
  if (showable && attachment.mediaType.startsWith('image/')) return <PicturePreview attachment={attachment} />
  if (showable && window.location.protocol.startsWith('http')) return <LinkedPreview attachment={attachment} />
  return <NoPreview />
}

function NoPreview(): ReactElement {
  const { t } = useTranslation('documents')
  return <EmptyState icon="file" title={t('attachments.noPreview')} detail={t('attachments.noPreviewDetail')} />
}

function PicturePreview({ attachment }: { attachment: Attachment }): ReactElement {
  const api = useApi()
  const words = useWords()
  const content = useQuery({
    queryKey: ['attachmentContent', attachment.id, attachment.contentHash],
    queryFn: ({ signal }) => readAttachment(api, attachment, signal),
  })
  const address = useObjectUrl(content.data)
  if (content.isError) return <ErrorState {...words.errorState(content.error)} onRetry={() => void content.refetch()} />
  if (address === null) return <Skeleton lines={5} />
  return <img className={styles.picture} src={address} alt={attachment.caption ?? attachment.fileName} />
}

function LinkedPreview({ attachment }: { attachment: Attachment }): ReactElement {
  const api = useApi()
  const words = useWords()
  const link = useQuery({
    queryKey: ['attachmentLink', attachment.id],
    queryFn: () => api.documents.createDownloadLink({ id: attachment.id, inline: true }),
    // A link opens once: each window asks for its own.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (link.isError) return <ErrorState {...words.errorState(link.error)} onRetry={() => void link.refetch()} />
  if (link.data === undefined) return <Skeleton lines={5} />
  return <iframe className={styles.pages} src={link.data.path} title={attachment.fileName} />
}

function useObjectUrl(content: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (content === undefined) return undefined
    const made = URL.createObjectURL(content)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [content])
  return address
}
