import { Modal } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { IconButton } from './button.tsx'
import styles from './dialog.module.css'
import { useUiTexts } from './texts/ui-texts.ts'

type DialogProps = {
  opened: boolean
  onClose: () => void
  title: string
  /** s 400, m 560, l 840 px */
  size?: 's' | 'm' | 'l'
  footer?: ReactNode
  children: ReactNode
}

const widths = { s: 400, m: 560, l: 840 }

/** A window over the page that keeps the focus until it is closed; Esc and a click outside close it. */
export function Dialog({ opened, onClose, title, size = 'm', footer, children }: DialogProps): ReactElement {
  const texts = useUiTexts().common
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={widths[size]}
      centered={size === 's'}
      classNames={{ content: styles.content ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          <IconButton icon="close" label={texts.close} small onClick={onClose} />
        </div>
        <Modal.Body className={styles.body}>{children}</Modal.Body>
        {footer !== undefined && <div className={styles.foot}>{footer}</div>}
      </Modal.Content>
    </Modal.Root>
  )
}
