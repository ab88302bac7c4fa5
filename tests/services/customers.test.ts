/** Customers on every engine: the same suite, the same answers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whyNoPostgres } from '../support/postgres-server.ts'
import { openTestNode, refusalOf, type TestEngine, type TestNode } from '../support/test-node.ts'

const missing = whyNoPostgres()
const engines: readonly TestEngine[] = ['sqlite', 'pglite', 'postgres']

describe.each(engines)('customers on %s', (engine) => {
  describe.skipIf(engine === 'postgres' && missing !== null)(missing ?? 'with a database of its own', () => {
    let node: TestNode
    beforeAll(async () => {
      node = await openTestNode(engine)
    })
    afterAll(async () => {
      await node.close()
    })

    test('a customer that was added is found again by id, in the list and by a part of the name', async () => {
      const client = node.client(node.administrator)
      const added = await client.customers.create({ name: 'Al Kharj Stud', type: 'organization' })
      expect(added).toMatchObject({ name: 'Al Kharj Stud', category: 'standard', rev: 1 })
      expect(await client.customers.get({ id: added.id })).toEqual(added)
      expect((await client.customers.list({ q: 'khar' })).items).toEqual([
        { ...added, primaryContact: null, city: null, country: null, openFollowUps: 0, nextDueDate: null, animals: 0 },
      ])
      expect((await client.customers.list({ q: 'nobody' })).items).toEqual([])
    })

    test('an edit with a stale rev is refused with the record as it is now', async () => {
      const client = node.client(node.administrator)
      const added = await client.customers.create({ name: 'Safi Farm', type: 'individual' })
      const edited = await client.customers.update({ id: added.id, rev: 1, notes: 'call before noon' })
      expect(edited).toMatchObject({ rev: 2, notes: 'call before noon' })
      const refused = await refusalOf(client.customers.update({ id: added.id, rev: 1, notes: 'call after noon' }))
      expect(refused).toMatchObject({
        code: 'rev_mismatch',
        status: 412,
        data: { actual: 2, current: { notes: 'call before noon' } },
      })
    })

    test('an edit leaves fields it does not name as they are', async () => {
      const client = node.client(node.administrator)
      const added = await client.customers.create({
        name: 'Wadi',
        type: 'research',
        category: 'vip',
        status: 'prospect',
        tags: ['camel'],
      })
      const edited = await client.customers.update({ id: added.id, phone: '0501234567' })
      expect(edited).toMatchObject({ category: 'vip', status: 'prospect', tags: ['camel'], phone: '0501234567' })
    })

    test('pages by cursor give every record once, in order, the nameless last', async () => {
      const client = node.client(node.administrator)
      for (const name of ['Delta', 'Beta', 'Alpha', 'Gamma', 'Beta'])
        await client.customers.create({ name, type: 'government' })
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await client.customers.list({ type: 'government', limit: 2, cursor })
        seen.push(...page.items.map((item) => item.name))
        expect(page.total).toBe(5)
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(seen).toEqual(['Alpha', 'Beta', 'Beta', 'Delta', 'Gamma'])
    })

    test('a viewer may read and may not write', async () => {
      const client = node.client(node.actor('viewer'))
      expect((await client.customers.list({})).total).toBeGreaterThan(0)
      expect(await refusalOf(client.customers.create({ name: 'X', type: 'individual' }))).toMatchObject({
        code: 'forbidden',
        status: 403,
      })
    })

    test('terms of business need their own permission, and sending them unchanged does not', async () => {
      const manager = node.client(node.actor('manager'))
      const technician = node.client(node.actor('laboratory_technician'))
      const added = await manager.customers.create({
        name: 'Terms',
        type: 'individual',
        creditLimit: 5000,
        currency: 'SAR',
      })
      expect(
        await technician.customers.update({ id: added.id, creditLimit: 5000, currency: 'SAR', notes: 'x' }),
      ).toMatchObject({ rev: 2 })
      for (const changes of [
        { creditLimit: 9000 },
        { discountPercent: 5 },
        { paymentTermsDays: 60 },
        { currency: 'USD' },
      ]) {
        const refused = await refusalOf(technician.customers.update({ id: added.id, ...changes }))
        expect(refused).toMatchObject({
          code: 'forbidden',
          data: { permission: 'customers.credit', field: Object.keys(changes)[0] },
        })
      }
      expect(
        await refusalOf(technician.customers.create({ name: 'T2', type: 'individual', discountPercent: 50 })),
      ).toMatchObject({ code: 'forbidden' })
      expect(await manager.customers.update({ id: added.id, discountPercent: 5 })).toMatchObject({ discountPercent: 5 })
    })

    test('tags are a set; the list filters by them and counts them', async () => {
      const client = node.client(node.administrator)
      const first = await client.customers.create({
        name: 'Tagged 1',
        type: 'research',
        tags: ['racing', 'Export', 'RACING'],
      })
      await client.customers.create({ name: 'Tagged 2', type: 'research', tags: ['racing'] })
      expect(first.tags).toEqual(['Export', 'racing'])
      expect((await client.customers.list({ tag: 'Export' })).items.map((item) => item.name)).toEqual(['Tagged 1'])
      expect((await client.customers.list({ tag: 'racing' })).total).toBe(2)
      const without = {
        all: [
          { field: 'type', op: 'is', value: 'research' },
          { field: 'tag', op: 'is_not', value: 'Export' },
        ],
      } as const
      expect((await client.customers.list({ where: without })).items.map((item) => item.name)).not.toContain('Tagged 1')
      expect((await client.customers.tags()).items).toEqual(
        expect.arrayContaining([
          { tag: 'Export', count: 1 },
          { tag: 'racing', count: 2 },
        ]),
      )
    })

    test('the list filters by what stands in the parts: town, country, open follow-up, time of change', async () => {
      const client = node.client(node.administrator)
      const { id } = await client.customers.create({ name: 'Parts', type: 'organization' })
      const other = await client.customers.create({ name: 'Parts other', type: 'organization' })
      await client.customers.addAddress({ id, type: 'facility', line1: 'Gate 2', city: 'Buraydah', country: 'SA' })
      await client.customers.addInteraction({ id, kind: 'call', subject: 'Prices', dueDate: '2026-12-01' })
      const ids = async (filter: Parameters<typeof client.customers.list>[0]) =>
        (await client.customers.list(filter)).items.map((item) => item.id)
      expect(await ids({ city: 'buraydah' })).toEqual([id])
      expect(await ids({ city: 'Buray' })).toEqual([])
      expect(await ids({ country: 'SA' })).toContain(id)
      expect(await ids({ where: { all: [{ field: 'city', op: 'starts_with', value: 'Bur' }] } })).toEqual([id])
      expect(await ids({ hasOpenFollowUp: true })).toEqual([id])
      expect(await ids({ hasOpenFollowUp: false, q: 'parts' })).toEqual([other.id])
      expect((await client.customers.list({ q: 'buray' })).items[0]).toMatchObject({
        id,
        city: 'Buraydah',
        openFollowUps: 1,
        nextDueDate: '2026-12-01',
      })
      node.clock.advance(60_000)
      const since = new Date(node.clock.nowMs()).toISOString()
      await client.customers.update({ id: other.id, notes: 'later' })
      expect(await ids({ updatedSince: since })).toEqual([other.id])
      expect(
        await refusalOf(
          client.customers.list({ where: { all: [{ field: 'city; drop table', op: 'is', value: 'x' }] } }),
        ),
      ).toMatchObject({ code: 'validation_failed' })
    })

    test('a customer with open items is archived only "even so", is listed as archived and comes back', async () => {
      const client = node.client(node.administrator)
      const { id } = await client.customers.create({ name: 'Archived One', type: 'individual' })
      await client.customers.addInteraction({ id, kind: 'follow_up', subject: 'Send report', dueDate: '2026-11-30' })
      expect(await refusalOf(client.customers.archive({ id }))).toMatchObject({
        code: 'customer_has_open_items',
        status: 409,
        data: { openFollowUps: 1, animals: 0 },
      })
      await client.customers.archive({ id, evenSo: true, reason: 'moved abroad' })
      expect(await refusalOf(client.customers.get({ id }))).toMatchObject({
        code: 'not_found',
        data: { archived: true, mergedIntoId: null },
      })
      expect((await client.customers.list({ q: 'archived one' })).items).toEqual([])
      expect((await client.customers.archived({})).items[0]).toMatchObject({ id, deletedAt: expect.any(String) })
      expect(
        (await client.customers.followUps({ customerId: id })).items,
        'nobody is asked to follow up there',
      ).toEqual([])
      expect(await client.customers.restore({ id })).toMatchObject({ id, name: 'Archived One' })
      expect((await client.customers.list({ q: 'archived one' })).total).toBe(1)
    })

    test('statistics are counted: types, months of arrival, open and overdue follow-ups', async () => {
      const client = node.client(node.administrator)
      const before = await client.customers.stats({ today: '2026-11-24' })
      const { id } = await client.customers.create({ name: 'Counted', type: 'government', category: 'premium' })
      await client.customers.addInteraction({ id, kind: 'call', subject: 'late', dueDate: '2026-11-23' })
      await client.customers.addInteraction({ id, kind: 'call', subject: 'today', dueDate: '2026-11-24' })
      const after = await client.customers.stats({ today: '2026-11-24' })
      const of = (counts: { value: string; count: number }[], value: string) =>
        counts.find((one) => one.value === value)?.count
      expect(after.total).toBe(before.total + 1)
      expect(of(after.byType, 'government')).toBe((of(before.byType, 'government') ?? 0) + 1)
      expect(of(after.byCategory, 'premium')).toBe((of(before.byCategory, 'premium') ?? 0) + 1)
      expect(after.byStatus.map((one) => one.value)).toEqual(['active', 'inactive', 'prospect', 'blocked'])
      expect([after.openFollowUps - before.openFollowUps, after.overdueFollowUps - before.overdueFollowUps]).toEqual([
        2, 1,
      ])
      expect(after.newPerMonth).toHaveLength(12)
      expect(after.newPerMonth.at(0)?.month).toBe('2025-12')
      expect(after.newPerMonth.at(-1)).toEqual({ month: '2026-11', count: after.total + after.archived })
    })
  })
})
