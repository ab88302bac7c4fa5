/** Duplicates, merging, editing many at once and segments, on every engine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whyNoPostgres } from '../support/postgres-server.ts'
import { openTestNode, refusalOf, type TestClient, type TestEngine, type TestNode } from '../support/test-node.ts'

const missing = whyNoPostgres()
const engines: readonly TestEngine[] = ['sqlite', 'pglite', 'postgres']

describe.each(engines)('tidying customers on %s', (engine) => {
  describe.skipIf(engine === 'postgres' && missing !== null)(missing ?? 'with a database of its own', () => {
    let node: TestNode
    let client: TestClient
    beforeAll(async () => {
      node = await openTestNode(engine)
      client = node.client(node.administrator)
    })
    afterAll(async () => {
      await node.close()
    })

    const create = (fields: Partial<Parameters<TestClient['customers']['create']>[0]> & { name: string }) =>
      client.customers.create({ type: 'organization', ...fields })

    /** A site and an animal owned by the customer, written as their own areas would. */
    async function plantAnimal(ownerCustomerId: string): Promise<string> {
      const spec = { action: 'test.plant', access: 'signed_in', undoable: false }
      return node.node.commands.run(node.call(node.administrator), spec, async (change) => {
        const site = await change.insert('site', {
          code: node.ids.next().slice(-8),
          name: 'Barn',
          kind: 'farm',
          timeZone: 'Asia/Riyadh',
          active: true,
        } as never)
        const animal = {
          siteId: site.id,
          code: node.ids.next(),
          species: 'bovine',
          sex: 'female',
          breeds: [],
          status: 'active',
          isReference: false,
          parentageState: 'recorded',
          ownerCustomerId,
        }
        return (await change.insert('animal', animal as never)).id
      })
    }

    async function ownerOf(animalId: string): Promise<string | null> {
      const row = await node.node.commands.read(node.call(node.administrator), 'signed_in', (reading) =>
        reading.db.select().from(reading.tables.animal),
      )
      return row.find((animal) => animal.id === animalId)?.ownerCustomerId ?? null
    }

    test('who enters a customer a second time is told, by number, mail, phone and similar name', async () => {
      const first = await create({
        name: 'Al Jouf Genetics',
        taxId: '310-999-111',
        email: 'Info@Jouf.example',
        phone: '+966 55 123 9999',
      })
      const find = async (described: Parameters<typeof client.customers.possibleDuplicates>[0]) =>
        (await client.customers.possibleDuplicates(described)).items.map((item) => [
          item.customer.id,
          item.reasons.map((reason) => reason.kind),
        ])
      expect(await find({ taxId: '310999111' })).toEqual([[first.id, ['same_tax_id']]])
      expect(await find({ email: 'info@jouf.example' })).toEqual([[first.id, ['same_email']]])
      expect(await find({ phone: '0551239999' })).toEqual([[first.id, ['same_phone']]])
      expect(await find({ name: 'Aljouf Genetics Co.' })).toEqual([[first.id, ['similar_name']]])
      expect(await find({ name: 'Al Jouf Camels' })).toEqual([])
      expect(await find({ name: 'Al Jouf Genetics', exceptId: first.id })).toEqual([])
      await client.customers.update({ id: first.id, phone: '0550000001' })
      expect(await find({ phone: '0551239999' }), 'the index follows the record').toEqual([])
    })

    test('pairs are listed once, most alike first, and go when one is archived', async () => {
      const first = await create({ name: 'Rashid Dairy', phone: '0561112222' })
      const second = await create({ name: 'Dairy of Rashid', phone: '0561112222' })
      const third = await create({ name: 'Najma Camels', email: 'a@najma.example' })
      const fourth = await create({ name: 'Desert Star', email: 'A@najma.example' })
      const all = await client.customers.duplicates({})
      const pairs = all.items.map((pair) => [
        pair.first.id,
        pair.second.id,
        pair.reasons.map((reason) => reason.kind).join(),
      ])
      expect(all.truncated).toBe(false)
      expect(pairs.filter(([one]) => [first.id, third.id].includes(one ?? ''))).toEqual([
        [first.id, second.id, 'same_phone,similar_name'],
        [third.id, fourth.id, 'same_email'],
      ])
      await client.customers.archive({ id: second.id })
      expect((await client.customers.duplicates({})).items.some((pair) => pair.second.id === second.id)).toBe(false)
    })

    test('a merge moves every part, keeps one primary, and one undo puts all of it back', async () => {
      const keep = await create({ name: 'Keep', tags: ['camel'], notes: 'first' })
      const loser = await create({ name: 'Loser', phone: '0501112233', tags: ['export'] })
      const kept = await client.customers.addContact({ id: keep.id, name: 'Kept' })
      const moved = await client.customers.addContact({ id: loser.id, name: 'Moved' })
      await client.customers.addAddress({ id: loser.id, type: 'facility', line1: '1', city: 'Abha', country: 'SA' })
      await client.customers.addInteraction({ id: loser.id, kind: 'call', subject: 'Moved call', contactId: moved.id })
      const spec = { action: 'documents.finishUpload', access: 'documents.attach', undoable: true }
      const file = await node.node.commands.run(node.call(node.administrator), spec, (change) =>
        change.insert('attachment', {
          ownerEntity: 'customer',
          ownerId: loser.id,
          kind: 'document',
          fileName: 'a.txt',
          mediaType: 'text/plain',
          sizeBytes: 1,
          contentHash: 'b'.repeat(64),
        }),
      )
      const animal = await plantAnimal(loser.id)

      const preview = await client.customers.previewMerge({ id: keep.id, loserId: loser.id })
      expect(preview.moves).toEqual({ contacts: 1, addresses: 1, interactions: 1, attachments: 1, animals: 1 })
      expect(preview.differences.map((one) => [one.field, one.proposed])).toEqual([
        ['name', 'Keep'],
        ['phone', '0501112233'],
        ['notes', 'first'],
        ['tags', ['camel', 'export']],
      ])
      const values = Object.fromEntries(preview.differences.map((one) => [one.field, one.proposed]))
      const survivor = await client.customers.merge({
        id: keep.id,
        loserId: loser.id,
        rev: keep.rev,
        loserRev: loser.rev,
        values,
        reason: 'entered twice',
      })
      expect(survivor).toMatchObject({ name: 'Keep', phone: '0501112233', tags: ['camel', 'export'] })
      expect((await client.customers.contacts({ id: keep.id })).items.map((one) => [one.id, one.isPrimary])).toEqual([
        [kept.id, true],
        [moved.id, false],
      ])
      expect((await client.customers.addresses({ id: keep.id })).items).toMatchObject([
        { city: 'Abha', isPrimary: true },
      ])
      expect((await client.customers.interactions({ id: keep.id })).items).toMatchObject([
        { subject: 'Moved call', contactId: moved.id },
      ])
      expect((await client.documents.attachments({ ownerEntity: 'customer', ownerId: keep.id })).items).toMatchObject([
        { id: file.id },
      ])
      expect(await ownerOf(animal)).toBe(keep.id)
      expect(await refusalOf(client.customers.get({ id: loser.id }))).toMatchObject({
        code: 'not_found',
        data: { mergedIntoId: keep.id },
      })
      expect(await refusalOf(client.customers.restore({ id: loser.id }))).toMatchObject({ code: 'customer_merged' })
      expect(await refusalOf(client.customers.previewMerge({ id: keep.id, loserId: loser.id }))).toMatchObject({
        code: 'customer_merged',
      })

      const trail = await client.quality.audit({ limit: 1 })
      expect(trail.items[0]).toMatchObject({ action: 'customers.merge', reason: 'entered twice' })
      await client.quality.undo({ changesetId: trail.items[0]?.id ?? '' })
      expect(await client.customers.get({ id: loser.id })).toMatchObject({ name: 'Loser', mergedIntoId: null })
      expect(await client.customers.get({ id: keep.id })).toMatchObject({ phone: null, tags: ['camel'] })
      expect((await client.customers.contacts({ id: loser.id })).items).toMatchObject([
        { id: moved.id, isPrimary: true },
      ])
      expect(await ownerOf(animal)).toBe(loser.id)
    })

    test('a merge refuses itself, stale records and callers without the permission', async () => {
      const [one, two] = [await create({ name: 'M1' }), await create({ name: 'M2' })]
      expect(await refusalOf(client.customers.merge({ id: one.id, loserId: one.id }))).toMatchObject({
        code: 'customer_merge_same',
      })
      await client.customers.update({ id: two.id, notes: 'changed since' })
      expect(await refusalOf(client.customers.merge({ id: one.id, loserId: two.id, loserRev: 1 }))).toMatchObject({
        code: 'rev_mismatch',
      })
      expect(
        await refusalOf(node.client(node.actor('veterinarian')).customers.merge({ id: one.id, loserId: two.id })),
      ).toMatchObject({ code: 'forbidden' })
      expect((await client.customers.get({ id: two.id })).mergedIntoId).toBeNull()
    })

    test('a customer who owns a living animal is not archived unseen', async () => {
      const owner = await create({ name: 'Owner of one' })
      await plantAnimal(owner.id)
      expect(await refusalOf(client.customers.archive({ id: owner.id }))).toMatchObject({
        code: 'customer_has_open_items',
        data: { openFollowUps: 0, animals: 1 },
      })
    })

    test('a bulk edit does what its preview showed, or nothing', async () => {
      const made = [
        await create({ name: 'Bulk 1', industry: 'bulk', tags: ['a'] }),
        await create({ name: 'Bulk 2', industry: 'bulk', category: 'vip', tags: ['a', 'b'] }),
      ]
      const selection = { filters: { industry: 'bulk' } }
      const changes = { category: 'vip' as const, addTags: ['b'], removeTags: ['A'] }
      const preview = await client.customers.previewBulkEdit({ selection, changes })
      expect(preview).toMatchObject({ selected: 2, affected: 2 })
      expect(preview.rows.map(({ before, after }) => ({ before, after }))).toEqual([
        { before: { category: 'standard', tags: ['a'] }, after: { category: 'vip', tags: ['b'] } },
        { before: { tags: ['a', 'b'] }, after: { tags: ['b'] } },
      ])
      const third = await create({ name: 'Bulk 3', industry: 'bulk' })
      const stale = client.customers.bulkEdit({ selection, changes, expectedAffected: 2 })
      expect(await refusalOf(stale)).toMatchObject({ code: 'bulk_selection_changed', data: { expected: 2, actual: 3 } })
      const ids = { ids: made.map((one) => one.id) }
      expect(
        await client.customers.bulkEdit({ selection: ids, changes, expectedAffected: 2, reason: 'yearly review' }),
      ).toEqual({ changed: 2 })
      expect((await client.customers.list({ industry: 'bulk', category: 'vip', tag: 'b' })).total).toBe(2)
      expect(await client.customers.get({ id: third.id })).toMatchObject({ category: 'standard' })
      expect(await client.customers.previewBulkEdit({ selection: ids, changes })).toMatchObject({
        selected: 2,
        affected: 0,
      })
      expect(await refusalOf(client.customers.previewBulkEdit({ selection, changes: {} }))).toMatchObject({
        code: 'bulk_without_change',
      })
      expect(
        await refusalOf(
          node.client(node.actor('laboratory_technician')).customers.previewBulkEdit({ selection, changes }),
        ),
      ).toMatchObject({ code: 'forbidden' })
    })

    test('a segment is a shared filter that counts, narrows the list and says when it no longer fits', async () => {
      await create({ name: 'Seg 1', industry: 'segment', status: 'prospect' })
      await create({ name: 'Seg 2', industry: 'segment', status: 'active' })
      const where = { all: [{ field: 'industry', op: 'is', value: 'segment' }] } as const
      const segment = await client.customers.createSegment({
        name: 'Prospects',
        state: { where, filters: { status: 'prospect' } },
      })
      expect(segment).toMatchObject({ name: 'Prospects', shared: true, count: 1, editable: true })
      await create({ name: 'Seg 3', industry: 'segment', status: 'prospect' })
      expect((await client.customers.segments()).items).toMatchObject([{ id: segment.id, count: 2 }])
      expect((await client.customers.list({ segmentId: segment.id })).items.map((item) => item.name)).toEqual([
        'Seg 1',
        'Seg 3',
      ])
      expect(
        (await client.customers.list({ segmentId: segment.id, status: 'active' })).total,
        'a filter cannot widen it',
      ).toBe(0)
      expect((await client.customers.list({ segmentId: segment.id, q: 'seg 3' })).total).toBe(1)
      expect(await refusalOf(client.customers.createSegment({ name: 'Prospects', state: {} }))).toMatchObject({
        code: 'view_name_taken',
      })
      expect(
        await refusalOf(client.customers.createSegment({ name: 'X', state: { filters: { gone: 1 } } })),
      ).toMatchObject({ code: 'segment_broken' })
      expect(await refusalOf(client.customers.list({ segmentId: node.ids.next() }))).toMatchObject({
        code: 'segment_unknown',
      })
      await client.documents.updateView({ id: segment.id, state: { filters: { fieldOfYesterday: 'x' } } })
      expect((await client.customers.segments()).items).toMatchObject([{ id: segment.id, count: null }])
    })
  })
})
