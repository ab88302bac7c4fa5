/**
 * The refusals every area shares, with their HTTP status (RFC 9110). Areas declare their own in `<area>.errors.ts`;
 * `src/core/errors.ts` gathers them. A code is a stable fact other programs may rely on: it is never renamed.
 */
export interface ErrorDeclaration {
  readonly status: number
}

export type ErrorDeclarations = Readonly<Record<string, ErrorDeclaration>>

export const kernelErrors = {
  validation_failed: { status: 400 },
  malformed_json: { status: 400 },
  unauthenticated: { status: 401 },
  forbidden: { status: 403 },
  not_found: { status: 404 },
  no_such_procedure: { status: 404 },
  method_not_allowed: { status: 405 },
  already_exists: { status: 409 },
  still_referenced: { status: 409 },
  rev_mismatch: { status: 412 },
  body_too_large: { status: 413 },
  unsupported_media_type: { status: 415 },
  cursor_invalid: { status: 400 },
  idempotency_key_reused: { status: 422 },
  rate_limited: { status: 429 },
  protocol_mismatch: { status: 400 },
  internal_error: { status: 500 },
  unavailable: { status: 503 },
} as const satisfies ErrorDeclarations
