import { describe, expect, test } from 'vitest'
import {
  type Condition,
  changeOp,
  conditionCount,
  type FilterGroup,
  filterGroupSchema,
  isComplete,
  newCondition,
  normaliseFilter,
} from './filter-model.ts'

const name: Condition = { field: 'name', op: 'contains', value: 'noor' }
const age: Condition = { field: 'age', op: 'between', value: [2, 8] }
const born: Condition = { field: 'born', op: 'isEmpty' }

describe('a condition is complete', () => {
  const cases: { title: string; condition: Condition; complete: boolean }[] = [
    { title: 'with a text', condition: name, complete: true },
    { title: 'not with an empty text', condition: { ...name, value: '' }, complete: false },
    { title: 'without a value when the operator needs none', condition: born, complete: true },
    { title: 'with both ends of a range', condition: age, complete: true },
    { title: 'not with one end of a range', condition: { ...age, value: [2, Number.NaN] }, complete: false },
    {
      title: 'not with one end of a date range',
      condition: { field: 'born', op: 'between', value: ['2026-01-01', ''] },
      complete: false,
    },
    { title: 'not with no choice made', condition: { field: 'role', op: 'isAnyOf', value: [] }, complete: false },
    { title: 'with zero, which is a number', condition: { field: 'bank', op: 'eq', value: 0 }, complete: true },
    { title: 'not without a field', condition: { field: '', op: 'isTrue' }, complete: false },
  ]
  test.each(cases)('$title', ({ condition, complete }) => expect(isComplete(condition)).toBe(complete))
})

describe('normalising a filter', () => {
  const cases: { title: string; from: FilterGroup | null; to: FilterGroup | null }[] = [
    { title: 'keeps null', from: null, to: null },
    { title: 'gives null for an empty group', from: { all: [] }, to: null },
    { title: 'gives null when only unfinished conditions are left', from: { any: [{ ...name, value: '' }] }, to: null },
    {
      title: 'drops the unfinished condition only',
      from: { all: [name, { ...name, value: '' }] },
      to: { all: [name] },
    },
    { title: 'calls a single condition all', from: { any: [name] }, to: { all: [name] } },
    {
      title: 'merges a group joined as its parent',
      from: { all: [name, { all: [age, born] }] },
      to: { all: [name, age, born] },
    },
    {
      title: 'keeps a group joined the other way',
      from: { all: [name, { any: [age, born] }] },
      to: { all: [name, { any: [age, born] }] },
    },
    { title: 'lifts a group that stands alone', from: { all: [{ any: [age, born] }] }, to: { any: [age, born] } },
    { title: 'drops a group that became empty', from: { all: [name, { any: [] }] }, to: { all: [name] } },
  ]
  test.each(cases)('$title', ({ from, to }) => expect(normaliseFilter(from)).toEqual(to))
})

test('counts the conditions at any depth', () => {
  expect(conditionCount({ all: [name, { any: [age, { all: [born, name] }] }] })).toBe(4)
})

test('a filter survives JSON and its schema', () => {
  const group: FilterGroup = {
    all: [name, { any: [age, born, { field: 'role', op: 'isAnyOf', value: ['donor', 'sire'] }] }],
  }
  expect(filterGroupSchema.parse(JSON.parse(JSON.stringify(group)))).toEqual(group)
})

test('refuses a group that is neither all nor any, and an unknown operator', () => {
  expect(filterGroupSchema.safeParse({ none: [] }).success).toBe(false)
  expect(filterGroupSchema.safeParse({ all: [{ field: 'a', op: 'like', value: 'x' }] }).success).toBe(false)
  expect(filterGroupSchema.safeParse({ all: [], any: [] }).success).toBe(false)
})

test('a new condition starts with the first operator of its kind and no value', () => {
  expect(newCondition({ id: 'role', label: 'Role', kind: 'choice' })).toEqual({
    field: 'role',
    op: 'isAnyOf',
    value: [],
  })
  expect(newCondition({ id: 'alive', label: 'Alive', kind: 'boolean' })).toEqual({ field: 'alive', op: 'isTrue' })
})

test('changing the operator keeps a value that still fits and drops one that does not', () => {
  expect(changeOp(name, 'text', 'startsWith')).toEqual({ field: 'name', op: 'startsWith', value: 'noor' })
  expect(changeOp(name, 'text', 'isEmpty')).toEqual({ field: 'name', op: 'isEmpty' })
  expect(changeOp(age, 'number', 'gte')).toEqual({ field: 'age', op: 'gte', value: Number.NaN })
})
