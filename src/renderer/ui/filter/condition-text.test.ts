import { describe, expect, test } from 'vitest'
import { uiTextsEn } from '../texts/ui-texts.en.ts'
import { opText, valueText } from './condition-text.ts'
import type { Condition, FilterField } from './filter-model.ts'

const fields: Record<string, FilterField> = {
  role: {
    id: 'role',
    label: 'Role',
    kind: 'choice',
    options: [{ value: 'donor', label: 'Donor' }],
    labelOf: (value) => value.toUpperCase(),
  },
  weight: { id: 'weight', label: 'Weight', kind: 'number', unit: 'kg' },
  born: { id: 'born', label: 'Born', kind: 'date' },
  name: { id: 'name', label: 'Name', kind: 'text' },
}

describe('what a chip says after its label', () => {
  const cases: { title: string; condition: Condition; text: string }[] = [
    {
      title: 'labels of choices',
      condition: { field: 'role', op: 'isAnyOf', value: ['donor', 'sire'] },
      text: 'Donor, SIRE',
    },
    {
      title: 'choices that are left out',
      condition: { field: 'role', op: 'isNoneOf', value: ['donor'] },
      text: 'is none of Donor',
    },
    {
      title: 'a range with its unit',
      condition: { field: 'weight', op: 'between', value: [400, 1200] },
      text: '400 to 1,200 kg',
    },
    { title: 'a limit', condition: { field: 'weight', op: 'gte', value: 400 }, text: 'at least 400 kg' },
    { title: 'a date', condition: { field: 'born', op: 'before', value: '2021-03-14' }, text: 'before 14 Mar 2021' },
    { title: 'days back', condition: { field: 'born', op: 'inLastDays', value: 30 }, text: 'last 30 days' },
    { title: 'a text', condition: { field: 'name', op: 'contains', value: 'noor' }, text: 'contains noor' },
    { title: 'what is empty', condition: { field: 'name', op: 'isEmpty' }, text: 'is empty' },
  ]
  test.each(cases)('$title', ({ condition, text }) => {
    const words = { field: fields[condition.field], texts: uiTextsEn.filter, lang: 'en' }
    expect([opText(condition, words), valueText(condition, words)].filter((part) => part !== '').join(' ')).toBe(text)
  })
})
