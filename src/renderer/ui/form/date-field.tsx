import { Popover } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { type ReactElement, useEffect, useState } from 'react'
import { IconButton } from '../button.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import { readDate } from './date-text.ts'
import styles from './field.module.css'
import { FieldFrame, type FieldProps } from './field-frame.tsx'

type DateFieldProps = FieldProps<string> & {
  /** First and last day that may be picked, ISO dates. */
  min?: string
  max?: string
}

/** A calendar date, typed or picked. The value is a Gregorian ISO date (2026-11-23); other typed text is passed on as it stands. */
export function DateField({ min, max, ...field }: DateFieldProps): ReactElement {
  const texts = useUiTexts().form
  const { value, onChange } = field
  const [text, setText] = useState(value ?? '')
  const [opened, setOpened] = useState(false)
  useEffect(() => setText((before) => (readDate(before) === (value ?? undefined) ? before : (value ?? ''))), [value])
  const date = typeof value === 'string' && readDate(value) === value ? value : null

  function type(next: string): void {
    setText(next)
    const read = readDate(next)
    onChange?.(read === null ? next : read)
  }
  return (
    <FieldFrame field={field}>
      {(control) => (
        <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withRoles={false}>
          <Popover.Target>
            <div
              className={styles.box}
              data-invalid={control['aria-invalid']}
              data-disabled={control.disabled || undefined}
            >
              <input
                {...control}
                type="text"
                inputMode="numeric"
                className={styles.input}
                data-ltr=""
                autoComplete="off"
                placeholder={texts.dateHint}
                data-autofocus={field.autoFocus || undefined}
                value={text}
                onChange={(event) => type(event.target.value)}
                onBlur={() => {
                  const read = readDate(text)
                  if (typeof read === 'string') setText(read)
                  field.onBlur?.()
                }}
              />
              <span className={styles.inside}>
                <IconButton
                  icon="today"
                  label={texts.openCalendar}
                  disabled={field.disabled}
                  onClick={() => setOpened(!opened)}
                  aria-expanded={opened}
                  aria-haspopup="dialog"
                />
              </span>
            </div>
          </Popover.Target>
          <Popover.Dropdown role="dialog" className={styles.calendar} aria-label={texts.openCalendar}>
            <DatePicker
              value={date}
              {...(date === null ? {} : { defaultDate: date })}
              {...(min === undefined ? {} : { minDate: min })}
              {...(max === undefined ? {} : { maxDate: max })}
              ariaLabels={{ previousMonth: texts.previousMonth, nextMonth: texts.nextMonth }}
              onChange={(picked) => {
                onChange?.(picked ?? undefined)
                setOpened(false)
              }}
            />
          </Popover.Dropdown>
        </Popover>
      )}
    </FieldFrame>
  )
}
