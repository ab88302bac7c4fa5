/**
 * The life cycle of an animal in the register. `active`, `resting`, `quarantined` and `withheld` are kept here and move
 * freely among each other; `sold`, `transferred` and `missing` have left and may come back; `dead` is the end, and only a
 * correction (a wrong animal was reported) leads out of it.
 */
import type { CalendarDate } from '../../kernel/clock.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { refusal } from '../../kernel/refusal.ts'

export const animalStatuses = [
  'active',
  'resting',
  'quarantined',
  'withheld',
  'sold',
  'transferred',
  'missing',
  'dead',
] as const

export type AnimalStatus = (typeof animalStatuses)[number]

/** Statuses of animals that stand here. */
export const keptStatuses: readonly AnimalStatus[] = ['active', 'resting', 'quarantined', 'withheld']

/** Where each status may go without a correction. */
export const statusTransitions: Readonly<Record<AnimalStatus, readonly AnimalStatus[]>> = {
  active: ['resting', 'quarantined', 'withheld', 'sold', 'transferred', 'missing', 'dead'],
  resting: ['active', 'quarantined', 'withheld', 'sold', 'transferred', 'missing', 'dead'],
  // Out of quarantine an animal is released, sent away, lost or dead; it is not sold from it.
  quarantined: ['active', 'resting', 'withheld', 'transferred', 'missing', 'dead'],
  withheld: ['active', 'resting', 'quarantined', 'sold', 'transferred', 'missing', 'dead'],
  // News of animals that left still arrives: bought back, returned, died at the new owner's.
  sold: ['active', 'quarantined', 'dead'],
  transferred: ['active', 'quarantined', 'sold', 'dead'],
  missing: ['active', 'quarantined', 'sold', 'dead'],
  dead: [],
}

/** Reasons offered for a status; `other` asks for words. A status without reasons takes none. */
export const statusReasons = {
  active: ['released', 'returned', 'recovered', 'bought_back', 'found', 'other'],
  resting: ['between_cycles', 'lactation', 'recovery', 'young', 'other'],
  quarantined: ['arrival', 'disease_suspected', 'before_export', 'official_order', 'other'],
  withheld: ['treatment', 'withdrawal_period', 'test_pending', 'owner_request', 'legal', 'other'],
  sold: ['sale', 'slaughter_sale', 'auction', 'gift', 'other'],
  transferred: ['returned_to_owner', 'other_site', 'loan', 'other'],
  missing: ['strayed', 'stolen', 'not_found_at_count', 'other'],
  dead: ['died', 'slaughtered', 'euthanised', 'accident', 'predator', 'disease', 'birth', 'stillborn', 'other'],
} as const satisfies Readonly<Record<AnimalStatus, readonly string[]>>

export type StatusReason = (typeof statusReasons)[AnimalStatus][number]

/** Every reason of any status, once. */
export const allStatusReasons = [...new Set(Object.values(statusReasons).flat())] as [StatusReason, ...StatusReason[]]

export interface StatusChange {
  readonly from: AnimalStatus
  readonly to: AnimalStatus
  readonly reason: StatusReason | null
  readonly note: string | null
  /** The day the animal took the new status. */
  readonly date: CalendarDate
  /** The day of the status before, when it was stated. */
  readonly since: CalendarDate | null
  readonly birthDate: CalendarDate | null
  /** Last day that is not in the future anywhere on Earth. */
  readonly latestDate: CalendarDate
  /** The old status was an error; then any status may follow, and words must say why. */
  readonly correction: boolean
}

/** Tells why a status change may not be recorded, or null when it may. */
export function refuseStatusChange(change: StatusChange): Refusal | null {
  const { from, to } = change
  if (from === to) return refusal('status_unchanged', { status: to }, 'status')
  if (change.correction) {
    if (change.note === null) return refusal('status_correction_note_missing', {}, 'note')
  } else {
    if (from === 'dead') return refusal('status_dead_is_final', { to }, 'status')
    if (!statusTransitions[from].includes(to))
      return refusal('status_transition', { from, to, allowed: statusTransitions[from] }, 'status')
  }
  return refuseReason(change) ?? refuseStatusDate(change)
}

/** The status an animal is registered with. */
export interface FirstStatus {
  readonly status: AnimalStatus
  readonly reason: StatusReason | null
  readonly note: string | null
  readonly date: CalendarDate | null
  readonly birthDate: CalendarDate | null
  readonly latestDate: CalendarDate
}

/** Tells why an animal cannot be registered with a status, or null. Reasons are not asked for: much is only known to be so. */
export function refuseFirstStatus({ status, reason, note, date, birthDate, latestDate }: FirstStatus): Refusal | null {
  const found = refuseReason({ to: status, reason, note, correction: true })
  if (found !== null) return { ...found, field: found.field === 'note' ? 'statusNote' : 'statusReason' }
  const wrongDate =
    date === null ? null : refuseStatusDate({ date, birthDate, latestDate, since: null, correction: true })
  return wrongDate === null ? null : { ...wrongDate, field: 'statusDate' }
}

/** Statuses an animal may take next; for menus. With a correction every other one. */
export function nextStatuses(from: AnimalStatus, correction = false): readonly AnimalStatus[] {
  return correction ? animalStatuses.filter((status) => status !== from) : statusTransitions[from]
}

/** Whether an animal with this status stands here. */
export function isKept(status: AnimalStatus): boolean {
  return keptStatuses.includes(status)
}

function refuseReason({
  to,
  reason,
  note,
  correction,
}: Pick<StatusChange, 'to' | 'reason' | 'note' | 'correction'>): Refusal | null {
  if (reason === null) {
    // Leaving and dying are never recorded without a reason; a correction says why in words.
    return isKept(to) || correction
      ? null
      : refusal('status_reason_missing', { status: to, reasons: statusReasons[to] }, 'reason')
  }
  const reasons: readonly StatusReason[] = statusReasons[to]
  if (!reasons.includes(reason)) return refusal('status_reason_other_status', { status: to, reason, reasons }, 'reason')
  if (reason === 'other' && note === null) return refusal('status_note_missing', { status: to }, 'note')
  return null
}

function refuseStatusDate({
  date,
  birthDate,
  latestDate,
  since,
  correction,
}: Pick<StatusChange, 'date' | 'birthDate' | 'latestDate' | 'since' | 'correction'>): Refusal | null {
  if (date > latestDate) return refusal('date_in_future', { date }, 'date')
  if (birthDate !== null && date < birthDate) return refusal('date_before_birth', { date, birthDate }, 'date')
  if (!correction && since !== null && date < since) return refusal('status_date_before_last', { date, since }, 'date')
  return null
}
