import { and, eq, isNull } from 'drizzle-orm'
import type { StatusFields } from '../../../core/areas/animals/animals.parts.model.ts'
import { isCurrentOn, rolesEndedByLeaving } from '../../../core/areas/animals/animals.roles.ts'
import { isKept, refuseStatusChange } from '../../../core/areas/animals/animals.status.ts'
import type { CalendarDate } from '../../../core/kernel/clock.ts'
import type { Refusal } from '../../../core/kernel/refusal.ts'
import type { Change } from '../../runtime/change.ts'
import type { Row } from '../../store/entities.ts'

/** Tells why an animal may not take a status, or null when it may. */
export function refuseStatus(
  row: Row<'animal'>,
  input: StatusFields,
  today: CalendarDate,
  latest: CalendarDate,
): Refusal | null {
  return refuseStatusChange({
    from: row.status,
    to: input.status,
    reason: input.reason ?? null,
    note: input.note ?? null,
    date: input.date ?? today,
    since: row.statusDate,
    birthDate: row.birthDate,
    latestDate: latest,
    correction: input.correction,
  })
}

/** Writes a checked status. An animal that leaves gives up its working number and the roles it can only hold here. */
export async function applyStatus(
  change: Change,
  row: Row<'animal'>,
  input: StatusFields,
  today: CalendarDate,
  rev?: number,
): Promise<void> {
  const date = input.date ?? today
  const patch = {
    status: input.status,
    statusReason: input.reason ?? null,
    statusNote: input.note ?? null,
    statusDate: date,
  }
  await change.update('animal', row.id, patch, rev === undefined ? {} : { expectedRev: rev })
  if (isKept(input.status) || input.keepRoles || !isKept(row.status)) return
  const { animalRole, animalInternalNumber } = change.tables
  const roles = await change.db
    .select()
    .from(animalRole)
    .where(and(eq(animalRole.animalId, row.id), isNull(animalRole.deletedAt)))
  for (const role of roles) {
    if (!rolesEndedByLeaving.includes(role.role) || !isCurrentOn(role, date)) continue
    await change.update('animalRole', role.id, { endDate: date }, { expectedRev: role.rev })
  }
  const numbers = await change.db
    .select()
    .from(animalInternalNumber)
    .where(
      and(
        eq(animalInternalNumber.animalId, row.id),
        isNull(animalInternalNumber.endDate),
        isNull(animalInternalNumber.deletedAt),
      ),
    )
  for (const number of numbers) {
    await change.update(
      'animalInternalNumber',
      number.id,
      { endDate: date < number.startDate ? number.startDate : date },
      { expectedRev: number.rev },
    )
  }
}
