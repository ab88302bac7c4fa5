/** Commands on the roles and working numbers of an animal: both are held from a day to a day. */
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { AnimalRecord, roleFields } from '../../../core/areas/animals/animals.model.ts'
import type { internalNumberFields } from '../../../core/areas/animals/animals.parts.model.ts'
import { type AnimalRole, isCurrentOn, refuseRole } from '../../../core/areas/animals/animals.roles.ts'
import { cleanText } from '../../../core/areas/animals/identity/clean-text.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import { DomainError, refuseIf } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import type { Row } from '../../store/entities.ts'
import { latestDate, siteToday } from './animal-calendar.ts'
import { answerRecord, getAnimal } from './animal-record.ts'
import { findNumberHolders } from './draft-batch-checks.ts'

type RoleInput = z.infer<typeof roleFields>
type NumberInput = z.infer<typeof internalNumberFields>

export function createAnimalRolesService({ clock }: { clock: Clock }) {
  return {
    async assignRole(change: Change, { id, ...input }: RoleInput & { id: string }): Promise<AnimalRecord> {
      const animal = await getAnimal(change, id)
      const startDate = input.startDate ?? (await siteToday(change, animal.siteId, clock.nowMs()))
      const period = { role: input.role, startDate, endDate: input.endDate ?? null }
      refuseIf(refuseRole(animal, period, await rolesOf(change, id), latestDate(clock.nowMs())))
      await change.insert('animalRole', { animalId: id, ...period, note: input.note ?? null })
      return answerRecord(change, id, clock)
    },

    async endRole(
      change: Change,
      { id, role, endDate }: { id: string; role: AnimalRole; endDate?: string | undefined },
    ): Promise<AnimalRecord> {
      const animal = await getAnimal(change, id)
      const today = await siteToday(change, animal.siteId, clock.nowMs())
      const held = (await rolesOf(change, id)).find((row) => row.role === role && isCurrentOn(row, today))
      if (held === undefined) throw new DomainError('role_not_held', { role }, { field: 'role' })
      const day = endDate ?? today
      refuseEnd(day, held.startDate, latestDate(clock.nowMs()))
      await change.update('animalRole', held.id, { endDate: day }, { expectedRev: held.rev })
      return answerRecord(change, id, clock)
    },

    async assignInternalNumber(change: Change, { id, ...input }: NumberInput & { id: string }): Promise<AnimalRecord> {
      const animal = await getAnimal(change, id)
      const number = cleanText(input.number)
      const startDate = input.startDate ?? (await siteToday(change, animal.siteId, clock.nowMs()))
      if (startDate > latestDate(clock.nowMs()))
        throw new DomainError('date_in_future', { date: startDate }, { field: 'startDate' })
      const active = await activeNumber(change, id)
      if (active?.number === number) throw new DomainError('internal_number_unchanged', { number }, { field: 'number' })
      const [holder] = await findNumberHolders(change, [{ number, siteId: animal.siteId }])
      if (holder !== null && holder !== undefined)
        throw new DomainError('internal_number_taken', { number, animal: holder }, { field: 'number' })
      if (active !== undefined) {
        if (startDate < active.startDate)
          throw new DomainError(
            'date_before_start',
            { date: startDate, startDate: active.startDate },
            { field: 'startDate' },
          )
        await change.update('animalInternalNumber', active.id, { endDate: startDate }, { expectedRev: active.rev })
      }
      await change.insert('animalInternalNumber', { animalId: id, number, startDate, reason: input.reason ?? null })
      return answerRecord(change, id, clock)
    },

    async endInternalNumber(
      change: Change,
      { id, endDate, reason }: { id: string; endDate?: string | undefined; reason?: string | null | undefined },
    ): Promise<AnimalRecord> {
      const animal = await getAnimal(change, id)
      const active = await activeNumber(change, id)
      if (active === undefined) throw new DomainError('internal_number_none', {})
      const day = endDate ?? (await siteToday(change, animal.siteId, clock.nowMs()))
      refuseEnd(day, active.startDate, latestDate(clock.nowMs()))
      await change.update(
        'animalInternalNumber',
        active.id,
        { endDate: day, ...(reason === undefined || reason === null ? {} : { reason }) },
        { expectedRev: active.rev },
      )
      return answerRecord(change, id, clock)
    },
  }
}

function refuseEnd(date: string, startDate: string, latest: string): void {
  if (date < startDate) throw new DomainError('date_before_start', { date, startDate }, { field: 'endDate' })
  if (date > latest) throw new DomainError('date_in_future', { date }, { field: 'endDate' })
}

async function rolesOf(change: Change, animalId: string): Promise<Row<'animalRole'>[]> {
  const { animalRole } = change.tables
  return change.db
    .select()
    .from(animalRole)
    .where(and(eq(animalRole.animalId, animalId), isNull(animalRole.deletedAt)))
    .orderBy(desc(animalRole.startDate))
}

async function activeNumber(change: Change, animalId: string): Promise<Row<'animalInternalNumber'> | undefined> {
  const { animalInternalNumber: table } = change.tables
  const rows = await change.db
    .select()
    .from(table)
    .where(and(eq(table.animalId, animalId), isNull(table.endDate), isNull(table.deletedAt)))
    .orderBy(desc(table.startDate))
  return rows[0]
}
