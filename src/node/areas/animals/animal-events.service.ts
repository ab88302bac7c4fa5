/** Commands on what happened at an animal: activities and measurements. */
import type { z } from 'zod'
import {
  doubtMeasurement,
  measurementUnits,
  refuseMeasurement,
} from '../../../core/areas/animals/animals.measurements.ts'
import type { AnimalMeasurement, Warning } from '../../../core/areas/animals/animals.model.ts'
import type {
  activityFields,
  animalActivity,
  measurementFields,
} from '../../../core/areas/animals/animals.parts.model.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import { DomainError, type Refusal, refuseIf } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import type { Row } from '../../store/entities.ts'
import { recordOf } from './animal-details.ts'
import { measurementRows } from './animal-measurement-rows.ts'
import { loadMeasurements } from './animal-parts.queries.ts'
import { getAnimal, toWarnings } from './animal-record.ts'

type ActivityInput = z.infer<typeof activityFields>
type MeasurementInput = z.infer<typeof measurementFields>

/** Clocks of benches differ by minutes; only what is clearly ahead is refused. */
const clockLeewayMs = 15 * 60_000

export function createAnimalEventsService({ clock }: { clock: Clock }) {
  return {
    async addActivity(
      change: Change,
      { id, ...input }: ActivityInput & { id: string },
    ): Promise<z.input<typeof animalActivity>> {
      const animal = await getAnimal(change, id)
      const happenedAt = checkedInstant(input.happenedAt ?? change.at, animal, clock, 'happenedAt')
      const row = await change.insert('animalActivity', {
        animalId: id,
        kind: input.kind,
        happenedAt,
        description: input.description ?? null,
        performedBy: input.performedBy ?? null,
      })
      return recordOf(row)
    },

    async removeActivity(
      change: Change,
      { id, activityId }: { id: string; activityId: string },
    ): Promise<{ id: string }> {
      await getAnimal(change, id)
      const row = await change.get('animalActivity', activityId)
      if (row.animalId !== id) throw new DomainError('not_found', { entity: 'animalActivity', id: activityId })
      await change.remove('animalActivity', activityId, { expectedRev: row.rev })
      return { id }
    },

    async measure(
      change: Change,
      { id, measurements }: { id: string; measurements: readonly MeasurementInput[] },
    ): Promise<{ items: AnimalMeasurement[]; warnings: Warning[] }> {
      const animal = await getAnimal(change, id)
      const doubts: Refusal[] = []
      const values = measurements.map((input, index) => {
        const at = `measurements.${index}.`
        const refused = refuseMeasurement(animal, input.kind, input.value)
        refuseIf(refused === null ? null : { ...refused, field: at + (refused.field ?? 'value') })
        const doubt = doubtMeasurement(animal, input.kind, input.value)
        if (doubt !== null) doubts.push({ ...doubt, field: `${at}value` })
        return {
          animalId: id,
          kind: input.kind,
          value: input.value,
          unit: measurementUnits[input.kind],
          measuredAt: checkedInstant(input.measuredAt ?? change.at, animal, clock, `${at}measuredAt`),
          method: input.method ?? null,
          note: input.note ?? null,
        }
      })
      return {
        items: measurementRows(await change.insertMany('animalMeasurement', values)),
        warnings: toWarnings(doubts),
      }
    },

    async correctMeasurement(
      change: Change,
      {
        id,
        measurementId,
        value,
        note,
      }: { id: string; measurementId: string; value: number | null; note?: string | null | undefined },
    ): Promise<{ item: AnimalMeasurement; warnings: Warning[] }> {
      const animal = await getAnimal(change, id)
      const rows = measurementRows(await loadMeasurements(change, id))
      const wrong = rows.find((row) => row.id === measurementId)
      if (wrong === undefined) throw new DomainError('not_found', { entity: 'animalMeasurement', id: measurementId })
      if (wrong.correctedById !== null) throw new DomainError('measurement_corrected', { by: wrong.correctedById })
      refuseIf(value === null ? null : refuseMeasurement(animal, wrong.kind, value))
      const doubt = value === null ? null : doubtMeasurement(animal, wrong.kind, value)
      const { kind, unit, measuredAt, method } = wrong
      const row = await change.insert('animalMeasurement', {
        animalId: id,
        kind,
        value,
        unit,
        measuredAt,
        method,
        note: note ?? null,
        correctsId: measurementId,
      })
      return { item: { ...recordOf(row), correctedById: null }, warnings: toWarnings(doubt === null ? [] : [doubt]) }
    },
  }
}

/** The instant in its one form; refuses what lies ahead or before the animal was born. */
function checkedInstant(given: string, animal: Row<'animal'>, clock: Clock, field: string): string {
  const ms = Date.parse(given)
  if (ms > clock.nowMs() + clockLeewayMs) throw new DomainError('date_in_future', { date: given }, { field })
  const at = new Date(ms).toISOString()
  // Time zones shift the day by one at most.
  const dayAfter = new Date(ms + 86_400_000).toISOString().slice(0, 10)
  if (animal.birthDate !== null && dayAfter < animal.birthDate)
    throw new DomainError('date_before_birth', { date: at, birthDate: animal.birthDate }, { field })
  return at
}
