import { describe, expect, test } from 'vitest'
import { emptyTextsAs, valueAt, withValueAt } from './path-access.ts'

const values = { name: 'Noor', address: { city: 'Al Kharj' }, contacts: [{ email: 'a@b.sa' }] }

describe('paths into form values', () => {
  test.each([
    ['name', 'Noor'],
    ['address.city', 'Al Kharj'],
    ['contacts.0.email', 'a@b.sa'],
    ['contacts.1.email', undefined],
    ['name.length.more', undefined],
  ])('reads %s', (path, value) => expect(valueAt(values, path)).toBe(value))

  test('changes a copy and leaves the rest as it was', () => {
    const changed = withValueAt(values, 'contacts.0.email', 'c@d.sa')
    expect(changed.contacts).toEqual([{ email: 'c@d.sa' }])
    expect([changed.address === values.address, values.contacts[0]?.email]).toEqual([true, 'a@b.sa'])
  })

  test('makes the steps that are missing', () => {
    expect(withValueAt({}, 'contacts.0.email', 'x')).toEqual({ contacts: [{ email: 'x' }] })
  })
})

test('an empty text counts as not filled in', () => {
  expect(emptyTextsAs({ a: '', b: [{ c: '' }, 'x'], d: 0 }, undefined)).toEqual({
    a: undefined,
    b: [{ c: undefined }, 'x'],
    d: 0,
  })
  expect(emptyTextsAs({ a: '' }, null)).toEqual({ a: null })
})
