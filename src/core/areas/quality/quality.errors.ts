import type { ErrorDeclarations } from '../../kernel/errors.ts'

export const qualityErrors = {
  undo_conflict: { status: 409 },
  undo_not_possible: { status: 409 },
  undo_others_work: { status: 403 },
} as const satisfies ErrorDeclarations
