import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton, LinkButton } from '../../ui/button.tsx'
import { CutText } from '../../ui/cut-text.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Progress } from '../../ui/progress.tsx'
import { MeaningIcon } from '../../ui/status.tsx'
import { useWords } from '../i18n/use-words.ts'
import styles from './attachments-panel.module.css'
import type { Upload } from './use-uploads.ts'

/** A file on its way, or why it did not arrive. */
export function UploadRow({
  upload,
  onDrop,
  onAgain,
}: {
  upload: Upload
  onDrop: () => void
  onAgain: () => void
}): ReactElement {
  const { t } = useTranslation('documents')
  const words = useWords()
  const failed = upload.failure !== undefined
  return (
    <li className={styles.row}>
      {failed ? <MeaningIcon meaning="critical" /> : <Icon name="upload" />}
      <div className={styles.text}>
        <CutText strong>{upload.fileName}</CutText>
        {failed ? (
          <p className={styles.failure} role="alert">
            {words.error(upload.failure)}
          </p>
        ) : (
          <Progress value={upload.part} label={t('attachments.sending', { name: upload.fileName })} />
        )}
      </div>
      {failed && <LinkButton onClick={onAgain}>{t('attachments.again')}</LinkButton>}
      <IconButton
        icon="close"
        small
        label={
          failed
            ? t('attachments.dismiss', { name: upload.fileName })
            : t('attachments.stop', { name: upload.fileName })
        }
        onClick={onDrop}
      />
    </li>
  )
}
