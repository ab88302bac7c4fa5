/**
 * When a birth is due. Gestation counts from service in the sources, which for most species is the day of oestrus, of
 * insemination and of ovulation alike, to within a day; only the mare's oestrus lasts long enough to matter
 * (`gestationShiftDays`). What day 0 was is always said, never assumed.
 */
import type { CalendarDate } from '../../../kernel/clock.ts'
import { addDays } from './calendar-date.ts'
import type { DayZeroKind, Range } from './physiology.ts'
import { physiology } from './physiology.ts'
import type { SpeciesCode } from './species-code.ts'

export interface Conception {
  readonly species: SpeciesCode
  readonly dayZero: CalendarDate
  readonly dayZeroKind: DayZeroKind
}

export interface Transfer {
  readonly species: SpeciesCode
  readonly transferDate: CalendarDate
  /** Age of the embryo at transfer in days, counted from its own day 0 (7 for a day-7 blastocyst). */
  readonly embryoAgeDays: number
}

export interface DueWindow {
  readonly earliest: CalendarDate
  readonly due: CalendarDate
  readonly latest: CalendarDate
}

/** Computes the date a birth is due. `gestationDays` comes from `gestationOf(species, breed).typical` or the person. */
export function dueDate(conception: Conception & { readonly gestationDays: number }): CalendarDate {
  const { species, dayZero, dayZeroKind, gestationDays } = conception
  return addDays(dayZero, physiology[species].gestationShiftDays[dayZeroKind] + gestationDays)
}

/** Computes the first day of a normal birth, the expected day and the last, from a range of gestation days. */
export function dueWindow(conception: Conception & { readonly gestation: Range }): DueWindow {
  const on = (gestationDays: number): CalendarDate => dueDate({ ...conception, gestationDays })
  const { min, typical, max } = conception.gestation
  return { earliest: on(min), due: on(typical), latest: on(max) }
}

/** Computes the due date after an embryo transfer: transfer date less the embryo's age, plus gestation. */
export function transferDueDate(transfer: Transfer & { readonly gestationDays: number }): CalendarDate {
  return dueDate({ ...conceptionOfTransfer(transfer), gestationDays: transfer.gestationDays })
}

/** Computes first, expected and last day of a normal birth after an embryo transfer. */
export function transferDueWindow(transfer: Transfer & { readonly gestation: Range }): DueWindow {
  return dueWindow({ ...conceptionOfTransfer(transfer), gestation: transfer.gestation })
}

// The embryo's day 0 is its fertilisation, which no species' gestation is shifted from.
function conceptionOfTransfer({ species, transferDate, embryoAgeDays }: Transfer): Conception {
  return { species, dayZero: addDays(transferDate, -embryoAgeDays), dayZeroKind: 'fertilisation' }
}
