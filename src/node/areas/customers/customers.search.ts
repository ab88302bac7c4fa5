import { and, inArray, isNull } from 'drizzle-orm'
import { searchBody } from '../../../core/kernel/search-text.ts'
import { findMany } from '../../runtime/change.ts'
import type { Projection } from '../../runtime/projection.ts'
import type { Tx } from '../../store/engine.ts'
import { putSearchEntries } from '../../store/search.ts'

const chunkSize = 1000

/** Keeps customers findable by name, code, phone, mail and tax id, by their people and by the towns they are in. */
export const customerSearch: Projection = {
  async refresh(tx, touched) {
    const seen = touched.filter(({ op, root }) => root.entity === 'customer' && op.e !== 'customerInteraction')
    const ids = [...new Set(seen.map(({ root }) => root.id))]
    for (let start = 0; start < ids.length; start += chunkSize)
      await refreshChunk(tx, ids.slice(start, start + chunkSize))
  },
}

async function refreshChunk(tx: Tx, ids: string[]): Promise<void> {
  const living = new Map((await findMany(tx, 'customer', ids)).map((row) => [row.id, row]))
  const parts = await textsOfParts(tx, ids)
  const entries = ids.map((id) => {
    const row = living.get(id)
    if (row === undefined) return { id, body: null }
    return {
      id,
      body: searchBody([
        row.name,
        row.nameArabic,
        row.code,
        row.email,
        row.phone,
        row.taxId,
        ...row.tags,
        ...(parts.get(id) ?? []),
      ]),
    }
  })
  await putSearchEntries(tx, 'customer', entries)
}

async function textsOfParts(tx: Tx, ids: string[]): Promise<Map<string, (string | null)[]>> {
  const { customerContact: contact, customerAddress: address } = tx.tables
  const contacts = await tx.db
    .select({
      customerId: contact.customerId,
      name: contact.name,
      email: contact.email,
      phone: contact.phone,
      mobile: contact.mobile,
    })
    .from(contact)
    .where(and(inArray(contact.customerId, ids), isNull(contact.deletedAt)))
  const addresses = await tx.db
    .select({ customerId: address.customerId, city: address.city, region: address.region })
    .from(address)
    .where(and(inArray(address.customerId, ids), isNull(address.deletedAt)))
  const texts = new Map<string, (string | null)[]>()
  for (const { customerId, ...words } of [...contacts, ...addresses]) {
    texts.set(customerId, [...(texts.get(customerId) ?? []), ...Object.values(words)])
  }
  return texts
}
