import type { ErrorDeclarations } from '../../kernel/errors.ts'

export const customerErrors = {
  customer_has_open_items: { status: 409 },
  customer_merge_same: { status: 409 },
  customer_merged: { status: 409 },
  /** The contact named in an interaction belongs to another customer. */
  contact_of_other_customer: { status: 422 },
  address_half_position: { status: 422 },
  /** A follow-up without a date would never come up again. */
  follow_up_needs_due_date: { status: 422 },
  follow_up_not_open: { status: 409 },
  follow_up_not_done: { status: 409 },
  assignee_unknown: { status: 422 },
  segment_unknown: { status: 422 },
  /** The list no longer knows a field the segment filters by. */
  segment_broken: { status: 409 },
  bulk_selection_changed: { status: 409 },
  bulk_selection_too_large: { status: 413 },
  bulk_without_change: { status: 422 },
} as const satisfies ErrorDeclarations
