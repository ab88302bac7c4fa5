/** Pedigree of animals on every engine: parents, the tree, relationships, and F kept up to date. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnimalDraft } from '../../src/node/areas/animals/animal-drafts.ts'
import { type AnimalsBench, describeOnEveryEngine, openAnimalsBench } from '../support/animals-bench.ts'
import { hasReferencePedigrees, readReferenceRows, whyReferenceIsMissing } from '../support/pedigree-reference.ts'
import { refusalOf, type TestNode } from '../support/test-node.ts'

/** Inserts a pedigree as animals, in the order of the rows; gives the id of every name. */
async function insertPedigree(
  node: TestNode,
  siteId: string,
  rows: readonly { id: string; sire: string; dam: string }[],
): Promise<Map<string, string>> {
  const ids = new Map(rows.map((row) => [row.id, node.ids.next()]))
  const spec = { action: 'animals.create', access: 'animals.write', undoable: false }
  await node.node.commands.run(node.call(node.administrator), spec, async (change) => {
    const codes = await node.node.codes.nextMany(change, 'AN', rows.length)
    await change.insertMany(
      'animal',
      rows.map((row, index) => ({
        id: ids.get(row.id) ?? '',
        siteId,
        code: codes[index] ?? '',
        name: row.id,
        nameKey: row.id.toLowerCase(),
        species: 'ovine' as const,
        sex: 'unknown' as const,
        breeds: [],
        status: 'active' as const,
        isReference: false,
        parentageState: 'recorded' as const,
        sireId: ids.get(row.sire) ?? null,
        damId: ids.get(row.dam) ?? null,
      })),
    )
  })
  return ids
}

