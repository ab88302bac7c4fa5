/** Turns what a call refused into what a form shows: sentences beside their fields, and one for the whole. */
import { useCallback } from 'react'
import { issueText } from '../../ui/form/issue-text.ts'
import type { SubmitFailure } from '../../ui/form/use-zod-form.ts'
import { useUiTexts } from '../../ui/texts/ui-texts.ts'
import { useWords } from '../i18n/use-words.ts'
import { toApiError } from './api-error.ts'

interface ServerIssue {
  readonly path: string
  readonly code: string
}

/** Use as `failureOf` of `useZodForm`. `names` maps input paths of the call to field paths of the form where they differ. */
export function useSubmitFailure(names: Readonly<Record<string, string>> = {}): (reason: unknown) => SubmitFailure {
  const words = useWords()
  const issues = useUiTexts().form.issues
  return useCallback(
    (reason) => {
      const error = toApiError(reason)
      if (error.code === 'validation_failed' && Array.isArray(error.data.issues)) {
        const listed = (error.data.issues as ServerIssue[]).filter((issue) => issue.path !== '')
        // The value is in the form; any text but an empty one keeps the sentence from saying "required".
        const entries = listed.map(
          (issue) => [names[issue.path] ?? issue.path, issueText(issue as never, issues, '?')] as const,
        )
        if (entries.length > 0) return { fieldErrors: Object.fromEntries(entries) }
      }
      if (error.field !== undefined) return { fieldErrors: { [names[error.field] ?? error.field]: words.error(error) } }
      return { formError: words.error(error) }
    },
    [words, issues, names],
  )
}
