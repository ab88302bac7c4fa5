import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  animalStatuses,
  isKept,
  nextStatuses,
  refuseFirstStatus,
  refuseStatusChange,
  type StatusChange,
  statusReasons,
} from './animals.status.ts'

const aChange = (given: Partial<StatusChange>): StatusChange => ({
  from: 'active',
  to: 'resting',
  reason: null,
  note: null,
  date: '2026-11-24',
  since: null,
  birthDate: '2020-01-01',
  latestDate: '2026-11-25',
  correction: false,
  ...given,
})

const cases: readonly [string, Partial<StatusChange>, string | null, string | undefined][] = [
  ['an active animal rests without a reason', {}, null, undefined],
  ['nothing changes', { to: 'active' }, 'status_unchanged', 'status'],
  ['a sale needs a reason', { to: 'sold' }, 'status_reason_missing', 'reason'],
  ['a sale with its reason', { to: 'sold', reason: 'auction' }, null, undefined],
  ['a reason of another status', { to: 'sold', reason: 'strayed' }, 'status_reason_other_status', 'reason'],
  ['another reason without words', { to: 'dead', reason: 'other' }, 'status_note_missing', 'note'],
  ['another reason in words', { to: 'dead', reason: 'other', note: 'lightning' }, null, undefined],
  ['no sale out of quarantine', { from: 'quarantined', to: 'sold', reason: 'sale' }, 'status_transition', 'status'],
  ['a sold animal is bought back', { from: 'sold', to: 'active', reason: 'bought_back' }, null, undefined],
  ['a sold animal does not rest here', { from: 'sold', to: 'resting' }, 'status_transition', 'status'],
  ['the dead stay dead', { from: 'dead', to: 'active' }, 'status_dead_is_final', 'status'],
  [
    'a correction wants words',
    { from: 'dead', to: 'active', correction: true },
    'status_correction_note_missing',
    'note',
  ],
  ['a correction in words', { from: 'dead', to: 'active', correction: true, note: 'wrong animal' }, null, undefined],
  ['not after the last day that has begun', { date: '2026-11-26' }, 'date_in_future', 'date'],
  ['not before birth', { date: '2019-12-31' }, 'date_before_birth', 'date'],
  ['not before the status before', { since: '2026-11-25' }, 'status_date_before_last', 'date'],
  ['a correction may lie before it', { since: '2026-11-25', correction: true, note: 'typed wrong' }, null, undefined],
]

describe('status changes', () => {
  test.each(cases)('%s', (_, given, code, field) => {
    const found = refuseStatusChange(aChange(given))
    expect(found?.code ?? null).toBe(code)
    expect(found?.field).toBe(field)
  })

  test('from anything but dead every animal can come to rest in death, and from death nothing follows', () => {
    for (const from of animalStatuses) expect(nextStatuses(from).includes('dead')).toBe(from !== 'dead')
    expect(nextStatuses('dead')).toEqual([])
    expect(nextStatuses('dead', true)).toHaveLength(animalStatuses.length - 1)
  })

  test('who leaves gives a reason, whatever the way', () => {
    fc.assert(
      fc.property(fc.constantFrom(...animalStatuses), fc.constantFrom(...animalStatuses), (from, to) => {
        const silent = refuseStatusChange(aChange({ from, to }))
        const explained = refuseStatusChange(aChange({ from, to, reason: statusReasons[to][0] ?? null }))
        return nextStatuses(from).includes(to)
          ? explained === null && (silent === null) === isKept(to)
          : explained !== null
      }),
      { seed: 6 },
    )
  })

  test('an animal may be registered with any status, with reason and date checked', () => {
    const first = {
      status: 'dead' as const,
      reason: null,
      note: null,
      date: null,
      birthDate: '2020-01-01',
      latestDate: '2026-11-25',
    }
    expect(refuseFirstStatus(first)).toBeNull()
    expect(refuseFirstStatus({ ...first, reason: 'sale' })).toMatchObject({
      code: 'status_reason_other_status',
      field: 'statusReason',
    })
    expect(refuseFirstStatus({ ...first, date: '2019-01-01' })).toMatchObject({
      code: 'date_before_birth',
      field: 'statusDate',
    })
  })
})
