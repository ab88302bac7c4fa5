/** The record that commands and queries answer, and the one door to a single animal. */
import { and, eq, isNull } from 'drizzle-orm'
import type { AnimalRecord, Warning } from '../../../core/areas/animals/animals.model.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import { DomainError, type Refusal } from '../../../core/kernel/refusal.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { Row } from '../../store/entities.ts'
import { describeRecord, mayRead } from './animal-details.ts'

/** The living animal, when the caller may see it; refuses `not_found` otherwise. */
export async function getAnimal(reading: Reading, id: string): Promise<Row<'animal'>> {
  const { animal } = reading.tables
  const [row] = await reading.db
    .select()
    .from(animal)
    .where(and(eq(animal.id, id), isNull(animal.deletedAt)))
  if (row === undefined || !mayRead(reading, row)) throw new DomainError('not_found', { entity: 'animal', id })
  return row
}

/** The whole record as it is now, with what the command found unlikely. */
export async function answerRecord(
  reading: Reading,
  id: string,
  clock: Clock,
  warnings: readonly Refusal[] = [],
): Promise<AnimalRecord> {
  return describeRecord(reading, await getAnimal(reading, id), clock, toWarnings(warnings))
}

export function toWarnings(found: readonly Refusal[]): Warning[] {
  return found.map(({ code, data, field }) => ({ code, data: { ...data }, ...(field === undefined ? {} : { field }) }))
}
