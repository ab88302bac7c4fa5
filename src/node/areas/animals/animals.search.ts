import { inArray } from 'drizzle-orm'
import { printIdentifier } from '../../../core/areas/animals/identity/identifier-schemes.ts'
import { searchBody } from '../../../core/kernel/search-text.ts'
import type { Projection } from '../../runtime/projection.ts'
import type { Tx } from '../../store/engine.ts'
import { putSearchEntries } from '../../store/search.ts'
import { loadAnimals, loadCurrentNumbers, loadIdentifiers } from './animal-parts.queries.ts'
import { inChunks } from './in-chunks.ts'

const searched: readonly string[] = ['animal', 'animalIdentifier', 'animalInternalNumber']

/** Keeps animals findable by name, code, identifiers as stored and as printed, and working number. */
export const animalSearch: Projection = {
  async refresh(tx, touched) {
    const ids = new Set<string>()
    for (const { op, root } of touched) if (searched.includes(op.e) && root.entity === 'animal') ids.add(root.id)
    // A part that moved to another animal (merge) is named under the new one; the old one is touched by its own removal.
    if (ids.size > 0) await refreshEntries(tx, [...ids])
  },
}

async function refreshEntries(tx: Tx, ids: readonly string[]): Promise<void> {
  const rows = await loadAnimals(tx, ids)
  const identifiers = await loadIdentifiers(tx, ids)
  const numbers = await loadCurrentNumbers(tx, ids)
  const oldCodes = await loadOldCodes(tx, ids)
  const entries = ids.map((id) => {
    const row = rows.get(id)
    if (row === undefined || row.deletedAt !== null) return { id, body: null }
    const printed = (identifiers.get(id) ?? []).flatMap(({ scheme, value }) => [value, printIdentifier(scheme, value)])
    return { id, body: searchBody([row.name, row.code, numbers.get(id), ...printed, ...(oldCodes.get(id) ?? [])]) }
  })
  await putSearchEntries(tx, 'animal', entries)
}

/** Codes of records that were merged into these: labels with them are still about. */
async function loadOldCodes(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { animal } = tx.tables
  const rows = await inChunks(ids, (some) =>
    tx.db
      .select({ into: animal.mergedIntoId, code: animal.code })
      .from(animal)
      .where(inArray(animal.mergedIntoId, some)),
  )
  const codes = new Map<string, string[]>()
  for (const { into, code } of rows) if (into !== null) codes.set(into, [...(codes.get(into) ?? []), code])
  return codes
}