describeOnEveryEngine('pedigree', (engine) => {
  let bench: AnimalsBench
  beforeAll(async () => {
    bench = await openAnimalsBench(engine)
  })
  afterAll(async () => {
    await bench.node.close()
  })

  const settle = () => bench.node.node.animals.inbreeding.settle()
  const inbreedingOf = async (id: string) => (await bench.client.animals.get({ id })).inbreeding

  /** Half siblings by one sire and their daughter: F = 1/8 (Wright 1922). */
  async function halfSiblings(prefix: string) {
    const { add } = bench
    const founder = (name: string, sex: 'male' | 'female') =>
      add({ name: `${prefix} ${name}`, sex, birthDate: '2010-01-01' })
    const sire = await founder('Sire', 'male')
    const damA = await founder('Dam A', 'female')
    const damB = await founder('Dam B', 'female')
    const son = await add({
      name: `${prefix} Son`,
      sex: 'male',
      birthDate: '2014-01-01',
      sireId: sire.id,
      damId: damA.id,
    })
    const daughter = await add({ name: `${prefix} Daughter`, birthDate: '2014-01-01', sireId: sire.id, damId: damB.id })
    const inbred = await add({ name: `${prefix} Inbred`, birthDate: '2018-01-01', sireId: son.id, damId: daughter.id })
    return { sire, damA, damB, son, daughter, inbred }
  }

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

  test('a change of parents makes F of all descendants stale, and only theirs, until it is calculated again', async () => {
    const { client, add, node } = bench
    const family = await halfSiblings('Stale')
    const other = await halfSiblings('Calm')
    const grandson = await add({
      name: 'Stale Grandson',
      sex: 'male',
      birthDate: '2022-01-01',
      sireId: family.sire.id,
      damId: family.inbred.id,
    })
    await settle()
    // A(sire, inbred) = (A(sire, son) + A(sire, daughter)) / 2 = 1/2, so F = 1/4.
    expect(await inbreedingOf(grandson.id)).toBe(0.25)
    const outcross = await add({ name: 'Stale Outcross', sex: 'male', birthDate: '2010-01-01' })
    const changed = await client.animals.update({ id: family.son.id, sireId: outcross.id })
    expect(changed).toMatchObject({ inbreeding: 0, inbreedingStale: true })
    const state = async (id: string) => {
      const { inbreeding, inbreedingStale } = await client.animals.get({ id })
      return [inbreeding, inbreedingStale]
    }
    expect([await state(family.inbred.id), await state(grandson.id), await state(other.inbred.id)]).toEqual([
      [0.125, true],
      [0.25, true],
      [0.125, false],
    ])
    expect(
      (await client.animals.list({ where: { all: [{ field: 'inbreedingStale', op: 'is', value: true }] } })).total,
    ).toBe(3)
    const notices: unknown[] = []
    const unsubscribe = node.node.feed.subscribe((notice) => notices.push(notice.touched))
    await settle()
    unsubscribe()
    expect(notices).toContainEqual({ animalInbreeding: null })
    // Son and daughter are unrelated now; the grandson's dam is his sire's granddaughter: 1/8.
    expect([await state(family.inbred.id), await state(grandson.id)]).toEqual([
      [0, false],
      [0.125, false],
    ])
    // Without a known dam F is 0 at once.
    await client.animals.update({ id: grandson.id, damId: null })
    expect(await state(grandson.id)).toEqual([0, false])
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

  test('the calculation tells its state, and is not started twice', async () => {
    const { client, node } = bench
    await settle()
    expect(await client.animals.inbreedingState({})).toMatchObject({ state: 'idle', stale: 0, error: null, loops: [] })
    expect(await client.animals.recompute({ scope: 'all' })).toMatchObject({ state: 'running' })
    expect(await refusalOf(client.animals.recompute({}))).toMatchObject({ code: 'inbreeding_running', status: 409 })
    await client.animals.cancelRecompute({})
    await settle()
    expect(await client.animals.inbreedingState({})).toMatchObject({ state: 'idle' })
    expect(await refusalOf(node.client(node.actor('viewer')).animals.recompute({}))).toMatchObject({
      code: 'forbidden',
    })
  })

  test('after a commit F is calculated by itself, and the screens are told', async () => {
    const { node, client } = bench
    const told: (() => void)[] = []
    const unsubscribe = node.node.feed.subscribe((notice) => {
      if ('animalInbreeding' in notice.touched) for (const resolve of told.splice(0)) resolve()
    })
    const { inbred } = await halfSiblings('Auto')
    for (;;) {
      // Asked for before reading, so that no notice is missed in between.
      const next = new Promise<void>((resolve) => told.push(resolve))
      if (!(await client.animals.get({ id: inbred.id })).inbreedingStale) break
      await next
    }
    unsubscribe()
    expect(await inbreedingOf(inbred.id)).toBe(0.125)
  })

  test('a loop that came in by another way is named, and nothing of it is calculated', async () => {
    const { client, add, node } = bench
    const { sire, inbred, daughter } = await halfSiblings('Loop')
    await settle()
    const spec = { action: 'animals.update', access: 'animals.write', undoable: false }
    const outsider = await add({ name: 'Loop Outsider', sex: 'male', birthDate: '2001-01-01' })
    await node.node.commands.run(node.call(node.administrator), spec, (change) =>
      change.update('animal', sire.id, { sireId: outsider.id, damId: inbred.id }),
    )
    await settle()
    const state = await client.animals.inbreedingState({})
    expect(state).toMatchObject({ state: 'failed', error: 'pedigree_loop' })
    expect(state.loops[0]?.map((animal) => animal.name)).toContain('Loop Inbred')
    expect(await client.animals.pedigree({ id: inbred.id })).toMatchObject({ inbreeding: null, commonAncestors: [] })
    expect(await refusalOf(client.animals.relationship({ firstId: inbred.id, secondId: daughter.id }))).toMatchObject({
      code: 'pedigree_loop',
    })
    await client.animals.update({ id: sire.id, sireId: null, damId: null })
    await settle()
    expect(await client.animals.inbreedingState({})).toMatchObject({ state: 'idle', stale: 0, error: null, loops: [] })
  })

  const references = ['nadiv_Mrode2', 'nadiv_Mrode9', 'nadiv_Wray90', 'pedSires', 'nadiv_warcolak'].filter(
    (name) => engine === 'sqlite' || name !== 'nadiv_warcolak',
  )
  test.skipIf(!hasReferencePedigrees).each(references)(
    `F of the animals of %s is that of the reference${hasReferencePedigrees ? '' : ` (${whyReferenceIsMissing})`}`,
    async (name) => {
      const rows = readReferenceRows(`pedigree/ref/${name}.ref.csv`) as unknown as {
        id: string
        sire: string
        dam: string
        f_tabular: string
        f_pedigreemm: string
      }[]
      const { client, node, clinic } = bench
      const ids = await insertPedigree(node, clinic, parentsFirst(rows))
      await settle()
      const stored = await node.node.commands.read(node.call(node.administrator), 'signed_in', (reading) =>
        reading.db.select().from(reading.tables.animalInbreeding),
      )
      const coefficientOf = new Map(stored.map((row) => [row.animalId, row]))
      for (const row of rows) {
        const found = coefficientOf.get(ids.get(row.id) ?? '')
        expect(found?.stale ?? false).toBe(false)
        expect(Math.abs((found?.coefficient ?? 0) - Number(row.f_tabular || row.f_pedigreemm))).toBeLessThan(1e-9)
      }
      // The same once more from nothing, in the thread.
      await client.animals.recompute({ scope: 'all' })
      await settle()
      const again = await node.node.commands.read(node.call(node.administrator), 'signed_in', (reading) =>
        reading.db.select().from(reading.tables.animalInbreeding),
      )
      expect(
        again.every(
          (row) => Math.abs((row.coefficient ?? 1) - (coefficientOf.get(row.animalId)?.coefficient ?? 0)) < 1e-9,
        ),
      ).toBe(true)
    },
  )
})

/** Rows so that parents stand before their offspring, as foreign keys want them. */
function parentsFirst<Row extends { id: string; sire: string; dam: string }>(rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const placed = new Set<string>()
  const ordered: Row[] = []
  const place = (row: Row | undefined): void => {
    if (row === undefined || placed.has(row.id)) return
    placed.add(row.id)
    place(byId.get(row.sire))
    place(byId.get(row.dam))
    ordered.push(row)
  }
  for (const row of rows) place(row)
  return ordered
}
