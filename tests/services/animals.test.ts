/** The register of animals on every engine: adding, changing, finding, life cycle. */
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

  test('one command adds an animal with identifiers, roles, number, breeds and owner', async () => {
    const { client, farm } = bench
    const owner = await client.customers.create({ name: 'Safi Dairy', type: 'organization' })
    const added = await client.animals.create({
      name: 'Kharj Lambda Noor',
      species: 'bovine',
      sex: 'female',
      birthDate: '2021-03-14',
      siteId: farm,
      breeds: [
        { breed: 'jersey', fraction: 0.25 },
        { breed: 'holstein', fraction: 0.75 },
      ],
      ownerCustomerId: owner.id,
      identifiers: [
        { scheme: 'iso11784', value: '682 000114203776' },
        { scheme: 'interbull', value: 'HOLSAUF000114203776' },
      ],
      roles: [{ role: 'donor', startDate: '2024-01-05' }],
      internalNumber: 'h-4417',
    })
    expect(added).toMatchObject({
      name: 'Kharj Lambda Noor',
      rev: 1,
      mainBreed: 'holstein',
      breeds: [
        { breed: 'holstein', fraction: 0.75 },
        { breed: 'jersey', fraction: 0.25 },
      ],
      birthDatePrecision: 'day',
      // 14 March 2021 to 24 November 2026.
      ageMonths: 68,
      status: 'active',
      internalNumber: 'H-4417',
      identifiers: [
        { scheme: 'iso11784', value: '682000114203776', printed: '682 000114203776' },
        { scheme: 'interbull', value: 'HOLSAUF000114203776' },
      ],
      roles: ['donor'],
      owner: { name: 'Safi Dairy' },
      inbreeding: 0,
      warnings: [],
    })
    expect(added.code).toMatch(/^AN[0-9A-Z]{6}$/)
    // Whether it waits for HQ is known once it is committed.
    expect(await client.animals.get({ id: added.id })).toEqual({ ...added, waiting: engine === 'sqlite' })
    const listed = await client.animals.list({ q: 'lambda' })
    expect(listed.items).toMatchObject([{ id: added.id, internalNumber: 'H-4417', ownerName: 'Safi Dairy', waiting: engine === 'sqlite' }])
  })

  test('an animal is found by name, code, working number and any spelling of its identifiers', async () => {
    const { client, add } = bench
    const animal = await add({ name: 'Ghazála Al Rabdan', identifiers: [{ scheme: 'eu_ear_tag', value: 'NL 680250829' }], internalNumber: 'A-074' })
    for (const q of ['ghazala', 'rabd', 'a-074', 'A074', 'NL680250829', 'nl 6802 5082 9', animal.code.toLowerCase()]) {
      expect([q, names(await client.animals.list({ q }))]).toEqual([q, ['Ghazála Al Rabdan']])
    }
    for (const [value, op] of [
      ['nl 6802', 'starts_with'],
      ['NL-6802-5082-9', 'is'],
      ['5082', 'contains'],
    ] as const) {
      expect(names(await client.animals.list({ where: { all: [{ field: 'identifier', op, value }] } }))).toEqual(['Ghazála Al Rabdan'])
    }
    for (const code of [animal.code, 'nl 680250829', 'a-074']) {
      expect((await client.animals.resolve({ code })).matches.map((match) => match.animal.id)).toEqual([animal.id])
    }
    expect((await client.animals.lookup({ q: 'ghaz', sex: 'female' })).items.map((item) => item.id)).toEqual([animal.id])
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
    expect(await refusalOf(client.animals.list(field('shoeSize', 'is', 1) as never))).toMatchObject({ code: 'validation_failed', status: 400 })
    const searched = await client.animals.advancedSearch({ siteId: clinic, where: { any: [{ field: 'name', op: 'is', value: 'zed' }, { all: [{ field: 'sex', op: 'is', value: 'female' }, { field: 'role', op: 'is', value: 'donor' }] }] } })
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
    expect(stats.byAgeClass).toEqual(expect.arrayContaining([{ key: 'under_1', count: 1 }, { key: '5_to_10', count: 1 }]))
  })

  const refusedDrafts: readonly [string, string, object][] = [
    ['a birth date in the future', 'date_in_future', { birthDate: '2027-01-01' }],
    ['a freemartin mare', 'sex_not_in_species', { species: 'equine', sex: 'freemartin' }],
    ['an Arabian horse breed of a cow', 'breed_of_other_species', { breeds: [{ breed: 'arabian', fraction: 1 }] }],
    ['breeds of more than a whole animal', 'breed_fractions_exceed_one', { breeds: [{ breed: 'holstein', fraction: 0.75 }, { breed: 'jersey', fraction: 0.5 }] }],
    ['a castration before birth', 'date_before_birth', { sex: 'castrate', castratedOn: '2019-01-01' }],
    ['a day of castration for a cow', 'castration_not_for_sex', { castratedOn: '2021-01-01' }],
    ['a male donor of embryos', 'role_not_for_sex', { sex: 'male', roles: [{ role: 'donor' }] }],
    ['a role before birth', 'date_before_birth', { roles: [{ role: 'donor', startDate: '2019-01-01' }] }],
    ['a transponder with letters', 'iso11784_characters', { identifiers: [{ scheme: 'iso11784', value: '68200011420377X' }] }],
    ['the same number twice', 'identifier_repeated', { identifiers: [{ scheme: 'iso11784', value: '682000114203700' }, { scheme: 'microchip', value: '682 000114203700' }] }],
    ['a horse number on a cow', 'identifier_scheme_species', { identifiers: [{ scheme: 'naab', value: '7HO1' }], species: 'equine', breeds: [] }],
    ['a site that is none', 'not_found', { siteId: '0192d000-0000-7000-8000-000000000000' }],
    ['an owner who is none', 'not_found', { ownerCustomerId: '0192d000-0000-7000-8000-000000000000' }],
    ['a status reason of another status', 'status_reason_other_status', { status: 'dead', statusReason: 'sale' }],
    ['a status date before birth', 'date_before_birth', { status: 'dead', statusReason: 'died', statusDate: '2019-01-01' }],
  ]
  test.each(refusedDrafts)('refuses to add %s with %s', async (_, code, fields) => {
    expect(await refusalOf(bench.add(fields))).toMatchObject({ code })
    const checked = await bench.client.animals.check({ species: 'bovine', sex: 'female', birthDate: '2020-03-01', siteId: bench.farm, ...fields } as never)
    expect(checked.refusals.map((found) => found.code)).toContain(code)
  })

  test('where several sites are within reach and none is home, the site must be said', async () => {
    expect(await refusalOf(bench.client.animals.create({ species: 'bovine', sex: 'female' }))).toMatchObject({ code: 'site_required', data: { field: 'siteId' } })
    const worker = bench.node.actor('veterinarian', bench.clinic)
    expect(await bench.node.client(worker).animals.create({ species: 'bovine', sex: 'female' })).toMatchObject({ siteId: bench.clinic })
  })

  test('a number that is unique in the world cannot be on two animals, one of a tattoo can', async () => {
    const { client, add } = bench
    const holder = await add({ name: 'First', identifiers: [{ scheme: 'iso11784', value: '682000093310454' }, { scheme: 'tattoo', value: 'B12' }] })
    const refused = await refusalOf(add({ identifiers: [{ scheme: 'microchip', value: '682 000093310454' }] }))
    expect(refused).toMatchObject({ code: 'identifier_taken', status: 409, data: { animal: { id: holder.id, name: 'First' }, field: 'identifiers.0.value' } })
    const second = await add({ name: 'Second', identifiers: [{ scheme: 'tattoo', value: 'b12' }] })
    expect(second.warnings).toMatchObject([{ code: 'identifier_shared', data: { animal: { id: holder.id } } }])
    // Removed from the first, the transponder may be on another; taken back then, the first is refused.
    const [transponder] = holder.allIdentifiers
    await client.animals.removeIdentifier({ id: holder.id, identifierId: transponder?.id ?? '', removedOn: '2026-11-01' })
    await add({ identifiers: [{ scheme: 'iso11784', value: '682000093310454' }] })
    // Laid aside, a record holds nothing.
    const third = await add({ identifiers: [{ scheme: 'iso11784', value: '682000093310455' }] })
    await client.animals.archive({ id: third.id })
    await add({ identifiers: [{ scheme: 'iso11784', value: '682000093310455' }] })
    expect(await refusalOf(client.animals.restore({ id: third.id }))).toMatchObject({ code: 'identifier_taken' })
  })

  test('a working number belongs to one animal of a site at a time', async () => {
    const holder = await bench.add({ internalNumber: 'C-117' })
    expect(await refusalOf(bench.add({ internalNumber: 'c-117' }))).toMatchObject({ code: 'internal_number_taken', data: { number: 'C-117', animal: { id: holder.id } } })
    expect(await bench.add({ internalNumber: 'C-117', siteId: bench.clinic })).toMatchObject({ internalNumber: 'C-117' })
  })

  test('a change touches what it names, keeps history of it, and is refused when stale', async () => {
    const { client, add } = bench
    const cow = await add({ name: 'Mabrouka', colour: 'red' })
    const changed = await client.animals.update({ id: cow.id, rev: 1, location: 'barn 2 pen 14' })
    expect(changed).toMatchObject({ rev: 2, location: 'barn 2 pen 14', colour: 'red', name: 'Mabrouka' })
    expect(await refusalOf(client.animals.update({ id: cow.id, rev: 1, colour: 'black' }))).toMatchObject({ code: 'rev_mismatch', status: 412 })
    const history = await client.quality.history({ entity: 'animal', id: cow.id })
    expect(JSON.stringify(history)).toContain('barn 2 pen 14')
  })

  test('sex and species cannot change against offspring, roles and numbers', async () => {
    const { client, add } = bench
    const dam = await add({ name: 'Dam', birthDate: '2018-01-01', identifiers: [{ scheme: 'interbull', value: 'HOLSAUF000114203111' }] })
    const sire = await add({ name: 'Sire', sex: 'male', birthDate: '2018-01-01', roles: [{ role: 'sire', startDate: '2020-01-01' }] })
    await add({ name: 'Calf', birthDate: '2022-01-01', sireId: sire.id, damId: dam.id })
    const donor = await add({ roles: [{ role: 'donor' }] })
    expect(await refusalOf(client.animals.update({ id: dam.id, sex: 'male' }))).toMatchObject({ code: 'sex_has_offspring_as_dam', data: { count: 1 } })
    expect(await refusalOf(client.animals.update({ id: sire.id, sex: 'female' }))).toMatchObject({ code: 'sex_has_offspring_as_sire' })
    expect(await refusalOf(client.animals.update({ id: donor.id, sex: 'male' }))).toMatchObject({ code: 'sex_has_role', data: { role: 'donor' } })
    expect(await refusalOf(client.animals.update({ id: sire.id, species: 'buffalo' }))).toMatchObject({ code: 'species_has_family' })
    const numbered = await add({ identifiers: [{ scheme: 'interbull', value: 'HOLSAUF000114203112' }] })
    expect(await refusalOf(client.animals.update({ id: numbered.id, sex: 'male' }))).toMatchObject({ code: 'interbull_sex_mismatch' })
    // A bull that is castrated is a sire no more from that day; his calves stay his.
    const steer = await client.animals.update({ id: sire.id, sex: 'castrate', castratedOn: '2023-05-01' })
    expect(steer).toMatchObject({ sex: 'castrate', roles: [] })
    expect((await client.animals.roles({ id: sire.id })).items).toMatchObject([{ role: 'sire', endDate: '2023-05-01', current: false }])
    expect(await refusalOf(client.animals.assignRole({ id: sire.id, role: 'sire', startDate: '2024-01-01' }))).toMatchObject({ code: 'role_after_castration' })
  })

  test('the life cycle follows its table; the dead come back only by correction', async () => {
    const { client, add } = bench
    const cow = await add({ roles: [{ role: 'donor', startDate: '2024-01-01' }, { role: 'lab_sample', startDate: '2024-01-01' }], internalNumber: 'L-1' })
    const refused = async (input: object) => (await refusalOf(client.animals.changeStatus({ id: cow.id, ...input } as never))).code
    expect(await refused({ status: 'active' })).toBe('status_unchanged')
    expect(await refused({ status: 'sold' })).toBe('status_reason_missing')
    expect(await refused({ status: 'sold', reason: 'died' })).toBe('status_reason_other_status')
    expect(await refused({ status: 'sold', reason: 'other' })).toBe('status_note_missing')
    expect(await refused({ status: 'sold', reason: 'sale', date: '2027-01-01' })).toBe('date_in_future')
    expect(await refused({ status: 'sold', reason: 'sale', date: '2019-01-01' })).toBe('date_before_birth')
    await client.animals.changeStatus({ id: cow.id, status: 'quarantined', reason: 'arrival', date: '2026-10-01' })
    expect(await refused({ status: 'sold', reason: 'sale' })).toBe('status_transition')
    expect(await refused({ status: 'active', date: '2026-09-01' })).toBe('status_date_before_last')
    const dead = await client.animals.changeStatus({ id: cow.id, status: 'dead', reason: 'disease', date: '2026-11-20' })
    // The donor's role and the number end; stored samples are still hers.
    expect(dead).toMatchObject({ status: 'dead', statusDate: '2026-11-20', roles: ['lab_sample'], internalNumber: null })
    expect(await refused({ status: 'active' })).toBe('status_dead_is_final')
    expect(await refused({ status: 'active', correction: true })).toBe('status_correction_note_missing')
    expect(await client.animals.changeStatus({ id: cow.id, status: 'active', correction: true, note: 'her neighbour died' })).toMatchObject({ status: 'active', statusNote: 'her neighbour died' })
  })

  test('an animal laid aside leaves the lists and comes back whole', async () => {
    const { client, add } = bench
    const cow = await add({ name: 'Laid Aside' })
    await client.animals.archive({ id: cow.id, rev: 1 })
    expect(names(await client.animals.list({ q: 'laid aside' }))).toEqual([])
    expect(await refusalOf(client.animals.get({ id: cow.id }))).toMatchObject({ code: 'not_found' })
    expect((await client.animals.archived({})).items[0]).toMatchObject({ id: cow.id, archived: true, mergedIntoId: null })
    expect(await client.animals.restore({ id: cow.id })).toMatchObject({ name: 'Laid Aside' })
    expect(names(await client.animals.list({ q: 'laid aside' }))).toEqual(['Laid Aside'])
  })

  test('people see and change the animals of their sites, and references everywhere', async () => {
    const { node, farm, clinic, add } = bench
    const here = await add({ name: 'Siteline Here', siteId: clinic })
    const there = await add({ name: 'Siteline There', siteId: farm })
    const reference = await add({ name: 'Siteline Bull', sex: 'male', birthDate: '2012-01-01', siteId: farm, isReference: true })
    const client = node.client(node.actor('laboratory_technician', clinic))
    expect(names(await client.animals.list({ q: 'siteline' }))).toEqual(['Siteline Bull', 'Siteline Here'])
    expect(await refusalOf(client.animals.get({ id: there.id }))).toMatchObject({ code: 'not_found' })
    expect((await client.animals.resolve({ code: there.code })).matches).toEqual([])
    expect(await refusalOf(client.animals.update({ id: reference.id, colour: 'black' }))).toMatchObject({ code: 'forbidden' })
    expect(await refusalOf(client.animals.update({ id: here.id, damId: there.id }))).toMatchObject({ code: 'not_found', data: { field: 'damId' } })
    expect(await client.animals.update({ id: here.id, sireId: reference.id })).toMatchObject({ sire: { name: 'Siteline Bull' } })
    // Parents at other sites are there for the pedigree, without their names.
    await bench.client.animals.update({ id: here.id, damId: (await add({ name: 'Secret Dam', birthDate: '2015-01-01' })).id })
    expect((await client.animals.get({ id: here.id })).dam).toMatchObject({ hidden: true, name: null, code: '' })
    const viewer = node.client(node.actor('viewer'))
    expect(await refusalOf(viewer.animals.create({ species: 'bovine', sex: 'female', siteId: farm }))).toMatchObject({ code: 'forbidden', status: 403 })
  })
})
