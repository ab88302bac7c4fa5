import { type ReactElement, type ReactNode, useEffect, useId } from 'react'
import { useUiTexts } from '../texts/ui-texts.ts'
import styles from './field.module.css'

/** Props every field shares. Spread `form.field(path)` for the first part, or give `value` and `onChange`. */
export type FieldProps<V> = {
  name?: string
  id?: string
  value?: V | null | undefined
  onChange?(value: V | null | undefined): void
  onBlur?(): void
  error?: string | undefined
  onLabel?(label: string): void
  label: string
  /** Said by screen readers only, where the place makes the label plain to the eye. */
  labelHidden?: boolean
  hint?: ReactNode
  required?: boolean
  disabled?: boolean
  autoFocus?: boolean
  /** Takes both columns of a two-column form. */
  wide?: boolean
}

/** Ids and states a control must carry to belong to its label, hint and error. */
export type ControlProps = {
  id: string
  name: string | undefined
  disabled: boolean | undefined
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

type FieldFrameProps<V> = {
  field: FieldProps<V>
  /** A remark below the control that is not an error, such as a value outside what is expected. */
  remark?: string | undefined
  /** For groups of controls, whose label is no `<label>`. */
  group?: boolean
  children: (control: ControlProps, labelId: string) => ReactNode
}

/** Label above, control, then error or hint below; ties them together for screen readers. */
export function FieldFrame<V>({ field, remark, group = false, children }: FieldFrameProps<V>): ReactElement {
  const texts = useUiTexts().form
  const ownId = useId()
  const id = field.id ?? ownId
  const { label, onLabel, error, hint } = field
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form gives a new function each time, with the same meaning
  useEffect(() => {
    onLabel?.(label)
  }, [label])
  const below = [
    error === undefined ? undefined : `${id}-error`,
    remark === undefined ? undefined : `${id}-remark`,
    hint === undefined ? undefined : `${id}-hint`,
  ]
  const describedBy = below.filter((part) => part !== undefined).join(' ')
  const content = (
    <>
      {label}
      {field.required === true && <span className={styles.required}>{texts.required}</span>}
    </>
  )
  return (
    <div className={styles.field} data-wide={field.wide || undefined}>
      {group ? (
        <span id={`${id}-label`} className={styles.label} data-hidden={field.labelHidden || undefined}>
          {content}
        </span>
      ) : (
        <label id={`${id}-label`} htmlFor={id} className={styles.label} data-hidden={field.labelHidden || undefined}>
          {content}
        </label>
      )}
      {children(
        {
          id,
          name: field.name,
          disabled: field.disabled,
          'aria-describedby': describedBy === '' ? undefined : describedBy,
          'aria-invalid': error === undefined ? undefined : true,
          'aria-required': field.required === true ? true : undefined,
        },
        `${id}-label`,
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {remark !== undefined && (
        <p id={`${id}-remark`} className={styles.remark}>
          {remark}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
