/** The register of animals on every engine: adding, changing, life cycle. */
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
    expect(listed.items).toMatchObject([
      { id: added.id, internalNumber: 'H-4417', ownerName: 'Safi Dairy', waiting: engine === 'sqlite' },
    ])
  })

  const refusedDrafts: readonly [string, string, object][] = [
    ['a birth date in the future', 'date_in_future', { birthDate: '2027-01-01' }],
    ['a freemartin mare', 'sex_not_in_species', { species: 'equine', sex: 'freemartin' }],
    ['an Arabian horse breed of a cow', 'breed_of_other_species', { breeds: [{ breed: 'arabian', fraction: 1 }] }],
    [
      'breeds of more than a whole animal',
      'breed_fractions_exceed_one',
      {
        breeds: [
          { breed: 'holstein', fraction: 0.75 },
          { breed: 'jersey', fraction: 0.5 },
        ],
      },
    ],
    ['a castration before birth', 'date_before_birth', { sex: 'castrate', castratedOn: '2019-01-01' }],
    ['a day of castration for a cow', 'castration_not_for_sex', { castratedOn: '2021-01-01' }],
    ['a male donor of embryos', 'role_not_for_sex', { sex: 'male', roles: [{ role: 'donor' }] }],
    ['a role before birth', 'date_before_birth', { roles: [{ role: 'donor', startDate: '2019-01-01' }] }],
    [
      'a transponder with letters',
      'iso11784_characters',
      { identifiers: [{ scheme: 'iso11784', value: '68200011420377X' }] },
    ],
    [
      'the same number twice',
      'identifier_repeated',
      {
        identifiers: [
          { scheme: 'iso11784', value: '682000114203700' },
          { scheme: 'microchip', value: '682 000114203700' },
        ],
      },
    ],
    [
      'a horse number on a cow',
      'identifier_scheme_species',
      { identifiers: [{ scheme: 'naab', value: '7HO1' }], species: 'equine', breeds: [] },
    ],
    ['a site that is none', 'not_found', { siteId: '0192d000-0000-7000-8000-000000000000' }],
    ['an owner who is none', 'not_found', { ownerCustomerId: '0192d000-0000-7000-8000-000000000000' }],
    ['a status reason of another status', 'status_reason_other_status', { status: 'dead', statusReason: 'sale' }],
    [
      'a status date before birth',
      'date_before_birth',
      { status: 'dead', statusReason: 'died', statusDate: '2019-01-01' },
    ],
  ]
  test.each(refusedDrafts)('refuses to add %s with %s', async (_, code, fields) => {
    expect(await refusalOf(bench.add(fields))).toMatchObject({ code })
    const checked = await bench.client.animals.check({
      species: 'bovine',
      sex: 'female',
      birthDate: '2020-03-01',
      siteId: bench.farm,
      ...fields,
    } as never)
    expect(checked.refusals.map((found) => found.code)).toContain(code)
  })

  test('where several sites are within reach and none is home, the site must be said', async () => {
    expect(await refusalOf(bench.client.animals.create({ species: 'bovine', sex: 'female' }))).toMatchObject({
      code: 'site_required',
      data: { field: 'siteId' },
    })
    const worker = bench.node.actor('veterinarian', bench.clinic)
    expect(await bench.node.client(worker).animals.create({ species: 'bovine', sex: 'female' })).toMatchObject({
      siteId: bench.clinic,
    })
  })

  test('a number that is unique in the world cannot be on two animals, one of a tattoo can', async () => {
    const { client, add } = bench
    const holder = await add({
      name: 'First',
      identifiers: [
        { scheme: 'iso11784', value: '682000093310454' },
        { scheme: 'tattoo', value: 'B12' },
      ],
    })
    const refused = await refusalOf(add({ identifiers: [{ scheme: 'microchip', value: '682 000093310454' }] }))
    expect(refused).toMatchObject({
      code: 'identifier_taken',
      status: 409,
      data: { animal: { id: holder.id, name: 'First' }, field: 'identifiers.0.value' },
    })
    const second = await add({ name: 'Second', identifiers: [{ scheme: 'tattoo', value: 'b12' }] })
    expect(second.warnings).toMatchObject([{ code: 'identifier_shared', data: { animal: { id: holder.id } } }])
    // Removed from the first, the transponder may be on another; taken back then, the first is refused.
    const [transponder] = holder.allIdentifiers
    await client.animals.removeIdentifier({
      id: holder.id,
      identifierId: transponder?.id ?? '',
      removedOn: '2026-11-01',
    })
    await add({ identifiers: [{ scheme: 'iso11784', value: '682000093310454' }] })
    // Laid aside, a record holds nothing.
    const third = await add({ identifiers: [{ scheme: 'iso11784', value: '682000093310455' }] })
    await client.animals.archive({ id: third.id })
    await add({ identifiers: [{ scheme: 'iso11784', value: '682000093310455' }] })
    expect(await refusalOf(client.animals.restore({ id: third.id }))).toMatchObject({ code: 'identifier_taken' })
  })

  test('a working number belongs to one animal of a site at a time', async () => {
    const holder = await bench.add({ internalNumber: 'C-117' })
    expect(await refusalOf(bench.add({ internalNumber: 'c-117' }))).toMatchObject({
      code: 'internal_number_taken',
      data: { number: 'C-117', animal: { id: holder.id } },
    })
    expect(await bench.add({ internalNumber: 'C-117', siteId: bench.clinic })).toMatchObject({
      internalNumber: 'C-117',
    })
  })

  test('a change touches what it names, keeps history of it, and is refused when stale', async () => {
    const { client, add } = bench
    const cow = await add({ name: 'Mabrouka', colour: 'red' })
    const changed = await client.animals.update({ id: cow.id, rev: 1, location: 'barn 2 pen 14' })
    expect(changed).toMatchObject({ rev: 2, location: 'barn 2 pen 14', colour: 'red', name: 'Mabrouka' })
    expect(await refusalOf(client.animals.update({ id: cow.id, rev: 1, colour: 'black' }))).toMatchObject({
      code: 'rev_mismatch',
      status: 412,
    })
    const history = await client.quality.history({ entity: 'animal', id: cow.id })
    expect(JSON.stringify(history)).toContain('barn 2 pen 14')
  })

  test('sex and species cannot change against offspring, roles and numbers', async () => {
    const { client, add } = bench
    const dam = await add({
      name: 'Dam',
      birthDate: '2018-01-01',
      identifiers: [{ scheme: 'interbull', value: 'HOLSAUF000114203111' }],
    })
    const sire = await add({
      name: 'Sire',
      sex: 'male',
      birthDate: '2018-01-01',
      roles: [{ role: 'sire', startDate: '2020-01-01' }],
    })
    await add({ name: 'Calf', birthDate: '2022-01-01', sireId: sire.id, damId: dam.id })
    const donor = await add({ roles: [{ role: 'donor' }] })
    expect(await refusalOf(client.animals.update({ id: dam.id, sex: 'male' }))).toMatchObject({
      code: 'sex_has_offspring_as_dam',
      data: { count: 1 },
    })
    expect(await refusalOf(client.animals.update({ id: sire.id, sex: 'female' }))).toMatchObject({
      code: 'sex_has_offspring_as_sire',
    })
    expect(await refusalOf(client.animals.update({ id: donor.id, sex: 'male' }))).toMatchObject({
      code: 'sex_has_role',
      data: { role: 'donor' },
    })
    expect(await refusalOf(client.animals.update({ id: sire.id, species: 'buffalo' }))).toMatchObject({
      code: 'species_has_family',
    })
    const numbered = await add({ identifiers: [{ scheme: 'interbull', value: 'HOLSAUF000114203112' }] })
    expect(await refusalOf(client.animals.update({ id: numbered.id, sex: 'male' }))).toMatchObject({
      code: 'interbull_sex_mismatch',
    })
    // A bull that is castrated is a sire no more from that day; his calves stay his.
    const steer = await client.animals.update({ id: sire.id, sex: 'castrate', castratedOn: '2023-05-01' })
    expect(steer).toMatchObject({ sex: 'castrate', roles: [] })
    expect((await client.animals.roles({ id: sire.id })).items).toMatchObject([
      { role: 'sire', endDate: '2023-05-01', current: false },
    ])
    expect(
      await refusalOf(client.animals.assignRole({ id: sire.id, role: 'sire', startDate: '2024-01-01' })),
    ).toMatchObject({ code: 'role_after_castration' })
  })

  test('the life cycle follows its table; the dead come back only by correction', async () => {
    const { client, add } = bench
    const cow = await add({
      roles: [
        { role: 'donor', startDate: '2024-01-01' },
        { role: 'lab_sample', startDate: '2024-01-01' },
      ],
      internalNumber: 'L-1',
    })
    const refused = async (input: object) =>
      (await refusalOf(client.animals.changeStatus({ id: cow.id, ...input } as never))).code
    expect(await refused({ status: 'active' })).toBe('status_unchanged')
    expect(await refused({ status: 'sold' })).toBe('status_reason_missing')
    expect(await refused({ status: 'sold', reason: 'died' })).toBe('status_reason_other_status')
    expect(await refused({ status: 'sold', reason: 'other' })).toBe('status_note_missing')
    expect(await refused({ status: 'sold', reason: 'sale', date: '2027-01-01' })).toBe('date_in_future')
    expect(await refused({ status: 'sold', reason: 'sale', date: '2019-01-01' })).toBe('date_before_birth')
    await client.animals.changeStatus({ id: cow.id, status: 'quarantined', reason: 'arrival', date: '2026-10-01' })
    expect(await refused({ status: 'sold', reason: 'sale' })).toBe('status_transition')
    expect(await refused({ status: 'active', date: '2026-09-01' })).toBe('status_date_before_last')
    const dead = await client.animals.changeStatus({
      id: cow.id,
      status: 'dead',
      reason: 'disease',
      date: '2026-11-20',
    })
    // The donor's role and the number end; stored samples are still hers.
    expect(dead).toMatchObject({
      status: 'dead',
      statusDate: '2026-11-20',
      roles: ['lab_sample'],
      internalNumber: null,
    })
    expect(await refused({ status: 'active' })).toBe('status_dead_is_final')
    expect(await refused({ status: 'active', correction: true })).toBe('status_correction_note_missing')
    expect(
      await client.animals.changeStatus({ id: cow.id, status: 'active', correction: true, note: 'her neighbour died' }),
    ).toMatchObject({ status: 'active', statusNote: 'her neighbour died' })
  })

  test('an animal laid aside leaves the lists and comes back whole', async () => {
    const { client, add } = bench
    const cow = await add({ name: 'Laid Aside' })
    await client.animals.archive({ id: cow.id, rev: 1 })
    expect(names(await client.animals.list({ q: 'laid aside' }))).toEqual([])
    expect(await refusalOf(client.animals.get({ id: cow.id }))).toMatchObject({ code: 'not_found' })
    expect((await client.animals.archived({})).items[0]).toMatchObject({
      id: cow.id,
      archived: true,
      mergedIntoId: null,
    })
    expect(await client.animals.restore({ id: cow.id })).toMatchObject({ name: 'Laid Aside' })
    expect(names(await client.animals.list({ q: 'laid aside' }))).toEqual(['Laid Aside'])
  })
})
