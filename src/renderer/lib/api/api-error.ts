/** How any failure of a call looks to screens: a stable code, its facts, and the input field it belongs to. */
import { ORPCError } from '@orpc/client'

export type ErrorData = Readonly<Record<string, unknown>>

export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: string
  readonly data: ErrorData
  /** Dotted path of the input field, when the refusal names one. */
  readonly field: string | undefined

  constructor(code: string, data: ErrorData = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause })
    this.code = code
    this.data = data
    this.field = typeof data.field === 'string' ? data.field : undefined
  }

  /** What to quote when asking for help; only unexpected errors carry one. */
  get reference(): string | undefined {
    return typeof this.data.reference === 'string' ? this.data.reference : undefined
  }
}

/**
 * Makes an `ApiError` of anything a call may throw. What did not come from the node as a coded answer is `unavailable`
 * when the connection broke, and `internal_error` otherwise.
 */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (error instanceof ORPCError) return new ApiError(error.code, dataOf(error.data), error)
  return new ApiError('internal_error', {}, error)
}

function dataOf(data: unknown): ErrorData {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as ErrorData) : {}
}

/** Whether the failure is only that somebody stopped waiting for the answer. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
