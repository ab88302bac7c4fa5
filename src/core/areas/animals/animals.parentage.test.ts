import { expect, test } from 'vitest'
import { canCross, doubtParents, type Parents, type Relative, refuseParents } from './animals.parentage.ts'

const anAnimal = (name: string, given: Partial<Relative> = {}): Relative => ({
  id: name,
  code: `AN-${name}`,
  name,
  species: 'bovine',
  sex: 'female',
  birthDate: '2015-06-01',
  birthDatePrecision: 'day',
  status: 'active',
  statusDate: null,
  ...given,
})

const calf = anAnimal('Calf', { birthDate: '2020-06-01' })
const bull = anAnimal('Bull', { sex: 'male' })
const cow = anAnimal('Cow')

const refused: readonly [string, Relative, Parents, string | null, string | undefined][] = [
  ['bull and cow', calf, { sireId: bull, damId: cow }, null, undefined],
  ['a castrate may have sired before', calf, { sireId: { ...bull, sex: 'castrate' } }, null, undefined],
  ['a cow as sire', calf, { sireId: cow }, 'sire_not_male', 'sireId'],
  ['a bull as dam', calf, { damId: bull }, 'dam_not_female', 'damId'],
  ['a freemartin as dam', calf, { damId: { ...cow, sex: 'freemartin' } }, 'dam_not_female', 'damId'],
  ['a bull that carried', calf, { gestationalDamId: bull }, 'dam_not_female', 'gestationalDamId'],
  ['itself', calf, { damId: calf }, 'self_parent', 'damId'],
  ['one animal as both', calf, { sireId: { ...cow, sex: 'unknown' }, damId: cow }, 'parents_are_one_animal', 'damId'],
  [
    'a dam born after her calf',
    calf,
    { damId: { ...cow, birthDate: '2021-01-01' } },
    'parent_younger_than_offspring',
    'damId',
  ],
  [
    'a dam born the same day',
    calf,
    { damId: { ...cow, birthDate: '2020-06-01' } },
    'parent_younger_than_offspring',
    'damId',
  ],
  [
    'a dam known to the same year only',
    calf,
    { damId: { ...cow, birthDate: '2020-01-01', birthDatePrecision: 'year' } },
    null,
    undefined,
  ],
  ['a buffalo sire', calf, { sireId: { ...bull, species: 'buffalo' } }, 'parent_other_species', 'sireId'],
  ['a recipient of another species', calf, { gestationalDamId: { ...cow, species: 'buffalo' } }, null, undefined],
  ['a bull as donor of a heifer clone', calf, { nuclearDonorId: bull }, 'clone_other_sex', 'nuclearDonorId'],
  [
    'a donor younger than the clone',
    calf,
    { nuclearDonorId: { ...cow, birthDate: '2021-01-01' } },
    'parent_younger_than_offspring',
    'nuclearDonorId',
  ],
]

test.each(refused)('parents: %s', (_, child, parents, code, field) => {
  const found = refuseParents(child, parents)
  expect(found?.code ?? null).toBe(code)
  expect(found?.field).toBe(field)
})

test('a refusal names both animals', () => {
  expect(refuseParents(calf, { sireId: cow })?.data).toEqual({
    animal: { id: 'Calf', code: 'AN-Calf', name: 'Calf' },
    parent: { id: 'Cow', code: 'AN-Cow', name: 'Cow' },
    sex: 'female',
  })
})

test('unlikely parents are named with what is unlikely', () => {
  // Bovine puberty from 4 months (Merck-8) and 271 days of gestation: 391 days.
  const young = { ...cow, birthDate: '2019-09-01' }
  expect(doubtParents(calf, { damId: young })).toMatchObject([
    { code: 'parent_too_young', field: 'damId', data: { ageDays: 274, minimumDays: 391 } },
  ])
  expect(doubtParents(calf, { sireId: { ...bull, sex: 'unknown' } })).toMatchObject([
    { code: 'parent_sex_unknown', field: 'sireId' },
  ])
  const dead = { ...cow, status: 'dead' as const, statusDate: '2020-01-01' }
  expect(doubtParents(calf, { gestationalDamId: dead })).toMatchObject([
    { code: 'gestational_dam_dead', data: { diedOn: '2020-01-01' } },
  ])
  // Her frozen embryo may be carried by another.
  expect(doubtParents(calf, { damId: dead })).toEqual([])
})

test('camels and small camelids are crossed on purpose, cattle and buffalo are not', () => {
  expect([
    canCross('camel', 'bactrian_camel'),
    canCross('llama', 'alpaca'),
    canCross('bovine', 'buffalo'),
    canCross('camel', 'llama'),
  ]).toEqual([true, true, false, false])
})
