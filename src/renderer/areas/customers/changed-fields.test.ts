import { describe, expect, test } from 'vitest'
import { changedFields } from './changed-fields.ts'

describe('the changed fields of a form', () => {
  const before = {
    name: 'Al Kharj Stud',
    phone: '+966 11 200 3000',
    creditLimit: 500,
    tags: ['camel'],
    notes: null as string | null,
  }

  const cases: [name: string, after: Partial<typeof before>, expected: object][] = [
    ['are none when nothing was touched', { ...before, tags: ['camel'] }, {}],
    ['hold what was changed and nothing else', { ...before, name: 'Al Kharj Farm' }, { name: 'Al Kharj Farm' }],
    [
      'say null for a field that was cleared',
      { ...before, creditLimit: undefined as unknown as number },
      { creditLimit: null },
    ],
    ['treat blank and null as the same', { ...before, notes: undefined as unknown as null }, {}],
    ['compare lists by their members', { ...before, tags: ['camel', 'stud'] }, { tags: ['camel', 'stud'] }],
  ]
  test.each(cases)('%s', (_name, after, expected) => {
    expect(changedFields(before, after as typeof before)).toEqual(expected)
  })
})
