import { describe, expect, test } from 'vitest'
import { permissionTable, roles, scopeOf, scopeReaches } from './policy.ts'

const table = permissionTable([
  roles('manager', 'technician').may('animals.write'),
  roles('manager').may('animals.merge'),
])

describe('policies', () => {
  test.each([
    ['a role at every site', [{ role: 'manager', siteId: null }], 'animals.merge', { kind: 'all' }],
    [
      'a role at two sites',
      [
        { role: 'manager', siteId: 'B' },
        { role: 'manager', siteId: 'A' },
      ],
      'animals.merge',
      { kind: 'sites', siteIds: ['A', 'B'] },
    ],
    [
      'a role without the permission',
      [{ role: 'technician', siteId: null }],
      'animals.merge',
      { kind: 'sites', siteIds: [] },
    ],
    [
      'different roles at different sites',
      [
        { role: 'manager', siteId: 'A' },
        { role: 'technician', siteId: 'B' },
      ],
      'animals.merge',
      { kind: 'sites', siteIds: ['A'] },
    ],
    ['a permission nobody holds', [{ role: 'manager', siteId: null }], 'animals.fly', { kind: 'sites', siteIds: [] }],
  ])('%s gives the right scope', (_case, grants, permission, scope) => {
    expect(scopeOf(table, grants, permission)).toEqual(scope)
  })

  test('a shared record is within reach of whoever holds the permission anywhere, a site record only there', () => {
    const atA = { kind: 'sites', siteIds: ['A'] } as const
    expect([scopeReaches(atA, null), scopeReaches(atA, 'A'), scopeReaches(atA, 'B')]).toEqual([true, true, false])
    expect(scopeReaches({ kind: 'sites', siteIds: [] }, null)).toBe(false)
    expect(scopeReaches({ kind: 'all' }, 'B')).toBe(true)
  })
})
