/**
 * Giving a command from a screen. While it runs the button is busy; a refusal is told in words. Success needs no message
 * of its own: the commit comes back through the live feed as a message with Undo.
 */
import { useCallback, useRef, useState } from 'react'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../i18n/use-words.ts'
import type { ApiClient } from './api-client.ts'
import { type ApiError, toApiError } from './api-error.ts'
import { useApi } from './services.tsx'

export interface Command<Input, Output> {
  /** Resolves to the answer, or to undefined when it was refused (the person has been told). */
  run(input: Input): Promise<Output | undefined>
  readonly busy: boolean
}

interface CommandOptions {
  /** Handles a refusal itself, for example by asking something; true when it did. */
  readonly onRefusal?: (error: ApiError) => boolean
}

/** `const archive = useCommand((api, input: { id: string }) => api.customers.archive(input))` */
export function useCommand<Input, Output>(
  work: (api: ApiClient, input: Input) => Promise<Output>,
  options: CommandOptions = {},
): Command<Input, Output> {
  const api = useApi()
  const toast = useToast()
  const words = useWords()
  const [busy, setBusy] = useState(false)
  const latest = useRef({ work, options, words })
  latest.current = { work, options, words }
  const run = useCallback(
    async (input: Input) => {
      setBusy(true)
      try {
        return await latest.current.work(api, input)
      } catch (error) {
        const failure = toApiError(error)
        if (latest.current.options.onRefusal?.(failure) !== true)
          toast({ text: latest.current.words.error(failure), meaning: 'critical' })
        return undefined
      } finally {
        setBusy(false)
      }
    },
    [api, toast],
  )
  return { run, busy }
}
