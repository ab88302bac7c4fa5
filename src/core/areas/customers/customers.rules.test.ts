import { describe, expect, test } from 'vitest'
import { refusal } from '../../kernel/refusal.ts'
import type { Customer } from './customers.model.ts'
import {
  alteredCreditField,
  changeTags,
  cleanTags,
  refuseArchive,
  refuseInteraction,
  refusePosition,
} from './customers.rules.ts'
import { mergeDifferences } from './merge.rules.ts'

const stamps = {
  rev: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  createdBy: null,
  updatedAt: '2026-01-01T00:00:00.000Z',
  updatedBy: null,
}

function aCustomer(fields: Partial<Customer> = {}): Customer {
  const empty = {
    nameArabic: null,
    taxId: null,
    registrationNumber: null,
    industry: null,
    website: null,
    email: null,
    phone: null,
  }
  const terms = {
    creditLimit: null,
    currency: null,
    paymentTermsDays: null,
    discountPercent: null,
    language: null,
    notes: null,
  }
  const choices = { type: 'organization', category: 'standard', status: 'active' } as const
  return {
    id: 'a',
    ...stamps,
    code: 'CU1',
    name: 'Kharj',
    ...empty,
    ...terms,
    ...choices,
    tags: [],
    mergedIntoId: null,
    ...fields,
  }
}

describe('terms of business', () => {
  test.each([
    ['a new customer without terms', null, { creditLimit: null }, null],
    ['a new customer with a limit', null, { creditLimit: 5000 }, 'creditLimit'],
    ['the same limit sent again', aCustomer({ creditLimit: 5000 }), { creditLimit: 5000, name: 'X' }, null],
    ['another discount', aCustomer({ discountPercent: 5 }), { discountPercent: 10 }, 'discountPercent'],
    ['terms taken away', aCustomer({ paymentTermsDays: 30 }), { paymentTermsDays: null }, 'paymentTermsDays'],
    ['a currency without a limit', aCustomer(), { currency: 'SAR' }, null],
    ['the currency of a limit', aCustomer({ creditLimit: 1, currency: 'SAR' }), { currency: 'USD' }, 'currency'],
  ])('%s', (_, before, changes, expected) => {
    expect(alteredCreditField(before, changes)).toBe(expected)
  })
})

test('tags are a set: case and accents do not make another tag, order is fixed', () => {
  expect(cleanTags(['VIP', 'camel', 'vip', 'Été', 'ete'])).toEqual(['VIP', 'camel', 'Été'])
  expect(changeTags(['camel', 'VIP'], ['export', 'vip'], ['CAMEL'])).toEqual(['VIP', 'export'])
})

test('a customer with open items is laid aside only when told "even so"', () => {
  const open = { openFollowUps: 2, animals: 0 }
  expect(refuseArchive(open, false)).toEqual(refusal('customer_has_open_items', open))
  expect(refuseArchive(open, true)).toBeNull()
  expect(refuseArchive({ openFollowUps: 0, animals: 0 }, false)).toBeNull()
})

test('a follow-up needs a date; other kinds may have one', () => {
  expect(refuseInteraction({ kind: 'follow_up' })?.code).toBe('follow_up_needs_due_date')
  expect(refuseInteraction({ kind: 'follow_up', dueDate: '2026-12-01' })).toBeNull()
  expect(refuseInteraction({ kind: 'call' })).toBeNull()
})

test('a position has both coordinates or none', () => {
  expect(refusePosition({ latitude: 24.1, longitude: null })).toEqual(refusal('address_half_position', {}, 'longitude'))
  expect(refusePosition({ latitude: 24.1, longitude: 47.3 })).toBeNull()
  expect(refusePosition({})).toBeNull()
})

test('a merge proposes the survivor, fills its gaps and loses no note or tag', () => {
  const keep = aCustomer({ name: 'Kharj Stud', notes: 'call first', tags: ['camel'] })
  const loser = aCustomer({ id: 'b', name: 'Kharj', phone: '050', notes: 'gate 2', tags: ['Camel', 'export'] })
  expect(mergeDifferences(keep, loser)).toEqual([
    { field: 'name', keep: 'Kharj Stud', loser: 'Kharj', proposed: 'Kharj Stud' },
    { field: 'phone', keep: null, loser: '050', proposed: '050' },
    { field: 'notes', keep: 'call first', loser: 'gate 2', proposed: 'call first\n\ngate 2' },
    { field: 'tags', keep: ['camel'], loser: ['Camel', 'export'], proposed: ['camel', 'export'] },
  ])
})
