/** Finding animals on every engine: lists, search, statistics, sites. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AnimalsBench, describeOnEveryEngine, openAnimalsBench } from '../support/animals-bench.ts'
import { refusalOf } from '../support/test-node.ts'

describeOnEveryEngine('animals', (engine) => {
  let bench: AnimalsBench
  beforeAll(async () => {
    bench = await openAnimalsBench(engine)
  })
  afterAll(async () => {
    await bench.node.close()
  })

  const names = (page: { items: { name: string | null }[] }) => page.items.map((item) => item.name)

  test('an animal is found by name, code, working number and any spelling of its identifiers', async () => {
    const { client, add } = bench
    const animal = await add({
      name: 'Ghazála Al Rabdan',
      identifiers: [{ scheme: 'eu_ear_tag', value: 'NL 680250829' }],
      internalNumber: 'A-074',
    })
    for (const q of ['ghazala', 'rabd', 'a-074', 'A074', 'NL680250829', 'nl 6802 5082 9', animal.code.toLowerCase()]) {
      expect([q, names(await client.animals.list({ q }))]).toEqual([q, ['Ghazála Al Rabdan']])
    }
    for (const [value, op] of [
      ['nl 6802', 'starts_with'],
      ['NL-6802-5082-9', 'is'],
      ['5082', 'contains'],
    ] as const) {
      expect(names(await client.animals.list({ where: { all: [{ field: 'identifier', op, value }] } }))).toEqual([
        'Ghazála Al Rabdan',
      ])
    }
    for (const code of [animal.code, 'nl 680250829', 'a-074']) {
      expect((await client.animals.resolve({ code })).matches.map((match) => match.animal.id)).toEqual([animal.id])
    }
    expect((await client.animals.lookup({ q: 'ghaz', sex: 'female' })).items.map((item) => item.id)).toEqual([
      animal.id,
    ])
    expect((await client.animals.lookup({ q: 'ghaz', sex: 'male' })).items).toEqual([])
  })

  test('lists filter by role, age, parents, inbreeding and references, and sort names without regard to case', async () => {
    const { client, add, clinic } = bench
    const herd = { siteId: clinic, species: 'caprine' as const }
    const sire = await add({ ...herd, name: 'zed', sex: 'male', birthDate: '2015-01-01', isReference: true })
    const dam = await add({ ...herd, name: 'Beta', birthDate: '2018-01-01', roles: [{ role: 'donor' }] })
    await add({ ...herd, name: 'alpha', birthDate: '2025-12-01', sireId: sire.id, damId: dam.id })
    const list = async (filter: object) => names(await client.animals.list({ siteId: clinic, ...filter }))
    const field = (name: string, op: string, value: unknown) => ({ where: { all: [{ field: name, op, value }] } })
    expect(await list({})).toEqual(['alpha', 'Beta', 'zed'])
    expect(await list({ sort: '-name' })).toEqual(['zed', 'Beta', 'alpha'])
    expect(await list({ isReference: false, sort: 'birthDate' })).toEqual(['Beta', 'alpha'])
    expect(await list({ role: 'donor' })).toEqual(['Beta'])
    expect(await list(field('role', 'is_not', 'donor'))).toEqual(['alpha', 'zed'])
    // On 24 November 2026 alpha has completed 11 months, Beta 106, zed 142.
    expect(await list(field('ageMonths', 'lt', 12))).toEqual(['alpha'])
    expect(await list(field('ageMonths', 'between', [12, 106]))).toEqual(['Beta'])
    expect(await list(field('ageMonths', 'gt', 106))).toEqual(['zed'])
    expect(await list({ hasParents: true })).toEqual(['alpha'])
    expect(await list({ hasOffspring: true })).toEqual(['Beta', 'zed'])
    expect(await list({ parentId: sire.id })).toEqual(['alpha'])
    expect(await list(field('knownParents', 'is', 2))).toEqual(['alpha'])
    expect(await list({ sex: ['male', 'female'], sireId: sire.id })).toEqual(['alpha'])
    expect(await list(field('name', 'starts_with', 'BET'))).toEqual(['Beta'])
    await bench.node.node.animals.inbreeding.settle()
    expect(await list(field('inbreeding', 'gt', 0))).toEqual([])
    expect(await list(field('inbreeding', 'lte', 0.1))).toEqual(['alpha', 'Beta', 'zed'])
    expect(await refusalOf(client.animals.list(field('shoeSize', 'is', 1) as never))).toMatchObject({
      code: 'validation_failed',
      status: 400,
    })
    const searched = await client.animals.advancedSearch({
      siteId: clinic,
      where: {
        any: [
          { field: 'name', op: 'is', value: 'zed' },
          {
            all: [
              { field: 'sex', op: 'is', value: 'female' },
              { field: 'role', op: 'is', value: 'donor' },
            ],
          },
        ],
      },
    })
    expect(names(searched)).toEqual(['Beta', 'zed'])
  })

  test('statistics count the herd by kind, role, age and inbreeding', async () => {
    const { client, clinic } = bench
    const stats = await client.animals.stats({ siteId: clinic })
    expect(stats).toMatchObject({
      total: 2,
      references: 1,
      bySpecies: [{ key: 'caprine', count: 2 }],
      bySex: [{ key: 'female', count: 2 }],
      byStatus: [{ key: 'active', count: 2 }],
      byRole: [{ key: 'donor', count: 1 }],
      byInbreedingClass: [{ key: 'none', count: 2 }],
      withBothParents: 1,
    })
    expect(stats.byAgeClass).toEqual(
      expect.arrayContaining([
        { key: 'under_1', count: 1 },
        { key: '5_to_10', count: 1 },
      ]),
    )
  })

  test('people see and change the animals of their sites, and references everywhere', async () => {
    const { node, farm, clinic, add } = bench
    const here = await add({ name: 'Siteline Here', siteId: clinic })
    const there = await add({ name: 'Siteline There', siteId: farm })
    const reference = await add({
      name: 'Siteline Bull',
      sex: 'male',
      birthDate: '2012-01-01',
      siteId: farm,
      isReference: true,
    })
    const client = node.client(node.actor('laboratory_technician', clinic))
    expect(names(await client.animals.list({ q: 'siteline' }))).toEqual(['Siteline Bull', 'Siteline Here'])
    expect(await refusalOf(client.animals.get({ id: there.id }))).toMatchObject({ code: 'not_found' })
    expect((await client.animals.resolve({ code: there.code })).matches).toEqual([])
    expect(await refusalOf(client.animals.update({ id: reference.id, colour: 'black' }))).toMatchObject({
      code: 'forbidden',
    })
    expect(await refusalOf(client.animals.update({ id: here.id, damId: there.id }))).toMatchObject({
      code: 'not_found',
      data: { field: 'damId' },
    })
    expect(await client.animals.update({ id: here.id, sireId: reference.id })).toMatchObject({
      sire: { name: 'Siteline Bull' },
    })
    // Parents at other sites are there for the pedigree, without their names.
    await bench.client.animals.update({
      id: here.id,
      damId: (await add({ name: 'Secret Dam', birthDate: '2015-01-01' })).id,
    })
    expect((await client.animals.get({ id: here.id })).dam).toMatchObject({ hidden: true, name: null, code: '' })
    const viewer = node.client(node.actor('viewer'))
    expect(await refusalOf(viewer.animals.create({ species: 'bovine', sex: 'female', siteId: farm }))).toMatchObject({
      code: 'forbidden',
      status: 403,
    })
  })
})
