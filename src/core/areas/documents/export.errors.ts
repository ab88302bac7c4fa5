import type { ErrorDeclarations } from '../../kernel/errors.ts'

export const exportErrors = {
  export_column_unknown: { status: 422 },
  export_too_many_rows: { status: 422 },
  export_unknown: { status: 404 },
} as const satisfies ErrorDeclarations
