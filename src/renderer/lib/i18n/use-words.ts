/**
 * Sentences and words that are looked up by what the node says: error codes, actions, records and their fields. The
 * names are only known at run time, so a missing one falls back to a sentence with the code, never to nothing.
 */
import type { i18n as I18n } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime, formatNumber } from '../../ui/format-values.ts'
import { type ApiError, toApiError } from '../api/api-error.ts'

export interface Words {
  /** Sentence for anything a call may have thrown. */
  error(error: unknown): string
  /** Title and sentence and, for unexpected errors, the reference to quote. */
  errorState(error: unknown): { title: string; detail: string; code?: string }
  /** What a command did: "Customer added". */
  action(action: string): string
  record(entity: string): string
  field(entity: string, field: string): string
  /** Word of a choice, or the text itself where it is none. */
  value(entity: string, field: string, value: string): string
}

/** i18next's typed keys are for what is known when compiling; these are not. */
type LookUp = (key: string, options?: Record<string, unknown>) => string

function wordsOf(i18n: I18n): Words {
  const lang = i18n.language
  const lookUp = i18n.t as unknown as LookUp
  const has = (key: string) => i18n.exists(key)

  function sentence(error: ApiError): string {
    const key = `errors:${error.code}`
    // A write whose answer never came may have happened all the same.
    if (error.code === 'unavailable' && error.data.sent === true) return lookUp('errors:unavailable_sent')
    if (error.code !== 'internal_error' && has(key)) return lookUp(key, factsOf(lang, error))
    return lookUp('errors:internal_error', { reference: error.reference ?? error.code })
  }

  return {
    error: (error) => sentence(toApiError(error)),
    errorState: (error) => {
      const failure = toApiError(error)
      const { reference } = failure
      return {
        title: lookUp('errors:title'),
        detail: sentence(failure),
        ...(reference === undefined ? {} : { code: reference }),
      }
    },
    action: (action) => (has(`actions:${action}`) ? lookUp(`actions:${action}`) : action),
    record: (entity) => (has(`records:${entity}.name`) ? lookUp(`records:${entity}.name`) : entity),
    field: (entity, field) => {
      if (has(`records:${entity}.fields.${field}`)) return lookUp(`records:${entity}.fields.${field}`)
      return has(`records:any.fields.${field}`) ? lookUp(`records:any.fields.${field}`) : field
    },
    value: (entity, field, value) => {
      const key = `records:${entity}.values.${field}.${value}`
      return /^[\w-]+$/.test(value) && has(key) ? lookUp(key) : value
    },
  }
}

const instantForm = /^\d{4}-\d{2}-\d{2}T/

/** The facts of a refusal as its sentence needs them: numbers grouped, instants as times of this place. */
function factsOf(lang: string, error: ApiError): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(error.data)) {
    if (typeof value === 'number') facts[name] = formatNumber(lang, value)
    else if (typeof value === 'string') facts[name] = instantForm.test(value) ? formatDateTime(lang, value) : value
    else if (Array.isArray(value)) facts[name] = value.join(lang === 'ar' ? '، ' : ', ')
  }
  if (typeof error.data.retryAfterSeconds === 'number') {
    facts.minutes = formatNumber(lang, Math.max(1, Math.ceil(error.data.retryAfterSeconds / 60)))
  }
  return facts
}

/** Gives the look-ups in the language of the page. */
export function useWords(): Words {
  const { i18n } = useTranslation()
  const { language } = i18n
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language stands for what i18n would answer
  return useMemo(() => wordsOf(i18n), [i18n, language])
}
