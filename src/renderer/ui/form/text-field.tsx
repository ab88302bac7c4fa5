import { type HTMLInputTypeAttribute, type ReactElement, type ReactNode, type Ref, useState } from 'react'
import { IconButton } from '../button.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import styles from './field.module.css'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

type TextFieldProps = FieldProps<string> & {
  type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'tel' | 'url' | 'search'>
  /** Ids and codes: monospace, left to right in every language. */
  mono?: boolean
  autoComplete?: string
  placeholder?: string
  maxLength?: number
  /** Inside the field at its start or end: an icon, a small button. */
  leading?: ReactNode
  trailing?: ReactNode
  ref?: Ref<HTMLInputElement>
}

/** One line of text. */
export function TextField({
  type = 'text',
  mono = false,
  autoComplete = 'off',
  placeholder,
  maxLength,
  leading,
  trailing,
  ref,
  ...field
}: TextFieldProps): ReactElement {
  const ltr = mono || type === 'email' || type === 'tel' || type === 'url'
  return (
    <FieldFrame field={field}>
      {(control) => (
        <div
          className={styles.box}
          data-invalid={control['aria-invalid']}
          data-disabled={control.disabled || undefined}
        >
          {leading}
          <input
            {...control}
            ref={ref}
            type={type}
            className={styles.input}
            data-mono={mono || undefined}
            data-ltr={ltr || undefined}
            spellCheck={ltr ? false : undefined}
            autoComplete={autoComplete}
            // biome-ignore lint/a11y/noAutofocus: the screen asks for it where a person comes to type
            autoFocus={field.autoFocus}
            data-autofocus={field.autoFocus || undefined}
            placeholder={placeholder}
            maxLength={maxLength}
            value={field.value ?? ''}
            onChange={(event) => field.onChange?.(event.target.value)}
            onBlur={field.onBlur}
          />
          {trailing !== undefined && <span className={styles.inside}>{trailing}</span>}
        </div>
      )}
    </FieldFrame>
  )
}

type PasswordFieldProps = FieldProps<string> & { autoComplete?: 'current-password' | 'new-password' | 'one-time-code' }

/** A secret; can be shown while it is typed. */
export function PasswordField({ autoComplete = 'current-password', ...field }: PasswordFieldProps): ReactElement {
  const texts = useUiTexts().form
  const [shown, setShown] = useState(false)
  return (
    <FieldFrame field={field}>
      {(control) => (
        <div
          className={styles.box}
          data-invalid={control['aria-invalid']}
          data-disabled={control.disabled || undefined}
        >
          <input
            {...control}
            type={shown ? 'text' : 'password'}
            className={styles.input}
            data-ltr=""
            autoComplete={autoComplete}
            // biome-ignore lint/a11y/noAutofocus: the screen asks for it where a person comes to type
            autoFocus={field.autoFocus}
            data-autofocus={field.autoFocus || undefined}
            value={field.value ?? ''}
            onChange={(event) => field.onChange?.(event.target.value)}
            onBlur={field.onBlur}
          />
          <span className={styles.inside}>
            <IconButton
              icon={shown ? 'eye-off' : 'eye'}
              label={shown ? texts.hidePassword : texts.showPassword}
              onClick={() => setShown(!shown)}
            />
          </span>
        </div>
      )}
    </FieldFrame>
  )
}

/** Several lines of text; grows by hand. */
export function TextareaField({
  rows = 3,
  placeholder,
  maxLength,
  ...field
}: FieldProps<string> & { rows?: number; placeholder?: string; maxLength?: number }): ReactElement {
  return (
    <FieldFrame field={field}>
      {(control) => (
        <div
          className={styles.box}
          data-invalid={control['aria-invalid']}
          data-disabled={control.disabled || undefined}
        >
          <textarea
            {...control}
            className={styles.input}
            rows={rows}
            placeholder={placeholder}
            maxLength={maxLength}
            value={field.value ?? ''}
            onChange={(event) => field.onChange?.(event.target.value)}
            onBlur={field.onBlur}
          />
        </div>
      )}
    </FieldFrame>
  )
}
