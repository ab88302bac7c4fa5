import { expect, test } from 'vitest'
import { derivedFields, nameKeyOf, type OwnFacts, refuseOwnFacts, refuseSexChange } from './animals.rules.ts'

const facts = (given: Partial<OwnFacts>): OwnFacts => ({
  species: 'bovine',
  sex: 'female',
  birthDate: '2020-01-01',
  castratedOn: null,
  breeds: [],
  ...given,
})

test.each([
  ['nothing unusual', {}, null, undefined],
  ['born tomorrow', { birthDate: '2026-11-26' }, 'date_in_future', 'birthDate'],
  ['castrated before birth', { sex: 'castrate', castratedOn: '2019-01-01' }, 'date_before_birth', 'castratedOn'],
  ['castrated tomorrow', { sex: 'castrate', castratedOn: '2026-11-26' }, 'date_in_future', 'castratedOn'],
  ['a castrated cow', { castratedOn: '2021-01-01' }, 'castration_not_for_sex', 'castratedOn'],
  ['a freemartin camel', { species: 'camel', sex: 'freemartin' }, 'sex_not_in_species', 'sex'],
  ['a freemartin ewe lamb', { species: 'ovine', sex: 'freemartin' }, null, undefined],
  ['an unknown breed', { breeds: [{ breed: 'unicorn', fraction: 1 }] }, 'breed_unknown', 'breeds.0.breed'],
  [
    'too much of breeds',
    {
      breeds: [
        { breed: 'holstein', fraction: 1 },
        { breed: 'jersey', fraction: 0.5 },
      ],
    },
    'breed_fractions_exceed_one',
    'breeds',
  ],
] as const)('%s', (_, given, code, field) => {
  const found = refuseOwnFacts(facts(given as Partial<OwnFacts>), '2026-11-25')
  expect(found?.code ?? null).toBe(code)
  expect(found?.field).toBe(field)
})

test('sex follows recorded offspring', () => {
  expect(refuseSexChange('female', { offspringAsSire: 2, offspringAsDam: 0 })).toMatchObject({
    code: 'sex_has_offspring_as_sire',
    data: { count: 2 },
  })
  expect(refuseSexChange('castrate', { offspringAsSire: 2, offspringAsDam: 0 })).toBeNull()
  expect(refuseSexChange('freemartin', { offspringAsSire: 0, offspringAsDam: 1 })).toMatchObject({
    code: 'sex_has_offspring_as_dam',
  })
  expect(refuseSexChange('male', { offspringAsSire: 0, offspringAsDam: 0 })).toBeNull()
})

test('names are compared without capitals, accents, Arabic letter variants and double blanks', () => {
  expect([nameKeyOf('  Ghazála  AL Rabdan '), nameKeyOf('أحمد'), nameKeyOf('   '), nameKeyOf(null)]).toEqual([
    'ghazala al rabdan',
    nameKeyOf('احمد'),
    null,
    null,
  ])
})

test('the main breed is the largest part', () => {
  expect(
    derivedFields({
      name: null,
      breeds: [
        { breed: 'jersey', fraction: 0.25 },
        { breed: 'holstein', fraction: 0.75 },
      ],
    }),
  ).toMatchObject({ mainBreed: 'holstein', breeds: [{ breed: 'holstein' }, { breed: 'jersey' }] })
  expect(derivedFields({ name: null, breeds: [] }).mainBreed).toBeNull()
})
