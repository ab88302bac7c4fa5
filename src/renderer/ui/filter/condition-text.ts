import { formatDate, formatNumber } from '../format-values.ts'
import type { UiTexts } from '../texts/ui-texts.ts'
import type { Condition, FilterField } from './filter-model.ts'

type Words = { field: FilterField | undefined; texts: UiTexts['filter']; lang: string }

/** Operators whose chip shows the value alone, because the label with it says enough. */
const silentOps = new Set(['is', 'isAnyOf', 'eq', 'on', 'between', 'inLastDays', 'inNextDays', 'isTrue', 'isFalse'])

/** Gives the operator's word as shown in a chip before the value; empty where the value says it all. */
export function opText({ op }: Condition, { texts }: Words): string {
  return silentOps.has(op) ? '' : texts.ops[op]
}

/** Gives the value as shown in a chip: labels of choices, dates and numbers as the language writes them. */
export function valueText({ op, value }: Condition, { field, texts, lang }: Words): string {
  if (op === 'isTrue' || op === 'isFalse') return texts.ops[op]
  if (value === undefined) return ''
  if (op === 'inLastDays') return texts.lastDays(one(value, field, lang))
  if (op === 'inNextDays') return texts.nextDays(one(value, field, lang))
  if (op === 'between' && Array.isArray(value)) {
    const [from = '', to = ''] = value
    return withUnit(texts.range(one(from, field, lang), one(to, field, lang)), field)
  }
  if (Array.isArray(value))
    return value.map((part) => labelOf(String(part), field)).join(lang.startsWith('ar') ? '، ' : ', ')
  return withUnit(one(value, field, lang), field)
}

function one(value: unknown, field: FilterField | undefined, lang: string): string {
  if (typeof value === 'number') return formatNumber(lang, value)
  const text = String(value)
  return field?.kind === 'date' ? formatDate(lang, text) : text
}

function withUnit(text: string, field: FilterField | undefined): string {
  return field?.kind === 'number' && field.unit !== undefined ? `${text} ${field.unit}` : text
}

function labelOf(value: string, field: FilterField | undefined): string {
  return field?.options?.find((option) => option.value === value)?.label ?? field?.labelOf?.(value) ?? value
}
