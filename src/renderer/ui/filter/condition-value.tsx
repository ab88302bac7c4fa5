import type { ReactElement } from 'react'
import { DateField } from '../form/date-field.tsx'
import { NumberField } from '../form/number-field.tsx'
import { MultiSelectField } from '../form/select-field.tsx'
import { TextField } from '../form/text-field.tsx'
import { useUiTexts } from '../texts/ui-texts.ts'
import styles from './filter.module.css'
import { type Condition, type FilterField, type FilterValue, opNeedsNoValue } from './filter-model.ts'

type ConditionValueProps = {
  condition: Condition
  field: FilterField
  onChange: (condition: Condition) => void
  autoFocus?: boolean
}

/** The editor for the value of a condition, by kind and operator. */
export function ConditionValue({
  condition,
  field,
  onChange,
  autoFocus = false,
}: ConditionValueProps): ReactElement | null {
  const texts = useUiTexts().filter
  const { op, value } = condition
  if (opNeedsNoValue(op)) return null
  const set = (next: FilterValue): void => onChange({ ...condition, value: next })
  const hidden = { labelHidden: true, autoFocus }
  if (op === 'inLastDays' || op === 'inNextDays') {
    return (
      <NumberField
        {...hidden}
        label={texts.value}
        unit={texts.days}
        decimals={0}
        min={0}
        value={numberOf(value)}
        onChange={(next) => set(next ?? Number.NaN)}
      />
    )
  }
  switch (field.kind) {
    case 'choice': {
      const chosen = (Array.isArray(value) ? value : []).map((part) => ({
        value: String(part),
        label: field.labelOf?.(String(part)) ?? String(part),
      }))
      return (
        <MultiSelectField
          {...hidden}
          label={texts.value}
          value={chosen.map((option) => option.value)}
          onChange={(next) => set(next ?? [])}
          placeholder={texts.noChoices}
          {...(field.options === undefined ? { chosen } : { options: field.options })}
          {...(field.loadOptions === undefined ? {} : { loadOptions: field.loadOptions })}
        />
      )
    }
    case 'number':
      return op === 'between' ? (
        <Range
          value={value}
          render={(at, label, put) => (
            <NumberField
              label={label}
              labelHidden
              autoFocus={autoFocus && at === 0}
              unit={field.unit ?? ''}
              value={numberOf(partOf(value, at))}
              onChange={(next) => put(next ?? Number.NaN)}
            />
          )}
          onChange={set}
        />
      ) : (
        <NumberField
          {...hidden}
          label={texts.value}
          unit={field.unit ?? ''}
          value={numberOf(value)}
          onChange={(next) => set(next ?? Number.NaN)}
        />
      )
    case 'date':
      return op === 'between' ? (
        <Range
          value={value}
          render={(at, label, put) => (
            <DateField
              label={label}
              labelHidden
              autoFocus={autoFocus && at === 0}
              value={textOf(partOf(value, at))}
              onChange={(next) => put(next ?? '')}
            />
          )}
          onChange={set}
        />
      ) : (
        <DateField {...hidden} label={texts.value} value={textOf(value)} onChange={(next) => set(next ?? '')} />
      )
    default:
      return <TextField {...hidden} label={texts.value} value={textOf(value)} onChange={(next) => set(next ?? '')} />
  }
}

type RangeProps = {
  value: FilterValue | undefined
  render: (at: 0 | 1, label: string, put: (part: string | number) => void) => ReactElement
  onChange: (value: FilterValue) => void
}

function Range({ value, render, onChange }: RangeProps): ReactElement {
  const texts = useUiTexts().filter
  const put =
    (at: 0 | 1) =>
    (part: string | number): void => {
      const other = partOf(value, at === 0 ? 1 : 0)
      onChange((at === 0 ? [part, other] : [other, part]) as FilterValue)
    }
  return (
    <div className={styles.range}>
      {render(0, texts.from, put(0))}
      {render(1, texts.to, put(1))}
    </div>
  )
}

function partOf(value: FilterValue | undefined, at: 0 | 1): string | number {
  return Array.isArray(value) ? (value[at] ?? '') : ''
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && !Number.isNaN(value) ? value : undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
