import {
  createContext,
  type FormEvent,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
} from 'react'
import { Button } from '../button.tsx'
import { formatNumber } from '../format-values.ts'
import { MeaningIcon } from '../status.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import { useLook } from '../theme/look.ts'
import styles from './form.module.css'
import { useLeaveGuard } from './leave-guard.tsx'

/** What the form element needs of a `useZodForm` form, whatever its schema. */
export type FormHandle = {
  id: string
  shownErrors: () => { path: string; id: string; label: string; text: string }[]
  formError: string | undefined
  submit: () => Promise<boolean>
  busy: boolean
  dirty: boolean
  refusals: number
}

const FormContext = createContext<FormHandle | null>(null)

type FormProps = {
  form: FormHandle
  /** Two columns where the width allows it. */
  columns?: 1 | 2
  /** Warns when the person leaves with changes. */
  guard?: boolean
  /** Spoken name of the form. */
  label?: string
  children: ReactNode
}

/** The form on the page: summary of errors on top, fields, Ctrl+Enter to send. */
export function Form({ form, columns = 1, guard = true, label, children }: FormProps): ReactElement {
  useLeaveGuard(guard && form.dirty && !form.busy)
  function send(event: FormEvent | KeyboardEvent): void {
    event.preventDefault()
    void form.submit()
  }
  return (
    <FormContext value={form}>
      <form
        id={form.id}
        className={styles.form}
        data-columns={columns}
        noValidate
        aria-label={label}
        onSubmit={send}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && send(event)}
      >
        <ErrorSummary form={form} />
        {children}
      </form>
    </FormContext>
  )
}

function ErrorSummary({ form }: { form: FormHandle }): ReactElement | null {
  const texts = useUiTexts().form
  const { lang } = useLook()
  const box = useRef<HTMLDivElement>(null)
  const { refusals } = form
  useEffect(() => {
    if (refusals > 0) box.current?.focus()
  }, [refusals])
  if (refusals === 0) return null
  const errors = form.shownErrors()
  if (errors.length === 0 && form.formError === undefined) return null
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <MeaningIcon meaning="critical" />
      <div>
        <p className={styles.summaryTitle}>
          {form.formError ?? texts.summaryTitle(errors.length, formatNumber(lang, errors.length))}
        </p>
        <ul>
          {errors.map((error) => (
            <li key={error.path}>
              <a
                className={styles.summaryLink}
                href={`#${error.id}`}
                onClick={(event) => {
                  event.preventDefault()
                  focusField(error.id)
                }}
              >
                {error.label === '' ? error.text : `${error.label}: ${error.text}`}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function focusField(id: string): void {
  const field = document.getElementById(id)
  const inner =
    field?.matches('input, textarea, select, button') === true
      ? field
      : field?.querySelector<HTMLElement>('input, textarea, button')
  ;(inner ?? field)?.focus()
}

type FormActionsProps = {
  submitLabel?: string
  onCancel?: () => void
  cancelLabel?: string
  critical?: boolean /** More buttons, before the main one. */
  children?: ReactNode
}

/** Buttons at the end of a form, the main one last. Outside a `Form` give it the form. */
export function FormActions({
  form: given,
  submitLabel,
  onCancel,
  cancelLabel,
  critical = false,
  children,
}: FormActionsProps & { form?: FormHandle }): ReactElement {
  const inherited = useContext(FormContext)
  const texts = useUiTexts()
  const form = given ?? inherited
  return (
    <div className={styles.actions}>
      {children}
      {onCancel !== undefined && (
        <Button kind="quiet" onClick={onCancel}>
          {cancelLabel ?? texts.common.cancel}
        </Button>
      )}
      <Button
        kind="main"
        type="submit"
        form={form?.id}
        busy={form?.busy}
        keys="Ctrl+Enter"
        tone={critical ? 'critical' : undefined}
      >
        {submitLabel ?? texts.form.save}
      </Button>
    </div>
  )
}

/** A titled group of fields; takes both columns. */
export function FormGroup({
  title,
  hint,
  children,
}: {
  title: string
  hint?: string
  children: ReactNode
}): ReactElement {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{title}</legend>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      <div className={styles.fields}>{children}</div>
    </fieldset>
  )
}
