import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { uiTextsEn } from '../texts/ui-texts.en.ts'
import { issueText } from './issue-text.ts'

/** The sentence a person reads when `value` is given where `schema` stands. */
function sentence(schema: z.ZodType, value: unknown): string | undefined {
  const issue = schema.safeParse(value).error?.issues[0]
  return issue === undefined ? undefined : issueText(issue, uiTextsEn.form.issues, value)
}

describe('sentences for schema issues', () => {
  const cases: { title: string; schema: z.ZodType; value: unknown; text: string }[] = [
    { title: 'a missing text', schema: z.string(), value: undefined, text: 'Fill this in.' },
    { title: 'an empty text', schema: z.string().min(1), value: '', text: 'Fill this in.' },
    { title: 'a missing choice', schema: z.enum(['a', 'b']), value: undefined, text: 'Fill this in.' },
    { title: 'a text too short', schema: z.string().min(3), value: 'ab', text: 'Use at least 3 characters.' },
    { title: 'a text too long', schema: z.string().max(3), value: 'abcd', text: 'Use at most 3 characters.' },
    { title: 'a number too small', schema: z.number().min(10), value: 2, text: 'Enter 10 or more.' },
    { title: 'a number too big', schema: z.number().max(10), value: 20, text: 'Enter 10 or less.' },
    { title: 'letters for a number', schema: z.number(), value: 'abc', text: 'Enter a number.' },
    { title: 'a broken count', schema: z.int(), value: 1.5, text: 'Enter a whole number.' },
    { title: 'no mail address', schema: z.email(), value: 'noor', text: 'Enter an address like name@example.com.' },
    {
      title: 'no date',
      schema: z.iso.date(),
      value: '23.11',
      text: 'Enter a date as year-month-day, for example 2026-11-23.',
    },
    { title: 'a choice not in the list', schema: z.enum(['a', 'b']), value: 'c', text: 'Pick one from the list.' },
    { title: 'too few picked', schema: z.array(z.string()).min(1), value: [], text: 'Pick at least one.' },
  ]
  test.each(cases)('$title', ({ schema, value, text }) => expect(sentence(schema, value)).toBe(text))
})
