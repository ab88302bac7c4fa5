import { describe, expect, test } from 'vitest'
import { checkPedigree, type PedigreeRow } from './pedigree-checks.ts'

const aRow = (id: string, values: Partial<PedigreeRow> = {}): PedigreeRow => ({
  id,
  sire: null,
  dam: null,
  sex: 'unknown',
  birthDate: null,
  ...values,
})

const codesOf = (rows: readonly PedigreeRow[]): string[] => checkPedigree(rows).map(({ code }) => code)

test('finds nothing wrong with a sound pedigree', () => {
  const rows = [
    aRow('bull', { sex: 'male', birthDate: '2015-03-01' }),
    aRow('cow', { sex: 'female', birthDate: '2016-03-01' }),
    aRow('calf', { sire: 'bull', dam: 'cow', sex: 'female', birthDate: '2020-03-01' }),
  ]
  expect(checkPedigree(rows, { minimumAgeDays: () => 365 })).toEqual([])
})

describe('loops', () => {
  test('names the animals of a loop, each the offspring of the next', () => {
    const rows = [aRow('a', { sire: 'b' }), aRow('b', { dam: 'c' }), aRow('c', { sire: 'a' })]
    expect(checkPedigree(rows)).toEqual([
      { code: 'pedigree_loop', severity: 'refuse', animals: ['a', 'b', 'c'], data: { length: 3, allLoopsNamed: true } },
    ])
  })

  test('says of an animal that is its own parent just that', () => {
    expect(checkPedigree([aRow('a', { sire: 'a', dam: 'a' })])).toEqual([
      { code: 'self_parent', severity: 'refuse', animals: ['a'], data: { roles: ['sire', 'dam'] } },
    ])
  })
})

describe('sex of parents', () => {
  test('refuses a sire recorded as female', () => {
    expect(checkPedigree([aRow('p', { sex: 'female' }), aRow('x', { sire: 'p' }), aRow('y', { sire: 'p' })])).toEqual([
      {
        code: 'sire_not_male',
        severity: 'refuse',
        animals: ['p', 'x', 'y'],
        data: { reason: 'recorded_sex', sex: 'female', offspring: 2 },
      },
    ])
  })

  test('refuses a dam recorded as male', () => {
    expect(checkPedigree([aRow('p', { sex: 'male' }), aRow('x', { dam: 'p' })])).toEqual([
      {
        code: 'dam_not_female',
        severity: 'refuse',
        animals: ['p', 'x'],
        data: { reason: 'recorded_sex', sex: 'male', offspring: 1 },
      },
    ])
  })

  test('an animal of unknown sex used as sire and dam: the rarer role is the mistake', () => {
    const rows = [aRow('p'), aRow('x', { dam: 'p' }), aRow('y', { dam: 'p' }), aRow('z', { sire: 'p' })]
    expect(checkPedigree(rows)).toEqual([
      {
        code: 'sire_not_male',
        severity: 'refuse',
        animals: ['p', 'z'],
        data: { reason: 'used_as_both', offspring: 1, offspringInOtherRole: 2 },
      },
    ])
  })

  test('both roles once, in one offspring or in two: the dam is in doubt', () => {
    expect(codesOf([aRow('p'), aRow('x', { sire: 'p', dam: 'p' })])).toEqual(['dam_not_female'])
    expect(codesOf([aRow('p'), aRow('x', { sire: 'p' }), aRow('y', { dam: 'p' })])).toEqual(['dam_not_female'])
  })

  test('a male used as sire and dam is wrong as a dam only', () => {
    const rows = [aRow('p', { sex: 'male' }), aRow('x', { sire: 'p' }), aRow('y', { dam: 'p' })]
    expect(codesOf(rows)).toEqual(['dam_not_female'])
  })
})

describe('age of parents', () => {
  const ages = (parentBirth: string | null, birth: string | null, minimum: number | null = null) =>
    checkPedigree([aRow('p', { birthDate: parentBirth }), aRow('x', { dam: 'p', birthDate: birth })], {
      minimumAgeDays: () => minimum,
    }).map(({ code, severity }) => `${severity} ${code}`)

  test.each([
    ['born after the offspring', '2021-05-02', '2021-05-01', null, ['refuse parent_younger_than_offspring']],
    ['born on the same day', '2021-05-01', '2021-05-01', null, ['refuse parent_younger_than_offspring']],
    ['born in a later year, days unknown', '2022', '2021', null, ['refuse parent_younger_than_offspring']],
    ['born in the same year, days unknown', '2021', '2021', null, []],
    ['born in the same year, too near for the species', '2021', '2021', 500, ['flag parent_too_young']],
    ['born in the month before, day unknown', '2021-04', '2021-05-20', 60, ['flag parent_too_young']],
    ['one day too young', '2020-01-01', '2020-12-30', 365, ['flag parent_too_young']],
    ['old enough to the day', '2020-01-01', '2020-12-31', 365, []],
    ['no minimum for the species', '2021-05-01', '2021-05-02', null, []],
    ['unknown birth of the parent', null, '2021-05-01', 365, []],
    ['unreadable date', 'spring 2021', '2021-05-01', 365, []],
  ])('%s', (_name, parentBirth, birth, minimum, expected) => {
    expect(ages(parentBirth, birth, minimum)).toEqual(expected)
  })

  test('names offspring and parent with both dates and the ages', () => {
    const rows = [
      aRow('p', { birthDate: '2021-01-01', sex: 'male' }),
      aRow('x', { sire: 'p', birthDate: '2021-04-11' }),
    ]
    expect(checkPedigree(rows, { minimumAgeDays: (_parent, role) => (role === 'sire' ? 300 : null) })).toEqual([
      {
        code: 'parent_too_young',
        severity: 'flag',
        animals: ['x', 'p'],
        data: {
          role: 'sire',
          birthDate: '2021-04-11',
          parentBirthDate: '2021-01-01',
          ageDays: 100,
          minimumDays: 300,
        },
      },
    ])
  })
})

describe('duplicates', () => {
  test('refuses two rows of an animal that name different parents', () => {
    const rows = [aRow('a'), aRow('b'), aRow('x', { sire: 'a' }), aRow('x', { sire: 'b' })]
    expect(checkPedigree(rows)).toEqual([
      {
        code: 'duplicate_with_other_parents',
        severity: 'refuse',
        animals: ['x'],
        data: { sires: ['a', 'b'], dams: [null] },
      },
    ])
  })

  test('flags two rows of which one leaves a parent blank', () => {
    const rows = [aRow('a'), aRow('x', { sire: 'a' }), aRow('x')]
    expect(checkPedigree(rows).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'flag duplicate_with_other_parents',
    ])
  })

  test('says nothing about rows that repeat the same parents', () => {
    expect(checkPedigree([aRow('a'), aRow('x', { sire: 'a' }), aRow('x', { sire: 'a' })])).toEqual([])
  })
})

describe('parents that are not listed', () => {
  const rows = [aRow('x', { sire: 'p', dam: 'q' }), aRow('y', { sire: 'p' })]

  test('flags each with its offspring', () => {
    expect(checkPedigree(rows)).toEqual([
      { code: 'parent_not_listed', severity: 'flag', animals: ['p', 'x', 'y'], data: { role: 'sire' } },
      { code: 'parent_not_listed', severity: 'flag', animals: ['q', 'x'], data: { role: 'dam' } },
    ])
  })

  test('but not those that the register knows', () => {
    const findings = checkPedigree(rows, { isKnownElsewhere: (id) => id === 'p' })
    expect(findings.map(({ animals }) => animals[0])).toEqual(['q'])
  })
})
