import { and, isNull, notInArray } from 'drizzle-orm'
import { mostBulkAnimals } from '../../../core/areas/animals/animals.bulk.model.ts'
import type { AnimalSelection } from '../../../core/areas/animals/animals.fields.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { Row } from '../../store/entities.ts'
import { listCondition } from '../../store/list-query.ts'
import { mayRead } from './animal-details.ts'
import { type AnimalListSpec, visibleAnimals } from './animal-list.ts'
import { loadAnimals } from './animal-parts.queries.ts'

/** The living animals of a selection that the caller may see. Refuses `bulk_too_many`, and `not_found` for an id that is none. */
export async function selectAnimals(
  reading: Reading,
  list: AnimalListSpec,
  selection: AnimalSelection,
): Promise<Row<'animal'>[]> {
  if ('ids' in selection) {
    const rows = await loadAnimals(reading, selection.ids)
    return [...new Set(selection.ids)].map((id) => {
      const row = rows.get(id)
      if (row === undefined || row.deletedAt !== null || !mayRead(reading, row))
        throw new DomainError('not_found', { entity: 'animal', id })
      return row
    })
  }
  const { animal } = reading.tables
  const { q, where, ...filters } = selection.query
  const scope = reading.scope('animals.read')
  const condition = await listCondition(reading, list, { q, where, filters }, scope)
  const rows = await reading.db
    .select()
    .from(animal)
    .where(
      and(
        condition,
        isNull(animal.deletedAt),
        ...visibleAnimals(reading, scope),
        selection.except.length === 0 ? undefined : notInArray(animal.id, selection.except),
      ),
    )
    .orderBy(animal.nameKey, animal.id)
    .limit(mostBulkAnimals + 1)
  if (rows.length > mostBulkAnimals)
    throw new DomainError('bulk_too_many', { max: mostBulkAnimals }, { field: 'selection' })
  return rows
}
