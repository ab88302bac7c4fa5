import type { ErrorDeclarations } from '../../kernel/errors.ts'

export const systemErrors = {
  backup_failed: { status: 500 },
  backup_damaged: { status: 422 },
  backup_not_here: { status: 409 },
  setting_unknown: { status: 404 },
  data_folder_in_use: { status: 409 },
  database_damaged: { status: 500 },
  database_newer_than_program: { status: 409 },
  migration_edited: { status: 500 },
  migration_missing: { status: 500 },
  migration_failed: { status: 500 },
  password_missing: { status: 400 },
} as const satisfies ErrorDeclarations
