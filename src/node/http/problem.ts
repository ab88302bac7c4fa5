/** Problem documents (RFC 9457): what REST callers get for every refusal, with a stable `code`. */
import type { ORPCError } from '@orpc/server'

export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  /** Facts of this refusal: paths of rejected fields, the current record on a rev mismatch. */
  readonly data: unknown
}

export function problemOf(error: Pick<ORPCError<string, unknown>, 'code' | 'status' | 'data'>): ProblemDocument {
  const code = error.code
  return {
    type: `urn:reprotech:problem:${code}`,
    title: titleOf(code),
    status: error.status,
    code,
    data: error.data ?? {},
  }
}

function titleOf(code: string): string {
  const words = code.replaceAll('_', ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Shape of a problem document, for the OpenAPI reference. */
export const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'data'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; see the list of codes' },
    data: { type: 'object', additionalProperties: true },
  },
} as const
