import type { ErrorDeclarations } from '../../kernel/errors.ts'

export const customerErrors = {
  customer_has_open_items: { status: 409 },
  customer_merge_same: { status: 409 },
  customer_merged: { status: 409 },
} as const satisfies ErrorDeclarations
