import type { ReactElement, ReactNode } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, type FormHandle } from '../../ui/form/form.tsx'

interface FormDialogProps {
  readonly title: string
  readonly form: FormHandle
  readonly submitLabel?: string
  readonly size?: 's' | 'm' | 'l'
  readonly columns?: 1 | 2
  readonly critical?: boolean
  readonly children: ReactNode
  onClose(): void
}

/** A short form in a window: title, fields, Cancel and the main button. It closes when the form was taken. */
export function FormDialog({
  title,
  form,
  submitLabel,
  size = 's',
  columns = 1,
  critical = false,
  children,
  onClose,
}: FormDialogProps): ReactElement {
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      size={size}
      footer={
        <FormActions
          form={form}
          onCancel={onClose}
          critical={critical}
          {...(submitLabel === undefined ? {} : { submitLabel })}
        />
      }
    >
      <Form form={form} columns={columns} guard={false} label={title}>
        {children}
      </Form>
    </Dialog>
  )
}
