import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { type Attachment, attachmentKinds } from '../../../core/areas/documents/attachments.model.ts'
import { IconButton, LinkButton } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form/form.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useZodForm } from '../../ui/form/use-zod-form.ts'
import { formatBytes, isolateLtr } from '../../ui/format-values.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { Tag } from '../../ui/status.tsx'
import { useLook } from '../../ui/theme/look.ts'
import { saveFile } from '../api/save-file.ts'
import { useApi } from '../api/services.tsx'
import { useCommand } from '../api/use-command.ts'
import { useSubmitFailure } from '../api/use-submit-failure.ts'
import { useWords } from '../i18n/use-words.ts'
import { PersonName } from '../people/person-names.tsx'
import styles from './attachments-panel.module.css'
import { readAttachment } from './read-attachment.ts'

interface AttachmentRowProps {
  readonly attachment: Attachment
  readonly mayWrite: boolean
  readonly onShow: () => void
}

/** A file with its caption, and what may be done with it. */
export function AttachmentRow({ attachment, mayWrite, onShow }: AttachmentRowProps): ReactElement {
  const { t } = useTranslation('documents')
  const { lang } = useLook()
  const words = useWords()
  const [editing, setEditing] = useState(false)
  const { fileName } = attachment
  const save = useCommand(async (api, _input: undefined) => saveFile(fileName, await readAttachment(api, attachment)))
  const remove = useCommand((api, input: { id: string; rev: number }) => api.documents.removeAttachment(input))
  if (editing) {
    return (
      <li className={styles.edited}>
        <AttachmentForm attachment={attachment} onDone={() => setEditing(false)} />
      </li>
    )
  }
  return (
    <li className={styles.row}>
      <Icon name={iconOf(attachment.mediaType)} />
      <div className={styles.text}>
        <LinkButton onClick={onShow}>
          <bdi className={styles.name}>{fileName}</bdi>
        </LinkButton>
        {attachment.caption !== null && <p className={styles.caption}>{attachment.caption}</p>}
        <p className={styles.facts}>
          <span>{isolateLtr(formatBytes(lang, attachment.sizeBytes))}</span>
          <RelativeTime at={attachment.createdAt} />
          {attachment.createdBy !== null && <PersonName id={attachment.createdBy} />}
        </p>
      </div>
      <Tag>{words.value('attachment', 'kind', attachment.kind)}</Tag>
      <IconButton
        icon="download"
        small
        busy={save.busy}
        label={t('attachments.download', { name: fileName })}
        onClick={() => void save.run(undefined)}
      />
      {mayWrite && (
        <IconButton
          icon="edit"
          small
          label={t('attachments.edit', { name: fileName })}
          onClick={() => setEditing(true)}
        />
      )}
      {mayWrite && (
        <IconButton
          icon="trash"
          small
          busy={remove.busy}
          label={t('attachments.remove', { name: fileName })}
          onClick={() => void remove.run({ id: attachment.id, rev: attachment.rev })}
        />
      )}
    </li>
  )
}

const editedFields = z.object({
  fileName: z.string().trim().min(1).max(1000),
  kind: z.enum(attachmentKinds),
  caption: z.string().trim().max(500).nullable(),
})

function AttachmentForm({ attachment, onDone }: { attachment: Attachment; onDone: () => void }): ReactElement {
  const { t } = useTranslation('documents')
  const words = useWords()
  const api = useApi()
  const { id, rev, fileName, kind, caption } = attachment
  const form = useZodForm({
    schema: editedFields,
    initial: { fileName, kind, caption },
    emptyAs: 'null',
    failureOf: useSubmitFailure(),
    onSubmit: async (values) => {
      await api.documents.updateAttachment({ id, rev, ...values })
      onDone()
    },
  })
  return (
    <Form form={form} columns={2} label={t('attachments.edit', { name: fileName })}>
      <TextField {...form.field('fileName')} label={words.field('attachment', 'fileName')} required autoFocus />
      <SelectField
        {...form.field('kind')}
        label={words.field('attachment', 'kind')}
        required
        options={attachmentKinds.map((value) => ({ value, label: words.value('attachment', 'kind', value) }))}
      />
      <TextField {...form.field('caption')} label={words.field('attachment', 'caption')} maxLength={500} wide />
      <FormActions onCancel={onDone} />
    </Form>
  )
}

function iconOf(mediaType: string): IconName {
  if (mediaType.startsWith('image/')) return 'camera'
  return mediaType.includes('sheet') || mediaType === 'text/csv' ? 'table' : 'file'
}
