import { expect, test } from 'vitest'
import { conditionGroup } from '../../../core/kernel/listing.ts'
import type { Condition, FilterGroup } from '../../ui/filter/filter-model.ts'
import { todayHere, whereFromFilter } from './where-from-filter.ts'

const facts = { today: '2026-11-24' }

test.each<[string, Condition, unknown]>([
  ['contains', { field: 'name', op: 'contains', value: 'noor' }, { field: 'name', op: 'contains', value: 'noor' }],
  ['starts with', { field: 'name', op: 'startsWith', value: 'no' }, { field: 'name', op: 'starts_with', value: 'no' }],
  ['is not', { field: 'name', op: 'isNot', value: 'x' }, { field: 'name', op: 'is_not', value: 'x' }],
  ['any of', { field: 'sex', op: 'isAnyOf', value: ['female'] }, { field: 'sex', op: 'in', value: ['female'] }],
  ['none of', { field: 'sex', op: 'isNoneOf', value: ['male'] }, { field: 'sex', op: 'not_in', value: ['male'] }],
  ['equals', { field: 'parity', op: 'eq', value: 3 }, { field: 'parity', op: 'is', value: 3 }],
  ['at least', { field: 'parity', op: 'gte', value: 3 }, { field: 'parity', op: 'gte', value: 3 }],
  [
    'between numbers',
    { field: 'parity', op: 'between', value: [1, 3] },
    { field: 'parity', op: 'between', value: [1, 3] },
  ],
  [
    'between dates',
    { field: 'birthDate', op: 'between', value: ['2021-01-01', '2021-12-31'] },
    { field: 'birthDate', op: 'between', value: ['2021-01-01', '2021-12-31'] },
  ],
  [
    'on a day',
    { field: 'birthDate', op: 'on', value: '2021-03-14' },
    { field: 'birthDate', op: 'between', value: ['2021-03-14', '2021-03-14'] },
  ],
  [
    'in the last 30 days',
    { field: 'birthDate', op: 'inLastDays', value: 30 },
    { field: 'birthDate', op: 'between', value: ['2026-10-25', '2026-11-24'] },
  ],
  [
    'in the next 7 days',
    { field: 'dueDate', op: 'inNextDays', value: 7 },
    { field: 'dueDate', op: 'between', value: ['2026-11-24', '2026-12-01'] },
  ],
  ['is empty', { field: 'notes', op: 'isEmpty' }, { field: 'notes', op: 'is_empty' }],
  ['is true', { field: 'active', op: 'isTrue' }, { field: 'active', op: 'is', value: true }],
  ['is false', { field: 'active', op: 'isFalse' }, { field: 'active', op: 'is', value: false }],
])('"%s" becomes the condition lists take', (_name, condition, expected) => {
  const where = whereFromFilter({ all: [condition] }, facts)
  expect(where).toEqual({ all: [expected] })
  expect(conditionGroup.safeParse(where).success).toBe(true)
})

test('a day of an instant is its 24 hours where the person is', () => {
  const where = whereFromFilter(
    { all: [{ field: 'createdAt', op: 'on', value: '2026-11-24' }] },
    { ...facts, instants: new Set(['createdAt']) },
  )
  const from = new Date(2026, 10, 24).toISOString()
  const to = new Date(2026, 10, 25).toISOString()
  expect(where).toEqual({
    all: [
      {
        all: [
          { field: 'createdAt', op: 'gte', value: from },
          { field: 'createdAt', op: 'lt', value: to },
        ],
      },
    ],
  })
})

test('groups stay groups, and conditions that are not complete are left out', () => {
  const filter: FilterGroup = {
    any: [{ field: 'name', op: 'contains', value: '' }, { all: [{ field: 'active', op: 'isTrue' }] }],
  }
  expect(whereFromFilter(filter, facts)).toEqual({ any: [{ all: [{ field: 'active', op: 'is', value: true }] }] })
})

test('a filter without a complete condition asks for everything', () => {
  expect(whereFromFilter({ all: [{ field: 'name', op: 'contains', value: '' }] }, facts)).toBeUndefined()
  expect(whereFromFilter(null, facts)).toBeUndefined()
})

test('today is the day where the person is, not the day in Greenwich', () => {
  expect(todayHere(new Date(2026, 10, 24, 0, 30))).toBe('2026-11-24')
  expect(todayHere(new Date(2026, 10, 24, 23, 30))).toBe('2026-11-24')
})
