/**
 * A form over a zod schema: values by path, errors shown once a field was left or the form was sent, answers of the
 * server put to their fields. An empty text counts as not filled in.
 */
import { useCallback, useId, useMemo, useRef, useState } from 'react'
import type { z } from 'zod'
import { useUiTexts } from '../texts/ui-texts.ts'
import { issueText } from './issue-text.ts'
import { emptyTextsAs, type PathOf, type ValueAt, valueAt, withValueAt } from './path-access.ts'

/** Why the server did not take the form: sentences by path, and one for the whole. */
export type SubmitFailure = { fieldErrors?: Record<string, string>; formError?: string }

type FormSchema = z.ZodType<unknown, Record<string, unknown>>

export type ZodFormOptions<S extends FormSchema> = {
  schema: S
  initial: Draft<z.input<S>>
  /** Gets the parsed values. Resolve to a failure to show it; a rejection is shown as one sentence. */
  // biome-ignore lint/suspicious/noConfusingVoidType: an async function that gives nothing is the usual case
  onSubmit: (values: z.output<S>) => Promise<SubmitFailure | undefined | void> | SubmitFailure | undefined | void
  /** Sentence for an issue of the product's own, such as a wrong check digit; undefined leaves it to the kit. */
  issueText?: (issue: z.core.$ZodIssue) => string | undefined
  /** Turns what `onSubmit` threw into a failure. */
  failureOf?: (reason: unknown) => SubmitFailure
  /** What an empty text becomes before the schema sees it. */
  emptyAs?: 'undefined' | 'null' | 'keep'
}

/** Values while they are being filled in: anything may still be missing. */
export type Draft<T> = T extends readonly (infer Item)[]
  ? Draft<Item>[]
  : T extends object
    ? { [K in keyof T]?: Draft<T[K]> | null }
    : T

/** What a field needs; spread it into a field component. */
export type FieldBinding<V> = {
  name: string
  id: string
  value: V | null | undefined
  onChange(value: V | null | undefined): void
  onBlur(): void
  error: string | undefined
  /** Tells the form the label, for its summary of errors. */
  onLabel(label: string): void
}

export type ZodForm<S extends FormSchema = FormSchema> = {
  id: string
  values: Draft<z.input<S>>
  field<P extends PathOf<z.input<S>>>(path: P): FieldBinding<NonNullable<ValueAt<z.input<S>, P>>>
  set(path: PathOf<z.input<S>>, value: unknown): void
  error(path: string): string | undefined
  /** Errors shown now, in the order of the fields on the page. */
  shownErrors(): { path: string; id: string; label: string; text: string }[]
  formError: string | undefined
  setErrors(failure: SubmitFailure): void
  submit(): Promise<boolean>
  reset(next?: Draft<z.input<S>>): void
  /** Puts back what was typed earlier, as unsaved changes. */
  restore(values: unknown): void
  busy: boolean
  dirty: boolean
  /** Counts refused submits, so that the summary can take the focus each time. */
  refusals: number
}

type Errors = Record<string, string>

/** Creates the form. See the file head. */
export function useZodForm<S extends FormSchema>(options: ZodFormOptions<S>): ZodForm<S> {
  const texts = useUiTexts().form
  const id = useId()
  const [initial, setInitial] = useState(options.initial)
  const [values, setValues] = useState(options.initial)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [server, setServer] = useState<SubmitFailure>({})
  const [refusals, setRefusals] = useState(0)
  const [busy, setBusy] = useState(false)
  const labels = useRef(new Map<string, string>())
  const latest = useRef(options)
  latest.current = options

  const parsed = useMemo(
    () => options.schema.safeParse(prepared(values, options.emptyAs)),
    [options.schema, values, options.emptyAs],
  )
  const errors = useMemo<Errors>(() => {
    if (parsed.success) return {}
    const found: Errors = {}
    for (const issue of parsed.error.issues) {
      const path = issue.path.map(String).join('.')
      found[path] ??= options.issueText?.(issue) ?? issueText(issue, texts.issues, valueAt(values, path))
    }
    return found
  }, [parsed, values, texts, options.issueText])

  const dirty = useMemo(() => JSON.stringify(values) !== JSON.stringify(initial), [values, initial])
  const fieldId = (path: string): string => `${id}-${path.replaceAll('.', '-')}`
  const error = (path: string): string | undefined => {
    const own = refusals > 0 || touched.has(path) ? errors[path] : undefined
    return own ?? server.fieldErrors?.[path]
  }

  const set = useCallback((path: string, value: unknown) => {
    setValues((before) => withValueAt(before, path, value))
    setServer((before) => {
      const { [path]: _answered, ...fieldErrors } = before.fieldErrors ?? {}
      return { ...before, fieldErrors }
    })
  }, [])

  async function submit(): Promise<boolean> {
    if (busy) return false
    setServer({})
    if (!parsed.success) {
      setRefusals((count) => count + 1)
      return false
    }
    setBusy(true)
    const failure = await sendValues(parsed.data, latest.current, texts.submitFailed)
    setBusy(false)
    if (failure !== undefined) {
      setServer(failure)
      setRefusals((count) => count + 1)
      return false
    }
    setInitial(values)
    setRefusals(0)
    setTouched(new Set())
    return true
  }

  return {
    id,
    values,
    set,
    error,
    field: (path) => ({
      name: path,
      id: fieldId(path),
      value: valueAt(values, path) as never,
      onChange: (value) => set(path, value),
      onBlur: () => setTouched((before) => (before.has(path) ? before : new Set(before).add(path))),
      error: error(path),
      onLabel: (label) => {
        labels.current.set(path, label)
      },
    }),
    shownErrors: () => {
      const shown = new Set([
        ...labels.current.keys(),
        ...Object.keys(errors),
        ...Object.keys(server.fieldErrors ?? {}),
      ])
      return [...shown].flatMap((path) => {
        const text = error(path)
        return text === undefined ? [] : [{ path, id: fieldId(path), label: labels.current.get(path) ?? '', text }]
      })
    },
    formError: server.formError,
    setErrors: (failure) => {
      setServer(failure)
      setRefusals((count) => count + 1)
    },
    submit,
    reset: (next) => {
      setInitial(next ?? initial)
      setValues(next ?? initial)
      setTouched(new Set())
      setServer({})
      setRefusals(0)
    },
    restore: (earlier) => setValues((before) => ({ ...before, ...(earlier as Draft<z.input<S>>) })),
    busy,
    dirty,
    refusals,
  }
}

function prepared(values: unknown, emptyAs: 'undefined' | 'null' | 'keep' = 'undefined'): unknown {
  return emptyAs === 'keep' ? values : emptyTextsAs(values, emptyAs === 'null' ? null : undefined)
}

async function sendValues<S extends FormSchema>(
  values: z.output<S>,
  options: ZodFormOptions<S>,
  failed: string,
): Promise<SubmitFailure | undefined> {
  try {
    const answer = await options.onSubmit(values)
    return answer ?? undefined
  } catch (reason) {
    // What the person typed stays in the form; the screen decides by `failureOf` how much of the reason to tell.
    return options.failureOf?.(reason) ?? { formError: failed }
  }
}
