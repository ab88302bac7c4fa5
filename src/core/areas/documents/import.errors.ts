import type { ErrorDeclarations } from '../../kernel/errors.ts'

const refusedFile = { status: 422 } as const
const refusedRow = { status: 422 } as const

/** Why a file, a row of it, or an import as a whole is refused. */
export const importErrors = {
  import_file_too_large: { status: 413 },
  import_upload_unknown: { status: 404 },
  import_upload_offset: { status: 409 },
  import_upload_incomplete: { status: 409 },
  import_file_unknown: { status: 404 },
  import_file_empty: refusedFile,
  import_format_unknown: refusedFile,
  import_format_legacy: refusedFile,
  import_format_compressed: refusedFile,
  import_workbook_damaged: refusedFile,
  import_sheet_unknown: refusedFile,
  import_too_many_rows: refusedFile,
  import_too_many_columns: refusedFile,
  import_cell_too_long: refusedFile,
  import_quote_open: refusedFile,
  import_encoding_wrong: refusedFile,
  import_field_unknown: refusedFile,
  import_column_unknown: refusedFile,
  import_column_twice: refusedFile,
  import_field_unmapped: refusedFile,
  import_field_not_updatable: refusedFile,
  import_option_missing: refusedFile,

  import_rows_rejected: { status: 409 },
  import_nothing_to_do: { status: 409 },
  import_running: { status: 409 },
  import_overtaken: { status: 409 },
  import_already_undone: { status: 409 },
  import_changed_since: { status: 409 },
  import_referenced: { status: 409 },

  import_columns_mismatch: refusedRow,
  import_value_required: refusedRow,
  import_value_invalid: refusedRow,
  import_date_invalid: refusedRow,
  import_date_ambiguous: refusedRow,
  import_date_short_year: refusedRow,
  import_number_invalid: refusedRow,
  import_word_unknown: refusedRow,
  import_repeated_in_file: refusedRow,
  import_already_exists: refusedRow,
  import_match_ambiguous: refusedRow,
  import_reference_unknown: refusedRow,
  import_reference_ambiguous: refusedRow,
  import_parent_rejected: refusedRow,
} as const satisfies ErrorDeclarations
