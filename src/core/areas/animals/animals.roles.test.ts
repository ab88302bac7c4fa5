import { expect, test } from 'vitest'
import { isCurrentOn, overlaps, type RoleHolder, type RolePeriod, refuseRole } from './animals.roles.ts'

const aCow: RoleHolder = {
  sex: 'female',
  castratedOn: null,
  birthDate: '2020-01-01',
  status: 'active',
  statusDate: null,
}
const aSteer: RoleHolder = { ...aCow, sex: 'castrate', castratedOn: '2023-05-01' }
const aSold: RoleHolder = { ...aCow, status: 'sold', statusDate: '2025-01-01' }
const latest = '2026-11-25'
const since = (startDate: string, endDate: string | null = null, role: RolePeriod['role'] = 'donor'): RolePeriod => ({
  role,
  startDate,
  endDate,
})

const cases: readonly [string, RoleHolder, RolePeriod, readonly RolePeriod[], string | null][] = [
  ['a cow becomes a donor', aCow, since('2024-01-01'), [], null],
  ['a bull is no donor of embryos', { ...aCow, sex: 'male' }, since('2024-01-01'), [], 'role_not_for_sex'],
  ['a cow is no sire', aCow, since('2024-01-01', null, 'sire'), [], 'role_not_for_sex'],
  [
    'an animal of unknown sex is no recipient',
    { ...aCow, sex: 'unknown' },
    since('2024-01-01', null, 'recipient'),
    [],
    'role_not_for_sex',
  ],
  ['a freemartin can be a teaser', { ...aCow, sex: 'freemartin' }, since('2024-01-01', null, 'teaser'), [], null],
  ['a steer was a sire until he was castrated', aSteer, since('2022-01-01', '2023-05-01', 'sire'), [], null],
  ['and is none afterwards', aSteer, since('2022-01-01', '2023-06-01', 'sire'), [], 'role_after_castration'],
  ['nor for ever', aSteer, since('2022-01-01', null, 'sire'), [], 'role_after_castration'],
  ['a role does not begin in the future', aCow, since('2026-11-26'), [], 'date_in_future'],
  ['nor before birth', aCow, since('2019-12-31'), [], 'date_before_birth'],
  ['nor end before it began', aCow, since('2024-01-01', '2023-01-01'), [], 'date_before_start'],
  ['a role is held once at a time', aCow, since('2024-01-01'), [since('2023-01-01')], 'role_already_held'],
  ['and may begin again the day it ended', aCow, since('2024-01-01'), [since('2023-01-01', '2024-01-01')], null],
  ['another role may be held beside it', aCow, since('2024-01-01'), [since('2023-01-01', null, 'recipient')], null],
  ['who left is a donor no more', aSold, since('2024-01-01'), [], 'role_after_leaving'],
  ['though it may have been', aSold, since('2024-01-01', '2024-06-01'), [], null],
  ['and its samples are still used', aSold, since('2026-01-01', null, 'lab_sample'), [], null],
]

test.each(cases)('%s', (_, holder, wanted, held, code) => {
  expect(refuseRole(holder, wanted, held, latest)?.code ?? null).toBe(code)
})

test('a role is over on its last day', () => {
  const period = { startDate: '2024-01-01', endDate: '2024-06-01' }
  expect(['2023-12-31', '2024-01-01', '2024-05-31', '2024-06-01'].map((day) => isCurrentOn(period, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(overlaps(period, { startDate: '2024-06-01', endDate: null })).toBe(false)
})
