/**
 * How rules and services say no.
 *
 * Three kinds of trouble exist and must not be mixed: a *refusal* is expected, belongs to the contract and is shown to
 * the person in their language; a *fault* (disk, network, device) is retried or reported; a *bug* is an assertion.
 * Rules return a `Refusal` value, services throw it wrapped in a `DomainError`, and only the edges catch.
 */

/** A reason why something may not happen: a stable code, and the facts its translated text needs. */
export interface Refusal<Code extends string = string> {
  readonly code: Code
  readonly data: Readonly<Record<string, unknown>>
  /** Dotted path of the input field that caused it, when there is one, so a form can show it there. */
  readonly field?: string
}

/** Builds a refusal. Codes are lower_snake facts (`tag_taken`), never sentences. */
export function refusal<Code extends string>(
  code: Code,
  data: Record<string, unknown> = {},
  field?: string,
): Refusal<Code> {
  return field === undefined ? { code, data } : { code, data, field }
}

/** The one exception that services throw for an expected refusal; edges turn it into a coded answer. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>
  readonly field: string | undefined

  constructor(code: string, data: Record<string, unknown> = {}, options: { field?: string; cause?: unknown } = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.data = data
    this.field = options.field
  }
}

/** Throws the refusal as a `DomainError` when there is one. */
export function refuseIf(found: Refusal | null): void {
  if (found !== null) throw new DomainError(found.code, { ...found.data }, { field: found.field })
}
