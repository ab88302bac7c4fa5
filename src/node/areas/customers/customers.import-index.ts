import { isNull } from 'drizzle-orm'
import type { CustomerImportOptions } from '../../../core/areas/documents/import.model.ts'
import { foldText } from '../../../core/kernel/search-text.ts'
import type { Reading } from '../../runtime/reading.ts'

type MatchField = CustomerImportOptions['matchBy']

export interface CustomerIndex {
  find(field: MatchField, value: string): readonly { readonly id: string; readonly code: string }[]
}

/** Reads what living customers can be recognised by. A laboratory has thousands of them, not millions. */
export async function createCustomerIndex(reading: Pick<Reading, 'db' | 'tables'>): Promise<CustomerIndex> {
  const { customer } = reading.tables
  const rows = await reading.db
    .select({ id: customer.id, code: customer.code, name: customer.name, email: customer.email, taxId: customer.taxId })
    .from(customer)
    .where(isNull(customer.deletedAt))
  const index = new Map<string, { id: string; code: string }[]>()
  const put = (field: MatchField, value: string | null, row: { id: string; code: string }) => {
    if (value === null) return
    const key = keyOf(field, value)
    const known = index.get(key)
    if (known === undefined) index.set(key, [row])
    else known.push(row)
  }
  for (const { id, code, name, email, taxId } of rows) {
    put('code', code, { id, code })
    put('name', name, { id, code })
    put('email', email, { id, code })
    put('taxId', taxId, { id, code })
  }
  return { find: (field, value) => index.get(keyOf(field, value)) ?? [] }
}

function keyOf(field: MatchField, value: string): string {
  return `${field} ${foldText(value).trim()}`
}
