import type { AnimalMeasurement } from '../../../core/areas/animals/animals.model.ts'
import type { Row } from '../../store/entities.ts'

/** Measurements with the row that replaces each, in the order given. */
export function measurementRows(rows: readonly Row<'animalMeasurement'>[]): AnimalMeasurement[] {
  const replacedBy = new Map(
    rows.flatMap((row) => (row.correctsId === null ? [] : [[row.correctsId, row.id] as const])),
  )
  return rows.map(({ deletedAt: _deletedAt, ...row }) => ({ ...row, correctedById: replacedBy.get(row.id) ?? null }))
}

/** Whether a measurement counts: not replaced, and not itself only a taking back. */
export function counts(row: AnimalMeasurement): boolean {
  return row.correctedById === null && row.value !== null
}

/** The newest of each kind that counts; rows must come newest first. */
export function newestOfEachKind(rows: readonly AnimalMeasurement[]): AnimalMeasurement[] {
  const newest = new Map<string, AnimalMeasurement>()
  for (const row of rows) if (counts(row) && !newest.has(row.kind)) newest.set(row.kind, row)
  return [...newest.values()]
}
