import { type ReactElement, type ReactNode, useEffect, useId } from 'react'
import { CheckMark } from '../check-mark.tsx'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-shapes.tsx'
import styles from './field.module.css'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

type CheckboxFieldProps = Omit<FieldProps<boolean>, 'label'> & {
  label: ReactNode
  /** For the form's summary of errors, when the label is no plain text. */
  labelText?: string
}

/** Yes or no, with its sentence beside the box. */
export function CheckboxField({
  label,
  labelText = typeof label === 'string' ? label : '',
  value,
  onChange,
  onBlur,
  onLabel,
  hint,
  error,
  disabled,
  name,
  id,
  required,
}: CheckboxFieldProps): ReactElement {
  const ownId = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form gives a new function each time, with the same meaning
  useEffect(() => {
    onLabel?.(labelText)
  }, [labelText])
  const inputId = id ?? ownId
  const below = error === undefined ? (hint === undefined ? undefined : `${inputId}-hint`) : `${inputId}-error`
  return (
    <div className={styles.field}>
      <label className={styles.check} htmlFor={inputId}>
        <span className={styles.checkBox}>
          <input
            id={inputId}
            name={name}
            type="checkbox"
            className={styles.checkInput}
            checked={value ?? false}
            disabled={disabled}
            aria-invalid={error === undefined ? undefined : true}
            aria-describedby={below}
            aria-required={required || undefined}
            onChange={(event) => onChange?.(event.target.checked)}
            onBlur={onBlur}
          />
          <span className={styles.checkMark}>
            <CheckMark state={value === true ? 'all' : 'none'} />
          </span>
        </span>
        <span>{label}</span>
      </label>
      {error !== undefined && (
        <p id={`${inputId}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {error === undefined && hint !== undefined && (
        <p id={`${inputId}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}

type SegmentedFieldProps = FieldProps<string> & {
  options: readonly { value: string; label: string; icon?: IconName }[]
}

/** One of a few, all in sight. Arrow keys move, as in any group of radio buttons. */
export function SegmentedField({ options, ...field }: SegmentedFieldProps): ReactElement {
  const group = useId()
  return (
    <FieldFrame field={field} group>
      {(control, labelId) => (
        <div
          className={styles.segments}
          role="radiogroup"
          id={control.id}
          aria-labelledby={labelId}
          aria-describedby={control['aria-describedby']}
          aria-required={control['aria-required']}
          aria-invalid={control['aria-invalid']}
        >
          {options.map((option) => (
            <label key={option.value} className={styles.segment}>
              <input
                type="radio"
                name={`${group}-${field.name ?? ''}`}
                value={option.value}
                checked={field.value === option.value}
                disabled={field.disabled}
                onChange={() => field.onChange?.(option.value)}
                onBlur={field.onBlur}
              />
              {option.icon !== undefined && <Icon name={option.icon} size={14} />}
              {option.label}
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  )
}
