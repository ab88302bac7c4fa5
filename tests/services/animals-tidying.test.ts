/** Many animals at once, duplicates and merging, on every engine. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AnimalsBench, describeOnEveryEngine, openAnimalsBench } from '../support/animals-bench.ts'
import { refusalOf } from '../support/test-node.ts'

describeOnEveryEngine('tidying of animals', (engine) => {
  let bench: AnimalsBench
  beforeAll(async () => {
    bench = await openAnimalsBench(engine)
  })
  afterAll(async () => {
    await bench.node.close()
  })

  test('a bulk edit is shown first, names what it refuses, and is one command', async () => {
    const { client, add } = bench
    const herd = []
    for (const name of ['Bulk A', 'Bulk B', 'Bulk C'])
      herd.push(await add({ name, location: name === 'Bulk C' ? 'barn 9' : null }))
    const dead = await add({ name: 'Bulk Dead', status: 'dead', statusReason: 'died', statusDate: '2026-01-01' })
    const selection = { query: { q: 'bulk' }, except: [herd[1]?.id ?? ''] }
    const changes = { location: 'barn 9', purpose: 'dairy' as const, status: { status: 'resting' as const } }
    const preview = await client.animals.bulkPreview({ selection, changes })
    expect(preview).toMatchObject({
      selected: 3,
      changed: 2,
      unchanged: 0,
      refused: 1,
      refusals: [{ animal: { id: dead.id }, code: 'status_dead_is_final', field: 'status' }],
    })
    expect(
      preview.samples.map((sample) => [
        sample.animal.name,
        sample.changes.map((change) => [change.field, change.from, change.to]),
      ]),
    ).toEqual([
      [
        'Bulk A',
        [
          ['location', null, 'barn 9'],
          ['purpose', null, 'dairy'],
          ['status', 'active', 'resting'],
        ],
      ],
      [
        'Bulk C',
        [
          ['purpose', null, 'dairy'],
          ['status', 'active', 'resting'],
        ],
      ],
    ])
    expect(await refusalOf(client.animals.bulkUpdate({ selection, changes }))).toMatchObject({
      code: 'bulk_rows_refused',
      status: 409,
      data: { count: 1, of: 3, animals: [{ id: dead.id }] },
    })
    expect(await client.animals.bulkUpdate({ selection, changes, skipRefused: true })).toEqual({
      changed: 2,
      unchanged: 0,
      refused: 1,
    })
    expect(await client.animals.get({ id: herd[0]?.id ?? '' })).toMatchObject({
      location: 'barn 9',
      purpose: 'dairy',
      status: 'resting',
    })
    expect(await client.animals.get({ id: herd[1]?.id ?? '' })).toMatchObject({ location: null, status: 'active' })
    expect(
      await client.animals.bulkUpdate({ selection: { ids: [herd[0]?.id ?? ''] }, changes: { purpose: 'dairy' } }),
    ).toEqual({ changed: 0, unchanged: 1, refused: 0 })
    expect(
      await refusalOf(client.animals.bulkUpdate({ selection: { ids: [bench.farm] }, changes: { purpose: 'dairy' } })),
    ).toMatchObject({ code: 'not_found' })
  })

  test('parents set for many are checked for each', async () => {
    const { client, add } = bench
    const sire = await add({ name: 'Sire Of Many', sex: 'male', birthDate: '2015-01-01' })
    const calf = await add({ name: 'Many Calf', birthDate: '2020-01-01' })
    const older = await add({ name: 'Many Older', birthDate: '2014-01-01' })
    const preview = await client.animals.bulkPreview({
      selection: { ids: [calf.id, older.id] },
      changes: { sireId: sire.id },
    })
    expect(preview).toMatchObject({
      changed: 1,
      refused: 1,
      refusals: [{ animal: { id: older.id }, code: 'parent_younger_than_offspring', field: 'sireId' }],
    })
  })

  test('people change in bulk only what is at their sites', async () => {
    const { node, add, farm } = bench
    const reference = await add({ name: 'Elsewhere', sex: 'male', isReference: true, siteId: farm })
    const client = node.client(node.actor('veterinarian', bench.clinic))
    const changes = { colour: 'black' }
    expect((await client.animals.bulkPreview({ selection: { ids: [reference.id] }, changes })).refusals).toMatchObject([
      { code: 'forbidden' },
    ])
    const technician = node.client(node.actor('laboratory_technician'))
    expect(
      await refusalOf(technician.animals.bulkPreview({ selection: { ids: [reference.id] }, changes })),
    ).toMatchObject({ code: 'forbidden', status: 403 })
  })

  test.skipIf(engine !== 'sqlite')(
    'more animals than a bench can change without standing still are refused (a bench is SQLite)',
    async () => {
      const { client, node, clinic } = bench
      const spec = { action: 'animals.create', access: 'animals.write', undoable: false }
      const many = Array.from({ length: 10_001 }, (_, index) => index)
      await node.node.commands.run(node.call(node.administrator), spec, async (change) => {
        const codes = await node.node.codes.nextMany(change, 'AN', many.length)
        const row = {
          siteId: clinic,
          species: 'ovine' as const,
          sex: 'female' as const,
          breeds: [],
          status: 'active' as const,
          isReference: false,
          parentageState: 'recorded' as const,
        }
        await change.insertMany(
          'animal',
          many.map((index) => ({ ...row, code: codes[index] ?? '', name: `Ewe ${index}` })),
        )
      })
      const selection = { query: { siteId: clinic }, except: [] }
      expect(await refusalOf(client.animals.bulkUpdate({ selection, changes: { colour: 'white' } }))).toMatchObject({
        code: 'bulk_too_many',
        data: { max: 10_000 },
      })
      expect(await refusalOf(client.animals.bulkArchive({ selection }))).toMatchObject({ code: 'bulk_too_many' })
    },
  )

  test('many animals are laid aside at once', async () => {
    const { client, add } = bench
    for (const name of ['Aside 1', 'Aside 2']) await add({ name })
    expect(await client.animals.bulkArchive({ selection: { query: { q: 'aside' }, except: [] } })).toEqual({
      archived: 2,
    })
    expect((await client.animals.list({ q: 'aside' })).total).toBe(0)
  })

  test('animals that share a number, or name and birth date, are found as possible duplicates', async () => {
    const { client, add } = bench
    const first = await add({
      name: 'Jawhara',
      birthDate: '2019-05-05',
      identifiers: [{ scheme: 'herd_book', value: 'HB 77' }],
    })
    const second = await add({ name: 'JAWHARA', birthDate: '2019-05-05' })
    const third = await add({
      name: 'Other',
      birthDate: '2016-05-05',
      identifiers: [{ scheme: 'herd_book', value: 'hb 77' }],
    })
    const { groups } = await client.animals.duplicates({})
    expect(
      groups.map((group) => [group.reason, group.shared, group.animals.map((animal) => animal.id).sort()]),
    ).toEqual([
      ['identifier', 'HB 77', [first.id, third.id].sort()],
      ['name_and_birth', expect.stringContaining('2019-05-05'), [first.id, second.id].sort()],
    ])
    expect((await client.animals.duplicatesOf({ id: second.id })).groups).toMatchObject([
      { reason: 'name_and_birth', animals: [{ id: first.id }] },
    ])
    const draft = {
      name: 'jawhara',
      species: 'bovine' as const,
      sex: 'female' as const,
      birthDate: '2019-05-05',
      siteId: bench.farm,
      identifiers: [{ scheme: 'herd_book' as const, value: 'HB 77' }],
    }
    const checked = await client.animals.check(draft)
    expect(checked.duplicates.map((group) => group.reason)).toEqual(['identifier', 'name_and_birth'])
    expect(checked.warnings.map((found) => found.code)).toEqual(['identifier_shared'])
  })

  test('merging re-points everything that hung on the other record, which is still found by its code', async () => {
    const { client, add } = bench
    const kept = await add({
      name: 'Merged Cow',
      birthDate: '2018-01-01',
      internalNumber: 'M-1',
      roles: [{ role: 'donor', startDate: '2022-01-01' }],
      identifiers: [{ scheme: 'iso11784', value: '682000099900001' }],
    })
    const other = await add({
      name: 'Merged Kow',
      birthDate: null,
      colour: 'roan',
      internalNumber: 'M-2',
      roles: [
        { role: 'donor', startDate: '2023-01-01' },
        { role: 'recipient', startDate: '2023-01-01' },
      ],
      identifiers: [{ scheme: 'tattoo', value: 'K9' }],
    })
    const calf = await add({ name: 'Merged Calf', birthDate: '2023-01-01', damId: other.id })
    await client.animals.measure({
      id: other.id,
      measurements: [{ kind: 'weight', value: 555, measuredAt: '2026-01-01T08:00:00Z' }],
    })
    await client.animals.addActivity({ id: other.id, kind: 'note', description: 'from the other record' })
    const merged = await client.animals.merge({ id: kept.id, otherId: other.id, take: ['name'] })
    expect(merged).toMatchObject({
      id: kept.id,
      name: 'Merged Kow',
      birthDate: '2018-01-01',
      colour: 'roan',
      internalNumber: 'M-1',
      offspringCount: 1,
      mergedFrom: [{ id: other.id, code: other.code }],
      latestMeasurements: [{ kind: 'weight', value: 555 }],
    })
    expect(merged.identifiers.map((row) => row.value)).toEqual(['682000099900001', 'K9'])
    expect([...merged.roles].sort()).toEqual(['donor', 'recipient'])
    expect((await client.animals.get({ id: calf.id })).dam).toMatchObject({ id: kept.id })
    expect((await client.animals.activities({ id: kept.id })).items).toMatchObject([
      { description: 'from the other record' },
    ])
    expect(
      (await client.animals.internalNumbers({ id: kept.id })).items.map((row) => [row.number, row.endDate]),
    ).toEqual(
      expect.arrayContaining([
        ['M-1', null],
        ['M-2', '2026-11-24'],
      ]),
    )
    expect(await refusalOf(client.animals.get({ id: other.id }))).toMatchObject({ code: 'not_found' })
    expect((await client.animals.resolve({ code: other.code })).matches).toMatchObject([
      { animal: { id: kept.id }, by: 'code' },
    ])
    expect((await client.animals.list({ q: other.code })).items.map((item) => item.id)).toEqual([kept.id])
    expect(await refusalOf(client.animals.restore({ id: other.id }))).toMatchObject({
      code: 'animal_merged',
      status: 409,
    })
  })

  test('records that cannot be one animal are not merged', async () => {
    const { client, add } = bench
    const dam = await add({ name: 'Not One Dam', birthDate: '2015-01-01' })
    const calf = await add({ name: 'Not One Calf', birthDate: '2020-01-01', damId: dam.id })
    const bull = await add({ sex: 'male' })
    const goat = await add({ species: 'caprine' })
    const refused = async (otherId: string) => (await refusalOf(client.animals.merge({ id: dam.id, otherId }))).code
    expect(await refused(dam.id)).toBe('merge_same')
    expect(await refused(bull.id)).toBe('merge_other_sex')
    expect(await refused(goat.id)).toBe('merge_other_species')
    expect(await refused(calf.id)).toBe('merge_relatives')
    expect(
      await refusalOf(
        bench.node.client(bench.node.actor('veterinarian')).animals.merge({ id: dam.id, otherId: bull.id }),
      ),
    ).toMatchObject({ code: 'forbidden' })
  })
})
