/** What hangs on an animal, on every engine: identifiers, roles, working numbers, activities, measurements. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AnimalsBench, describeOnEveryEngine, openAnimalsBench } from '../support/animals-bench.ts'
import { refusalOf } from '../support/test-node.ts'

describeOnEveryEngine('parts of animals', (engine) => {
  let bench: AnimalsBench
  beforeAll(async () => {
    bench = await openAnimalsBench(engine)
  })
  afterAll(async () => {
    await bench.node.close()
  })

  test('identifiers are added, corrected, put in order and removed, and the first one is shown', async () => {
    const { client, add } = bench
    const cow = await add({ identifiers: [{ scheme: 'tattoo', value: 'a1' }] })
    await client.animals.addIdentifier({ id: cow.id, scheme: 'iso11784', value: '682 000114209001' })
    const three = await client.animals.addIdentifier({ id: cow.id, scheme: 'other', value: 'stall 7' })
    const [tattoo, transponder, other] = three.allIdentifiers.map((row) => row.id) as [string, string, string]
    expect(three.identifiers.map((row) => row.value)).toEqual(['A1', '682000114209001', 'STALL 7'])
    const ordered = await client.animals.orderIdentifiers({ id: cow.id, order: [transponder, other, tattoo] })
    expect(ordered.identifiers.map((row) => row.scheme)).toEqual(['iso11784', 'other', 'tattoo'])
    expect(await refusalOf(client.animals.orderIdentifiers({ id: cow.id, order: [transponder, other] }))).toMatchObject(
      { code: 'identifier_order_incomplete' },
    )
    const corrected = await client.animals.updateIdentifier({
      id: cow.id,
      identifierId: transponder,
      value: '682 000114209002',
      note: 'read again',
    })
    expect(corrected.allIdentifiers[0]).toMatchObject({
      value: '682000114209002',
      printed: '682 000114209002',
      note: 'read again',
      marks: [],
    })
    expect(
      await refusalOf(client.animals.updateIdentifier({ id: cow.id, identifierId: transponder, value: '683' })),
    ).toMatchObject({ code: 'iso11784_length', data: { field: 'value' } })
    expect(await refusalOf(client.animals.addIdentifier({ id: cow.id, scheme: 'tattoo', value: 'A1' }))).toMatchObject({
      code: 'identifier_repeated',
    })
    const without = await client.animals.removeIdentifier({ id: cow.id, identifierId: tattoo, removedOn: '2026-11-01' })
    expect(without.identifiers.map((row) => row.scheme)).toEqual(['iso11784', 'other'])
    expect(without.allIdentifiers.at(-1)).toMatchObject({ scheme: 'tattoo', removedOn: '2026-11-01' })
    expect(await refusalOf(client.animals.removeIdentifier({ id: cow.id, identifierId: tattoo }))).toMatchObject({
      code: 'identifier_removed',
    })
    const mistaken = await client.animals.removeIdentifier({ id: cow.id, identifierId: other, mistake: true })
    expect(mistaken.allIdentifiers.map((row) => row.scheme)).toEqual(['iso11784', 'tattoo'])
    const neighbour = await add()
    expect(
      await refusalOf(
        client.animals.updateIdentifier({ id: neighbour.id, identifierId: transponder, value: '682000114209003' }),
      ),
    ).toMatchObject({ code: 'not_found' })
    expect((await client.animals.list({ q: '682000114209002' })).items.map((item) => item.id)).toEqual([cow.id])
    expect((await client.animals.list({ q: '682000114209001' })).items).toEqual([])
  })

  test('roles are held from a day to a day, several at once, one of a kind at a time', async () => {
    const { client, add } = bench
    const cow = await add()
    await client.animals.assignRole({ id: cow.id, role: 'donor', startDate: '2023-01-01', endDate: '2023-06-01' })
    await client.animals.assignRole({ id: cow.id, role: 'recipient', startDate: '2024-01-01' })
    const both = await client.animals.assignRole({ id: cow.id, role: 'donor', startDate: '2023-06-01' })
    expect(both.roles).toEqual(['donor', 'recipient'])
    const refused = async (input: object) =>
      (await refusalOf(client.animals.assignRole({ id: cow.id, ...input } as never))).code
    expect(await refused({ role: 'donor' })).toBe('role_already_held')
    expect(await refused({ role: 'sire' })).toBe('role_not_for_sex')
    expect(await refused({ role: 'reference', startDate: '2027-01-01' })).toBe('date_in_future')
    expect(await refused({ role: 'reference', startDate: '2019-01-01' })).toBe('date_before_birth')
    expect(await refused({ role: 'reference', startDate: '2024-01-01', endDate: '2023-01-01' })).toBe(
      'date_before_start',
    )
    expect(await refusalOf(client.animals.endRole({ id: cow.id, role: 'donor', endDate: '2023-05-01' }))).toMatchObject(
      { code: 'date_before_start' },
    )
    const ended = await client.animals.endRole({ id: cow.id, role: 'donor' })
    // 08:00 UTC on 24 November is the same day in Riyadh.
    expect(ended.roles).toEqual(['recipient'])
    expect(await refusalOf(client.animals.endRole({ id: cow.id, role: 'donor' }))).toMatchObject({
      code: 'role_not_held',
    })
    expect(
      (await client.animals.roles({ id: cow.id })).items.map(({ role, startDate, endDate, current }) => [
        role,
        startDate,
        endDate,
        current,
      ]),
    ).toEqual([
      ['recipient', '2024-01-01', null, true],
      ['donor', '2023-06-01', '2026-11-24', false],
      ['donor', '2023-01-01', '2023-06-01', false],
    ])
    await client.animals.changeStatus({ id: cow.id, status: 'sold', reason: 'sale', date: '2026-11-20' })
    expect(await refused({ role: 'donor' })).toBe('role_after_leaving')
    expect((await client.animals.assignRole({ id: cow.id, role: 'lab_sample' })).roles).toEqual(['lab_sample'])
  })

  test('a new working number ends the old one, and the history stays', async () => {
    const { client, add } = bench
    const cow = await add({ internalNumber: 'W-1', internalNumberFrom: '2024-01-01' })
    expect(await refusalOf(client.animals.assignInternalNumber({ id: cow.id, number: 'w-1' }))).toMatchObject({
      code: 'internal_number_unchanged',
    })
    expect(
      await refusalOf(client.animals.assignInternalNumber({ id: cow.id, number: 'W-2', startDate: '2023-01-01' })),
    ).toMatchObject({ code: 'date_before_start' })
    expect(
      await refusalOf(client.animals.assignInternalNumber({ id: cow.id, number: 'W-2', startDate: '2027-01-01' })),
    ).toMatchObject({ code: 'date_in_future' })
    expect(
      await client.animals.assignInternalNumber({
        id: cow.id,
        number: 'W-2',
        startDate: '2025-01-01',
        reason: 'collar lost',
      }),
    ).toMatchObject({ internalNumber: 'W-2' })
    const other = await add({ internalNumber: 'W-1' })
    expect(await refusalOf(client.animals.assignInternalNumber({ id: other.id, number: 'W-2' }))).toMatchObject({
      code: 'internal_number_taken',
      data: { animal: { id: cow.id } },
    })
    expect(await refusalOf(client.animals.endInternalNumber({ id: cow.id, endDate: '2024-06-01' }))).toMatchObject({
      code: 'date_before_start',
    })
    expect(await client.animals.endInternalNumber({ id: cow.id })).toMatchObject({ internalNumber: null })
    expect(await refusalOf(client.animals.endInternalNumber({ id: cow.id }))).toMatchObject({
      code: 'internal_number_none',
    })
    expect(
      (await client.animals.internalNumbers({ id: cow.id })).items.map(({ number, startDate, endDate }) => [
        number,
        startDate,
        endDate,
      ]),
    ).toEqual([
      ['W-2', '2025-01-01', '2026-11-24'],
      ['W-1', '2024-01-01', '2025-01-01'],
    ])
  })

  test('activities are noted, paged and taken back', async () => {
    const { client, add } = bench
    const cow = await add()
    for (const day of ['01', '02', '03'])
      await client.animals.addActivity({
        id: cow.id,
        kind: 'treatment',
        happenedAt: `2026-11-${day}T09:00:00Z`,
        description: `FSH ${day}`,
      })
    const page = await client.animals.activities({ id: cow.id, limit: 2 })
    expect([page.total, page.nextCursor, page.items.map((item) => item.description)]).toEqual([
      3,
      '2',
      ['FSH 03', 'FSH 02'],
    ])
    expect(
      (await client.animals.activities({ id: cow.id, limit: 2, cursor: '2' })).items.map((item) => item.description),
    ).toEqual(['FSH 01'])
    await client.animals.removeActivity({ id: cow.id, activityId: page.items[0]?.id ?? '' })
    expect((await client.animals.activities({ id: cow.id })).total).toBe(2)
    expect(
      await refusalOf(client.animals.addActivity({ id: cow.id, kind: 'note', happenedAt: '2026-11-24T09:00:00Z' })),
    ).toMatchObject({ code: 'date_in_future' })
    expect(
      await refusalOf(client.animals.addActivity({ id: cow.id, kind: 'note', happenedAt: '2019-01-01T09:00:00Z' })),
    ).toMatchObject({ code: 'date_before_birth' })
    expect(
      await refusalOf(bench.node.client(bench.node.actor('viewer')).animals.addActivity({ id: cow.id, kind: 'note' })),
    ).toMatchObject({ code: 'forbidden' })
  })

  test('measurements are facts: the latest counts, corrections are new rows', async () => {
    const { client, add } = bench
    const cow = await add()
    const measured = await client.animals.measure({
      id: cow.id,
      measurements: [
        { kind: 'weight', value: 612, measuredAt: '2026-11-23T09:41:00Z' },
        { kind: 'condition_score', value: 3.25, measuredAt: '2026-11-23T09:38:00Z' },
        { kind: 'temperature', value: 40.5, measuredAt: '2026-11-23T09:38:00Z' },
      ],
    })
    // Fever: above the 39.3 degC of the Merck table for dairy cows.
    expect(measured.warnings).toMatchObject([
      { code: 'measurement_unusual', field: 'measurements.2.value', data: { max: 39.3 } },
    ])
    const [weight] = measured.items
    await client.animals.measure({
      id: cow.id,
      measurements: [{ kind: 'weight', value: 598, measuredAt: '2026-10-01T09:00:00Z' }],
    })
    const latest = async () =>
      Object.fromEntries(
        (await client.animals.get({ id: cow.id })).latestMeasurements.map((row) => [row.kind, [row.value, row.unit]]),
      )
    expect(await latest()).toEqual({
      weight: [612, 'kg'],
      condition_score: [3.25, 'points'],
      temperature: [40.5, 'degC'],
    })
    const { item } = await client.animals.correctMeasurement({
      id: cow.id,
      measurementId: weight?.id ?? '',
      value: 621,
      note: 'misread',
    })
    expect(await latest()).toMatchObject({ weight: [621, 'kg'] })
    expect(
      await refusalOf(client.animals.correctMeasurement({ id: cow.id, measurementId: weight?.id ?? '', value: 620 })),
    ).toMatchObject({ code: 'measurement_corrected' })
    await client.animals.correctMeasurement({ id: cow.id, measurementId: item.id, value: null })
    expect(await latest()).toMatchObject({ weight: [598, 'kg'] })
    expect((await client.animals.measurements({ id: cow.id, kind: 'weight' })).items.map((row) => row.value)).toEqual([
      598,
    ])
    expect((await client.animals.measurements({ id: cow.id, kind: 'weight', withCorrected: true })).total).toBe(4)
    const refused = async (kind: string, value: number) =>
      (await refusalOf(client.animals.measure({ id: cow.id, measurements: [{ kind, value } as never] }))).code
    expect(await refused('weight', 6120)).toBe('weight_implausible')
    expect(await refused('condition_score', 7)).toBe('condition_score_out_of_scale')
    expect(await refused('condition_score', 3.1)).toBe('condition_score_step')
    expect(await refused('height', 1.42)).toBe('measurement_implausible')
    expect(await refused('scrotal_circumference', 38)).toBe('measurement_not_for_sex')
    expect(
      await refusalOf(
        client.animals.measure({
          id: cow.id,
          measurements: [{ kind: 'weight', value: 600, measuredAt: '2026-11-25T09:00:00Z' }],
        }),
      ),
    ).toMatchObject({ code: 'date_in_future' })
  })
})
