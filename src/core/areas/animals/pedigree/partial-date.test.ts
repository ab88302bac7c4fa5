import { expect, test } from 'vitest'
import { readPartialDate } from './partial-date.ts'

// Day numbers from the Unix epoch: 2000-01-01 is day 10957, 2000 has 366 days.
test.each([
  ['a day', '2000-01-01', { first: 10957, last: 10957 }],
  ['a day with a time', '2000-01-01T22:15:00Z', { first: 10957, last: 10957 }],
  ['a leap February', '2000-02', { first: 10988, last: 11016 }],
  ['a year', '2000', { first: 10957, last: 11322 }],
  ['a day that does not exist', '2001-02-29', null],
  ['a month that does not exist', '2001-13', null],
  ['words', 'spring', null],
])('reads %s', (_name, text, expected) => {
  expect(readPartialDate(text)).toEqual(expected)
})
