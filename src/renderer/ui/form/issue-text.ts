import type { z } from 'zod'
import type { UiTexts } from '../texts/ui-texts.ts'

type Issue = z.core.$ZodIssue

/** Gives the sentence for a schema issue in the language of the page. */
export function issueText(issue: Issue, texts: UiTexts['form']['issues'], value: unknown): string {
  if (value === undefined || value === null || value === '') return texts.required
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'int') return texts.notWhole
      if (issue.expected === 'number') return texts.notNumber
      return issue.expected === 'date' ? texts.notDate : texts.invalid
    case 'too_small':
      return tooSmall(issue, texts)
    case 'too_big':
      return tooBig(issue, texts)
    case 'invalid_format':
      return formatText(issue.format, texts)
    case 'invalid_value':
      return texts.notInList
    case 'not_multiple_of':
      return issue.divisor === 1 ? texts.notWhole : texts.invalid
    default:
      return texts.invalid
  }
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, texts: UiTexts['form']['issues']): string {
  const minimum = Number(issue.minimum)
  if (issue.origin === 'string') return minimum <= 1 ? texts.required : texts.tooShort({ minimum })
  return issue.origin === 'array' || issue.origin === 'set' ? texts.tooFew({ minimum }) : texts.tooSmall({ minimum })
}

function tooBig(issue: z.core.$ZodIssueTooBig, texts: UiTexts['form']['issues']): string {
  const maximum = Number(issue.maximum)
  if (issue.origin === 'string') return texts.tooLong({ maximum })
  return issue.origin === 'array' || issue.origin === 'set' ? texts.tooMany({ maximum }) : texts.tooBig({ maximum })
}

function formatText(format: string, texts: UiTexts['form']['issues']): string {
  switch (format) {
    case 'email':
      return texts.notEmail
    case 'url':
      return texts.notUrl
    case 'date':
    case 'datetime':
      return texts.notDate
    default:
      return texts.invalid
  }
}
