/** What an animal is for the laboratory. It may be several things at once, each from a date to a date. */
import type { CalendarDate } from '../../kernel/clock.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { refusal } from '../../kernel/refusal.ts'
import { type AnimalStatus, isKept } from './animals.status.ts'
import type { Sex } from './species/sex.ts'

export const animalRoles = ['donor', 'recipient', 'sire', 'teaser', 'reference', 'lab_sample'] as const

export type AnimalRole = (typeof animalRoles)[number]

/** Sexes that can hold a role; null means any, unknown among them. */
const sexesOfRole: Readonly<Record<AnimalRole, readonly Sex[] | null>> = {
  // Donor of oocytes and embryos; who gives semen is a sire.
  donor: ['female'],
  recipient: ['female'],
  sire: ['male', 'castrate'],
  // Vasectomised males, castrates and masculinised twins find females in heat.
  teaser: ['male', 'castrate', 'freemartin'],
  reference: null,
  lab_sample: null,
}

// Frozen semen and stored samples outlive the animal and its stay.
const rolesAfterLeaving: readonly AnimalRole[] = ['sire', 'reference', 'lab_sample']

/** Roles that end by themselves when an animal leaves or dies. */
export const rolesEndedByLeaving: readonly AnimalRole[] = animalRoles.filter(
  (role) => !rolesAfterLeaving.includes(role),
)

export interface RolePeriod {
  readonly role: AnimalRole
  readonly startDate: CalendarDate
  readonly endDate: CalendarDate | null
}

export interface RoleHolder {
  readonly sex: Sex
  readonly castratedOn: CalendarDate | null
  readonly birthDate: CalendarDate | null
  readonly status: AnimalStatus
  readonly statusDate: CalendarDate | null
}

/** Tells why an animal cannot have a role in a period, or null when it can. `held` are its other periods of any role. */
export function refuseRole(
  holder: RoleHolder,
  wanted: RolePeriod,
  held: readonly RolePeriod[],
  latestDate: CalendarDate,
): Refusal | null {
  const { role, startDate, endDate } = wanted
  const sexes = sexesOfRole[role]
  if (sexes !== null && !sexes.includes(holder.sex))
    return refusal('role_not_for_sex', { role, sex: holder.sex, sexes }, 'role')
  if (startDate > latestDate) return refusal('date_in_future', { date: startDate }, 'startDate')
  if (holder.birthDate !== null && startDate < holder.birthDate) {
    return refusal('date_before_birth', { date: startDate, birthDate: holder.birthDate }, 'startDate')
  }
  if (endDate !== null && endDate < startDate)
    return refusal('date_before_start', { date: endDate, startDate }, 'endDate')
  if (role === 'sire' && holder.sex === 'castrate' && !endsBefore(endDate, holder.castratedOn)) {
    return refusal('role_after_castration', { role, castratedOn: holder.castratedOn }, 'endDate')
  }
  if (
    !isKept(holder.status) &&
    !rolesAfterLeaving.includes(role) &&
    (endDate === null || isAfter(startDate, holder.statusDate))
  ) {
    return refusal('role_after_leaving', { role, status: holder.status, statusDate: holder.statusDate }, 'role')
  }
  const overlapping = held.find((period) => period.role === role && overlaps(period, wanted))
  return overlapping === undefined
    ? null
    : refusal('role_already_held', { role, startDate: overlapping.startDate, endDate: overlapping.endDate }, 'role')
}

/** Whether a sex can hold a role at all; for menus and for a change of sex. */
export function canHoldRole(role: AnimalRole, sex: Sex): boolean {
  const sexes = sexesOfRole[role]
  return sexes === null || sexes.includes(sex)
}

/** Whether the role is held on the day. On its end date it is held no more: what a person ends today is over. */
export function isCurrentOn(
  period: { readonly startDate: CalendarDate; readonly endDate: CalendarDate | null },
  day: CalendarDate,
): boolean {
  return period.startDate <= day && (period.endDate === null || period.endDate > day)
}

function endsBefore(endDate: CalendarDate | null, castratedOn: CalendarDate | null): boolean {
  return endDate !== null && (castratedOn === null || endDate <= castratedOn)
}

function isAfter(date: CalendarDate, other: CalendarDate | null): boolean {
  return other !== null && date > other
}

/** Whether two periods of a role have a day in common; a role may begin again on the day it ended. */
export function overlaps(left: Omit<RolePeriod, 'role'>, right: Omit<RolePeriod, 'role'>): boolean {
  return (
    (left.endDate === null || right.startDate < left.endDate) &&
    (right.endDate === null || left.startDate < right.endDate)
  )
}
