import type { ErrorDeclarations } from '../../kernel/errors.ts'

export const documentErrors = {
  /** Records of this kind carry no files. */
  attachment_owner_refused: { status: 422 },
  attachment_type_refused: { status: 415 },
  /** The content is not what name or media type say. */
  attachment_type_mismatch: { status: 422 },
  attachment_too_large: { status: 413 },
  attachment_empty: { status: 422 },
  attachment_hash_mismatch: { status: 422 },
  /** The record has arrived on this node, its bytes have not. */
  attachment_content_missing: { status: 409 },
  file_name_empty: { status: 422 },
  upload_offset: { status: 409 },
  upload_incomplete: { status: 409 },
  upload_too_many: { status: 429 },
  /** Spent, too old, or never given out. */
  download_link_spent: { status: 401 },
  range_not_satisfiable: { status: 416 },
  storage_full: { status: 507 },
  view_name_taken: { status: 409 },
} as const satisfies ErrorDeclarations
