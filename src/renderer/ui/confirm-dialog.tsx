import { createContext, type ReactElement, type ReactNode, useCallback, useContext, useState } from 'react'
import { Button } from './button.tsx'
import styles from './confirm-dialog.module.css'
import { Dialog } from './dialog.tsx'
import { HoldButton } from './hold-button.tsx'
import { useUiTexts } from './texts/ui-texts.ts'
import { useLook } from './theme/look.ts'

export type ConfirmRequest = {
  title: string
  text?: ReactNode
  confirmLabel: string
  cancelLabel?: string
  tone?: 'accent' | 'critical'
  /** A word the person must type first, for what can never be undone. */
  typeToConfirm?: string
}

const ConfirmContext = createContext<(request: ConfirmRequest) => Promise<boolean>>(() => Promise.resolve(false))

type Pending = { request: ConfirmRequest; answer: (yes: boolean) => void }

/** Asks before what cannot be undone. Everything else is done at once and offers Undo. */
export function ConfirmProvider({ children }: { children: ReactNode }): ReactElement {
  const [pending, setPending] = useState<Pending | null>(null)
  const ask = useCallback(
    (request: ConfirmRequest) =>
      new Promise<boolean>((resolve) => {
        setPending((before) => {
          before?.answer(false)
          return { request, answer: resolve }
        })
      }),
    [],
  )
  function settle(yes: boolean): void {
    pending?.answer(yes)
    setPending(null)
  }
  return (
    <ConfirmContext value={ask}>
      {children}
      {pending !== null && <ConfirmDialog request={pending.request} onSettle={settle} />}
    </ConfirmContext>
  )
}

function ConfirmDialog({
  request,
  onSettle,
}: {
  request: ConfirmRequest
  onSettle: (yes: boolean) => void
}): ReactElement {
  const texts = useUiTexts().common
  const { density } = useLook()
  const [typed, setTyped] = useState('')
  const ready = request.typeToConfirm === undefined || typed.trim() === request.typeToConfirm
  // A glove touches by accident what a finger would not.
  const hold = density === 'gloves' && request.tone === 'critical'
  const confirmProps = { kind: 'main', tone: request.tone, disabled: !ready } as const
  return (
    <Dialog
      opened
      onClose={() => onSettle(false)}
      title={request.title}
      size="s"
      footer={
        <>
          <Button onClick={() => onSettle(false)}>{request.cancelLabel ?? texts.cancel}</Button>
          {hold ? (
            <HoldButton {...confirmProps} onHeld={() => onSettle(true)}>
              {request.confirmLabel}
            </HoldButton>
          ) : (
            <Button {...confirmProps} onClick={() => onSettle(true)}>
              {request.confirmLabel}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.text}>{request.text}</div>
      {request.typeToConfirm !== undefined && (
        <label className={styles.typed}>
          {texts.typeToConfirm(request.typeToConfirm)}
          <input
            className={styles.input}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
          />
        </label>
      )}
    </Dialog>
  )
}

/** Gives a function that asks and resolves to true only when the person confirmed. */
export function useConfirm(): (request: ConfirmRequest) => Promise<boolean> {
  return useContext(ConfirmContext)
}
