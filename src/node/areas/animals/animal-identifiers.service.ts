/** Commands on the identifiers of an animal. */
import type { z } from 'zod'
import type { AnimalRecord, identifierFields } from '../../../core/areas/animals/animals.model.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import { DomainError, type Refusal, refuseIf } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import type { Patch, Row } from '../../store/entities.ts'
import { latestDate, siteToday } from './animal-calendar.ts'
import { loadIdentifiers } from './animal-parts.queries.ts'
import { answerRecord, getAnimal } from './animal-record.ts'
import { findTaken, normalised, refuseForm, refuseRepeated } from './identifier-checks.ts'

type IdentifierInput = z.infer<typeof identifierFields>
type OneIdentifier = { readonly id: string; readonly identifierId: string }

export function createAnimalIdentifiersService({ clock }: { clock: Clock }) {
  return {
    async addIdentifier(change: Change, { id, ...input }: IdentifierInput & { id: string }): Promise<AnimalRecord> {
      const animal = await getAnimal(change, id)
      const present = (await loadIdentifiers(change, [id])).get(id) ?? []
      const warnings = await checkIdentifier(change, animal, input, present)
      const position = present.reduce((last, row) => Math.max(last, row.position + 1), 0)
      await change.insert('animalIdentifier', {
        animalId: id,
        ...normalised(input),
        position,
        issuedOn: input.issuedOn ?? null,
        note: input.note ?? null,
      })
      return answerRecord(change, id, clock, warnings)
    },

    async updateIdentifier(
      change: Change,
      { id, identifierId, rev, ...input }: Partial<IdentifierInput> & OneIdentifier & { rev?: number | undefined },
    ): Promise<AnimalRecord> {
      const animal = await getAnimal(change, id)
      const row = await getIdentifier(change, id, identifierId)
      const { allowUnlistedBreed, scheme = row.scheme, value = row.value, ...rest } = input
      const after: IdentifierInput = {
        scheme,
        value,
        ...(allowUnlistedBreed === undefined ? {} : { allowUnlistedBreed }),
      }
      const others = ((await loadIdentifiers(change, [id])).get(id) ?? []).filter((other) => other.id !== identifierId)
      const moved = input.scheme !== undefined || input.value !== undefined
      const warnings = moved ? await checkIdentifier(change, animal, after, row.removedOn === null ? others : []) : []
      const patch: Patch<'animalIdentifier'> = { ...rest, ...(moved ? normalised(after) : {}) }
      await change.update('animalIdentifier', identifierId, patch, rev === undefined ? {} : { expectedRev: rev })
      return answerRecord(change, id, clock, warnings)
    },

    async orderIdentifiers(
      change: Change,
      { id, order }: { id: string; order: readonly string[] },
    ): Promise<AnimalRecord> {
      await getAnimal(change, id)
      const rows = (await loadIdentifiers(change, [id])).get(id) ?? []
      const byId = new Map(rows.map((row) => [row.id, row]))
      const named = new Set(order)
      if (named.size !== order.length || named.size !== rows.length || order.some((one) => !byId.has(one))) {
        throw new DomainError(
          'identifier_order_incomplete',
          { expected: rows.map((row) => row.id) },
          { field: 'order' },
        )
      }
      for (const [position, one] of order.entries()) {
        await change.update('animalIdentifier', one, { position }, { expectedRev: byId.get(one)?.rev ?? 0 })
      }
      return answerRecord(change, id, clock)
    },

    async removeIdentifier(
      change: Change,
      { id, identifierId, removedOn, mistake }: OneIdentifier & { removedOn?: string | undefined; mistake: boolean },
    ): Promise<AnimalRecord> {
      const animal = await getAnimal(change, id)
      const row = await getIdentifier(change, id, identifierId)
      if (mistake) await change.remove('animalIdentifier', identifierId, { expectedRev: row.rev })
      else {
        if (row.removedOn !== null) throw new DomainError('identifier_removed', { removedOn: row.removedOn })
        const day = removedOn ?? (await siteToday(change, animal.siteId, clock.nowMs()))
        if (day > latestDate(clock.nowMs()))
          throw new DomainError('date_in_future', { date: day }, { field: 'removedOn' })
        await change.update('animalIdentifier', identifierId, { removedOn: day }, { expectedRev: row.rev })
      }
      return answerRecord(change, id, clock)
    },
  }
}

async function getIdentifier(change: Change, animalId: string, identifierId: string): Promise<Row<'animalIdentifier'>> {
  const row = await change.get('animalIdentifier', identifierId)
  if (row.animalId !== animalId) throw new DomainError('not_found', { entity: 'animalIdentifier', id: identifierId })
  return row
}

/** Refuses what cannot be this animal's; gives what is only worth a look. `others` are its other identifiers. */
async function checkIdentifier(
  change: Change,
  animal: Row<'animal'>,
  input: IdentifierInput,
  others: readonly Row<'animalIdentifier'>[],
): Promise<Refusal[]> {
  refuseIf(refuseForm(animal, input))
  const number = normalised(input)
  refuseIf(refuseRepeated([...others, number])?.refusal ?? null)
  const [taken] = await findTaken(change, [{ animalId: animal.id, ...number }])
  refuseIf(taken?.refusal ?? null)
  return taken?.warning === undefined || taken.warning === null ? [] : [taken.warning]
}
