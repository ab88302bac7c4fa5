import { expect, test } from 'vitest'
import { listKey, oneKey, showsTouched } from './query-keys.ts'

const touched = { customer: ['c1'], customerContact: ['k1'], animal: null }

test.each([
  ['a list of the touched kind', listKey('customer'), undefined, true],
  ['the touched record', oneKey('customer', 'c1', 'history'), undefined, true],
  ['another record of the kind', oneKey('customer', 'c2'), undefined, false],
  ['any record when there were too many to name', oneKey('animal', 'a9'), undefined, true],
  ['a list of another kind', listKey('site'), undefined, false],
  ['a query that also shows the touched kind', listKey('site'), { also: ['customerContact'] }, true],
  ['a query that also shows something else', listKey('site'), { also: ['user'] }, false],
])('%s is read again: %#', (_name, queryKey, meta, expected) => {
  expect(showsTouched({ queryKey, meta }, touched)).toBe(expected)
})
