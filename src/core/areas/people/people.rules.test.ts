import { describe, expect, test } from 'vitest'
import type { SiteScope } from '../../kernel/policy.ts'
import { administersEverything, grantChanges, isTimeZone, reachesGrant, reachesPerson } from './people.rules.ts'
import { quickUnlockEnd, sessionEnd } from './session.rules.ts'

const everywhere: SiteScope = { kind: 'all' }
const atFarm: SiteScope = { kind: 'sites', siteIds: ['farm'] }

describe('who may administer a person', () => {
  test.each([
    [
      'one who acts everywhere, anyone',
      everywhere,
      { homeSiteId: null, grants: [{ role: 'administrator', siteId: null }] },
      true,
    ],
    [
      'one at the farm, a person of the farm',
      atFarm,
      { homeSiteId: 'lab', grants: [{ role: 'viewer', siteId: 'farm' }] },
      true,
    ],
    [
      'one at the farm, not a person who also works elsewhere',
      atFarm,
      {
        homeSiteId: 'farm',
        grants: [
          { role: 'viewer', siteId: 'farm' },
          { role: 'viewer', siteId: 'lab' },
        ],
      },
      false,
    ],
    [
      'one at the farm, not a person with a role at every site',
      atFarm,
      { homeSiteId: 'farm', grants: [{ role: 'viewer', siteId: null }] },
      false,
    ],
    ['one at the farm, a person without roles who is at home there', atFarm, { homeSiteId: 'farm', grants: [] }, true],
    ['one at the farm, not a person without roles and home', atFarm, { homeSiteId: null, grants: [] }, false],
  ] as const)('%s', (_name, scope, person, expected) => {
    expect(reachesPerson(scope, person)).toBe(expected)
  })

  test('a role at every site needs a scope of every site', () => {
    expect(reachesGrant(everywhere, { role: 'viewer', siteId: null })).toBe(true)
    expect(reachesGrant(atFarm, { role: 'viewer', siteId: null })).toBe(false)
    expect(reachesGrant(atFarm, { role: 'administrator', siteId: 'farm' })).toBe(true)
  })
})

test('a set of roles is replaced by the difference, and doubles count once', () => {
  const held = [
    { id: '1', role: 'viewer', siteId: null },
    { id: '2', role: 'researcher', siteId: 'farm' },
  ] as const
  const wanted = [
    { role: 'viewer', siteId: null },
    { role: 'viewer', siteId: 'farm' },
    { role: 'viewer', siteId: 'farm' },
  ] as const
  expect(grantChanges(held, wanted)).toEqual({ give: [{ role: 'viewer', siteId: 'farm' }], take: [held[1]] })
})

test('only an administrator of every site administers everything', () => {
  expect(
    administersEverything([
      { role: 'administrator', siteId: 'farm' },
      { role: 'manager', siteId: null },
    ]),
  ).toBe(false)
  expect(administersEverything([{ role: 'administrator', siteId: null }])).toBe(true)
})

test.each([
  ['Asia/Riyadh', true],
  ['UTC', true],
  ['Asia/Atlantis', false],
  ['', false],
])('%j is a time zone: %j', (text, expected) => {
  expect(isTimeZone(text)).toBe(expected)
})

test('a session opened by PIN or badge ends with the confirmation of the password, if that comes first', () => {
  const now = Date.UTC(2026, 10, 24, 8)
  expect(sessionEnd(now, null)).toBe('2026-12-24T08:00:00.000Z')
  expect(sessionEnd(now, quickUnlockEnd('2026-11-20T08:00:00.000Z', 14))).toBe('2026-12-04T08:00:00.000Z')
})
