/**
 * The one place where anything thrown becomes an answer. A refusal keeps its code and data; what the schema rejected
 * becomes `validation_failed` with the paths; everything else is ours to fix: it is logged under a reference and the
 * caller learns that reference only - never a stack, never SQL.
 */

import { ValidationError } from '@orpc/contract'
import { ORPCError } from '@orpc/server'
import { statusOf } from '../../core/errors.ts'
import type { Ids } from '../../core/kernel/ids.ts'
import { DomainError } from '../../core/kernel/refusal.ts'
import { constraintCode } from '../store/constraint-code.ts'

export interface ErrorLog {
  error(facts: Record<string, unknown>, message: string): void
}

export function answerError(error: unknown, ids: Ids, log: ErrorLog): ORPCError<string, unknown> {
  if (error instanceof DomainError) return coded(error.code, error.data, error.field)
  if (error instanceof ORPCError) return answerOrpcError(error, ids, log)
  const constraint = constraintCode(error)
  if (constraint !== null) return coded(constraint, {}, undefined)
  return answerBug(error, ids, log)
}

function answerOrpcError(error: ORPCError<string, unknown>, ids: Ids, log: ErrorLog): ORPCError<string, unknown> {
  if (error.cause instanceof ValidationError) {
    if (error.code === 'BAD_REQUEST')
      return coded('validation_failed', { issues: error.cause.issues.map(plainIssue) }, undefined)
    return answerBug(error.cause, ids, log)
  }
  if (error.code === 'NOT_FOUND') return coded('no_such_procedure', {}, undefined)
  if (error.code === 'METHOD_NOT_SUPPORTED') return coded('method_not_allowed', {}, undefined)
  if (error.status >= 500) return answerBug(error, ids, log)
  if (error.code === 'BAD_REQUEST') return coded('malformed_json', {}, undefined)
  return error
}

function plainIssue(issue: { message: string; path?: readonly unknown[] | undefined }): Record<string, unknown> {
  const path = (issue.path ?? []).map((part) =>
    typeof part === 'object' && part !== null && 'key' in part ? String(part.key) : String(part),
  )
  const detail = issue as {
    code?: unknown
    minimum?: unknown
    maximum?: unknown
    expected?: unknown
    format?: unknown
    values?: unknown
  }
  return {
    path: path.join('.'),
    code: typeof detail.code === 'string' ? detail.code : 'invalid',
    ...pick(detail, ['minimum', 'maximum', 'expected', 'format', 'values']),
    message: issue.message,
  }
}

function pick(source: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => source[name] !== undefined).map((name) => [name, source[name]]))
}

function coded(
  code: string,
  data: Readonly<Record<string, unknown>>,
  field: string | undefined,
): ORPCError<string, unknown> {
  return new ORPCError(code, {
    status: statusOf(code),
    message: code,
    data: field === undefined ? data : { ...data, field },
    defined: true,
  })
}

function answerBug(error: unknown, ids: Ids, log: ErrorLog): ORPCError<string, unknown> {
  const reference = ids.next()
  log.error({ err: error, reference }, 'unexpected error')
  return coded('internal_error', { reference }, undefined)
}
