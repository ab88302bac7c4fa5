import { type ReactElement, useCallback, useEffect, useState } from 'react'
import { Button, IconButton } from './button.tsx'
import { MeaningIcon } from './status.tsx'
import { useUiTexts } from './texts/ui-texts.ts'
import styles from './toast.module.css'
import type { ShownToast, Toast } from './toast-message.ts'

type ToastCardProps = { toast: ShownToast; onDismiss: (id: number) => void; onShow: (toast: Toast) => void }

/** One message with its actions; goes by itself when its time is over. */
export function ToastCard({ toast, onDismiss, onShow }: ToastCardProps): ReactElement {
  const texts = useUiTexts().common
  const [held, setHeld] = useState(false)
  const { id, lastsMs, undo, action } = toast
  const close = useCallback(() => onDismiss(id), [id, onDismiss])
  useEffect(() => {
    if (held) return undefined
    const timer = setTimeout(close, lastsMs)
    return () => clearTimeout(timer)
  }, [held, lastsMs, close])

  function takeBack(): void {
    close()
    Promise.resolve()
      .then(undo)
      .then(
        () => onShow({ text: texts.undone, quiet: true }),
        () => onShow({ text: texts.undoFailed, meaning: 'critical' }),
      )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the message while someone reads or reaches it
    <div
      className={styles.toast}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <MeaningIcon meaning={toast.meaning ?? 'ok'} />
      <span className={styles.text}>{toast.text}</span>
      {undo !== undefined && (
        <Button small onClick={takeBack} icon="undo">
          {texts.undo}
        </Button>
      )}
      {action !== undefined && (
        <Button
          small
          onClick={() => {
            close()
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      {toast.quiet !== true && <IconButton icon="close" small label={texts.dismiss} onClick={close} />}
    </div>
  )
}
