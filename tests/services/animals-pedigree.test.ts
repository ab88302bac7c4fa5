/** Pedigree of animals on every engine: parents, the tree, relationships. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnimalDraft } from '../../src/node/areas/animals/planned-animal.ts'
import {
  type AnimalsBench,
  addHalfSiblings,
  describeOnEveryEngine,
  openAnimalsBench,
} from '../support/animals-bench.ts'
import { refusalOf } from '../support/test-node.ts'

describeOnEveryEngine('pedigree', (engine) => {
  let bench: AnimalsBench
  beforeAll(async () => {
    bench = await openAnimalsBench(engine)
  })
  afterAll(async () => {
    await bench.node.close()
  })

  const settle = () => bench.node.node.animals.inbreeding.settle()
  const halfSiblings = (prefix: string) => addHalfSiblings(bench, prefix)
  const inbreedingOf = async (id: string) => (await bench.client.animals.get({ id })).inbreeding

  test('the daughter of half siblings has F 1/8, through their sire', async () => {
    const { client } = bench
    const { sire, son, daughter, inbred } = await halfSiblings('Half')
    expect(inbred).toMatchObject({ inbreeding: null, inbreedingStale: true })
    await settle()
    expect(await inbreedingOf(inbred.id)).toBe(0.125)
    const tree = await client.animals.pedigree({ id: inbred.id, generations: 3 })
    expect(tree).toMatchObject({
      inbreeding: 0.125,
      inbreedingStale: false,
      commonAncestorsComplete: true,
      completeness: { known: 6, possible: 14, longestLine: 2 },
    })
    expect(tree.nodes.map((node) => [node.slot, node.animal.name, node.mark])).toEqual([
      [1, 'Half Inbred', null],
      [2, 'Half Son', null],
      [3, 'Half Daughter', null],
      [4, 'Half Sire', 'A'],
      [5, 'Half Dam A', null],
      [6, 'Half Sire', 'A'],
      [7, 'Half Dam B', null],
    ])
    expect(tree.commonAncestors).toMatchObject([
      { animal: { id: sire.id }, mark: 'A', contribution: 0.125, sireGenerations: [2], damGenerations: [2] },
    ])
    const { items } = await client.animals.ancestors({ id: inbred.id })
    expect(items.map(({ animal, slots, generation }) => [animal.name, slots, generation])).toEqual([
      ['Half Son', [2], 1],
      ['Half Daughter', [3], 1],
      ['Half Sire', [4, 6], 2],
      ['Half Dam A', [5], 2],
      ['Half Dam B', [7], 2],
    ])
    expect(await client.animals.relationship({ firstId: son.id, secondId: daughter.id })).toMatchObject({
      additive: 0.25,
      coefficient: 0.25,
      kinship: 0.125,
      commonAncestors: [{ animal: { id: sire.id } }],
    })
    expect(await client.animals.mating({ sireId: son.id, damId: daughter.id })).toMatchObject({
      expectedInbreeding: 0.125,
      commonAncestors: [{ contribution: 0.125 }],
    })
    expect(await client.animals.compareMatings({ id: daughter.id, mateIds: [son.id, sire.id] })).toEqual({
      items: [
        { mateId: son.id, expectedInbreeding: 0.125 },
        // Sire and daughter: 1/4.
        { mateId: sire.id, expectedInbreeding: 0.25 },
      ],
    })
    const checked = await client.animals.check({
      species: 'bovine',
      sex: 'female',
      birthDate: '2026-01-01',
      siteId: bench.farm,
      sireId: son.id,
      damId: inbred.id,
    })
    // F of the offspring of the son and his daughter by a half sister: A(son, inbred) / 2 = (1 + 1/4) / 2 / 2.
    expect(checked.expectedInbreeding).toBe(0.3125)
    expect(await refusalOf(client.animals.mating({ sireId: daughter.id, damId: daughter.id }))).toMatchObject({
      code: 'sire_not_male',
    })
    expect(await refusalOf(client.animals.mating({ sireId: son.id, damId: son.id }))).toMatchObject({
      code: 'dam_not_female',
    })
  })

  test('offspring come with their other parent, siblings full and half', async () => {
    const { client, add } = bench
    const { sire, damA, son, daughter, inbred } = await halfSiblings('Sib')
    const full = await add({ name: 'Sib Full', birthDate: '2016-01-01', sireId: sire.id, damId: damA.id })
    const progeny = await client.animals.progeny({ id: sire.id, limit: 2 })
    expect([progeny.total, progeny.nextCursor]).toEqual([3, '2'])
    expect(progeny.items[0]).toMatchObject({ animal: { id: full.id }, as: 'sire', otherParent: { id: damA.id } })
    const siblings = await client.animals.siblings({ id: son.id })
    expect([siblings.full, siblings.paternal, siblings.maternal].map((list) => list.map((one) => one.id))).toEqual([
      [full.id],
      [daughter.id],
      [],
    ])
    const carried = await add({ name: 'Sib Carried', birthDate: '2022-01-01', gestationalDamId: inbred.id })
    expect((await client.animals.progeny({ id: inbred.id })).items).toMatchObject([
      { animal: { id: carried.id }, as: 'gestational_dam', otherParent: null },
    ])
  })

  test('impossible parents are refused with the animals named, unlikely ones are flagged', async () => {
    const { client, add } = bench
    const { sire, damA, son, inbred } = await halfSiblings('Wrong')
    const calf = (fields: object) => add({ birthDate: '2020-01-01', ...fields })
    expect(await refusalOf(calf({ sireId: damA.id }))).toMatchObject({
      code: 'sire_not_male',
      data: { parent: { name: 'Wrong Dam A' }, field: 'sireId' },
    })
    expect(await refusalOf(calf({ damId: son.id }))).toMatchObject({
      code: 'dam_not_female',
      data: { parent: { name: 'Wrong Son' } },
    })
    expect(await refusalOf(calf({ birthDate: '2009-01-01', sireId: sire.id }))).toMatchObject({
      code: 'parent_younger_than_offspring',
      data: { parentBirthDate: '2010-01-01' },
    })
    const unknown = await add({ sex: 'unknown', birthDate: '2010-01-01' })
    expect(await refusalOf(calf({ sireId: unknown.id, damId: unknown.id }))).toMatchObject({
      code: 'parents_are_one_animal',
    })
    const goat = await add({ species: 'caprine', sex: 'male', birthDate: '2010-01-01' })
    expect(await refusalOf(calf({ sireId: goat.id }))).toMatchObject({ code: 'parent_other_species' })
    expect(await refusalOf(calf({ sex: 'male', nuclearDonorId: damA.id }))).toMatchObject({ code: 'clone_other_sex' })
    expect(await refusalOf(client.animals.update({ id: sire.id, sireId: sire.id }))).toMatchObject({
      code: 'self_parent',
    })
    const loop = await refusalOf(client.animals.update({ id: sire.id, birthDate: null, damId: inbred.id }))
    expect(loop).toMatchObject({ code: 'pedigree_loop', status: 409 })
    expect((loop.data.animals as { name: string }[]).map((animal) => animal.name)).toEqual([
      'Wrong Sire',
      'Wrong Inbred',
      'Wrong Son',
    ])
    expect(await refusalOf(client.animals.update({ id: son.id, birthDate: '2019-01-01' }))).toMatchObject({
      code: 'parent_younger_than_offspring',
      data: { field: 'birthDate', animal: { name: 'Wrong Inbred' } },
    })
    // Bovine puberty from 4 months and 271 days of gestation (Merck, Torell): 391 days are the least.
    const young = await calf({ birthDate: '2010-12-01', sireId: sire.id, damId: unknown.id })
    expect(young.warnings.map((found) => found.code)).toEqual([
      'parent_too_young',
      'parent_sex_unknown',
      'parent_too_young',
    ])
    expect((await calf({ sireId: unknown.id })).warnings.map((found) => found.code)).toContain('parent_sex_unknown')
    const twice = await client.animals.update({ id: (await calf({})).id, sireId: unknown.id })
    expect(twice.warnings.map((found) => found.code)).toContain('parent_on_both_sides')
  })

  test('a clone carries the genes of its donor: its offspring count as the donor s', async () => {
    const { client, add } = bench
    const { sire, daughter } = await halfSiblings('Clone')
    const clone = await add({ name: 'Clone Of Sire', sex: 'male', birthDate: '2015-01-01', nuclearDonorId: sire.id })
    const calf = await add({ name: 'Clone Calf', birthDate: '2018-01-01', sireId: clone.id, damId: daughter.id })
    await settle()
    // As sire with daughter: 1/4.
    expect(await inbreedingOf(calf.id)).toBe(0.25)
    expect(await client.animals.relationship({ firstId: clone.id, secondId: sire.id })).toMatchObject({
      coefficient: 1,
    })
    await client.animals.recompute({ scope: 'all' })
    await settle()
    expect(await inbreedingOf(calf.id)).toBe(0.25)
    const next = await add({ name: 'Clone Of Calf', birthDate: '2021-01-01', nuclearDonorId: calf.id })
    expect(next).toMatchObject({ sireId: clone.id, damId: daughter.id })
  })

  test('breeds that are not stated come from the parents', async () => {
    const { add } = bench
    const sire = await add({ sex: 'male', birthDate: '2015-01-01', breeds: [{ breed: 'angus', fraction: 1 }] })
    const dam = await add({ birthDate: '2015-01-01', breeds: [{ breed: 'holstein', fraction: 0.5 }] })
    expect(await add({ sireId: sire.id, damId: dam.id })).toMatchObject({
      breeds: [
        { breed: 'angus', fraction: 0.5 },
        { breed: 'holstein', fraction: 0.25 },
      ],
      mainBreed: 'angus',
    })
    expect(await add({ sireId: sire.id, damId: dam.id, breeds: [] })).toMatchObject({ breeds: [], mainBreed: null })
  })

  test('animals added together may name each other, in any order; a loop among them is refused', async () => {
    const { node, farm } = bench
    const spec = { action: 'animals.create', access: 'animals.write', undoable: false }
    const draft = (name: string, given: Partial<AnimalDraft>): AnimalDraft => ({
      ...{ name, species: 'bovine', sex: 'female', siteId: farm, isReference: false, parentageState: 'recorded' },
      ...{ status: 'active', identifiers: [], roles: [], ...given },
    })
    const [calf, cow, bull] = [node.ids.next(), node.ids.next(), node.ids.next()] as [string, string, string]
    const add = (drafts: AnimalDraft[]) =>
      node.node.commands.run(node.call(node.administrator), spec, (change) =>
        node.node.animals.service.createMany(change, drafts),
      )
    await add([
      draft('Batch Calf', { id: calf, sireId: bull, damId: cow }),
      draft('Batch Cow', { id: cow, breeds: [{ breed: 'jersey', fraction: 1 }] }),
      draft('Batch Bull', { id: bull, sex: 'male' }),
    ])
    expect(await bench.client.animals.get({ id: calf })).toMatchObject({
      sire: { name: 'Batch Bull' },
      breeds: [{ breed: 'jersey', fraction: 0.5 }],
    })
    const [one, two] = [node.ids.next(), node.ids.next()] as [string, string]
    await expect(
      add([draft('One', { id: one, damId: two }), draft('Two', { id: two, damId: one })]),
    ).rejects.toMatchObject({
      code: 'pedigree_loop',
    })
    await expect(add([draft('Again', { id: calf })])).rejects.toMatchObject({ code: 'already_exists' })
  })
})
