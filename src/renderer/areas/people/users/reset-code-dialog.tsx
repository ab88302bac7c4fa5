import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { formatDateTime } from '../../../ui/format-values.ts'
import { useLook } from '../../../ui/theme/look.ts'
import { useCopy } from '../../../ui/use-copy.ts'
import styles from './users.module.css'

export interface ResetCode {
  readonly code: string
  readonly expiresAt: string
}

/** Shows a one-time code, this once. */
export function ResetCodeDialog({
  name,
  issued,
  onClose,
}: {
  name: string
  issued: ResetCode | null
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation('people')
  const { lang } = useLook()
  const copy = useCopy()
  return (
    <Dialog
      opened={issued !== null}
      onClose={onClose}
      title={t('user.resetCodeTitle', { name })}
      size="s"
      footer={
        <>
          <Button icon="copy" onClick={() => copy(issued?.code ?? '')}>
            {t('user.copy')}
          </Button>
          <Button kind="main" onClick={onClose}>
            {t('user.close')}
          </Button>
        </>
      }
    >
      <p>{t('user.resetCodeText', { name })}</p>
      <bdi dir="ltr" className={styles.code}>
        {issued?.code}
      </bdi>
      {issued !== null && (
        <p className={styles.dim}>{t('user.resetCodeUntil', { time: formatDateTime(lang, issued.expiresAt) })}</p>
      )}
    </Dialog>
  )
}
