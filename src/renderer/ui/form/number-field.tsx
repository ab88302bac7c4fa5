import { type KeyboardEvent, type ReactElement, useEffect, useState } from 'react'
import { isolateLtr } from '../format-values.ts'
import { useUiTexts } from '../texts/ui-texts.ts'
import styles from './field.module.css'
import { FieldFrame, type FieldProps } from './field-frame.tsx'
import { readNumber, stepNumber, writeNumber } from './number-text.ts'

type NumberFieldProps = Omit<FieldProps<number>, 'value' | 'onChange'> & {
  value?: number | null | undefined
  onChange?(value: number | null | undefined): void
  /** Shown inside the field; any number has one. */
  unit?: string
  min?: number
  max?: number
  /** For the arrow keys. */
  step?: number
  /** Most places after the point. */
  decimals?: number
  /** What is usual. A value outside is marked, but may be saved. */
  expected?: { min?: number; max?: number }
}

/**
 * A number with its unit. Understands a decimal comma and Arabic digits. What is no number is passed on as it stands,
 * so that the schema refuses it in words.
 */
export function NumberField({
  unit,
  min,
  max,
  step = 1,
  decimals = 3,
  expected,
  ...field
}: NumberFieldProps): ReactElement {
  const texts = useUiTexts().form
  const { value, onChange } = field
  const [text, setText] = useState(() => textOf(value, decimals))
  useEffect(() => {
    // The value may change from outside; while one types "3." the text must not become "3".
    setText((before) => (readNumber(before) === (value ?? undefined) ? before : textOf(value, decimals)))
  }, [value, decimals])

  function type(next: string): void {
    setText(next)
    const read = readNumber(next)
    onChange?.(read === null ? (next as unknown as number) : read)
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const now = readNumber(text)
    onChange?.(stepNumber(now ?? undefined, event.key === 'ArrowUp' ? step : -step, min, max, decimals))
  }
  const outside =
    typeof value === 'number' &&
    ((expected?.min !== undefined && value < expected.min) || (expected?.max !== undefined && value > expected.max))
  const hint = field.hint ?? (expected === undefined ? undefined : expectedText(expected, unit, texts))
  return (
    <FieldFrame
      field={{ ...field, ...(hint === undefined ? {} : { hint }) }}
      remark={outside ? texts.outsideExpected : undefined}
    >
      {(control) => (
        <div
          className={styles.box}
          data-invalid={control['aria-invalid']}
          data-disabled={control.disabled || undefined}
        >
          <input
            {...control}
            type="text"
            inputMode={decimals === 0 ? 'numeric' : 'decimal'}
            className={styles.input}
            data-number=""
            data-ltr=""
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: the screen asks for it where a person comes to type
            autoFocus={field.autoFocus}
            data-autofocus={field.autoFocus || undefined}
            value={text}
            onChange={(event) => type(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={() => {
              const read = readNumber(text)
              if (typeof read === 'number') setText(writeNumber(read, decimals))
              field.onBlur?.()
            }}
          />
          {unit !== undefined && (
            <span className={styles.unit}>
              <bdi dir="ltr">{unit}</bdi>
            </span>
          )}
        </div>
      )}
    </FieldFrame>
  )
}

function textOf(value: unknown, decimals: number): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : writeNumber(value, decimals)
  return typeof value === 'string' ? value : ''
}

type FormTexts = ReturnType<typeof useUiTexts>['form']

function expectedText(
  { min, max }: { min?: number; max?: number },
  unit: string | undefined,
  texts: FormTexts,
): string | undefined {
  const withUnit = (value: number): string => isolateLtr(unit === undefined ? String(value) : `${value} ${unit}`)
  if (min !== undefined && max !== undefined) return texts.expected(String(min), withUnit(max))
  if (min !== undefined) return texts.expectedAtLeast(withUnit(min))
  return max === undefined ? undefined : texts.expectedAtMost(withUnit(max))
}
