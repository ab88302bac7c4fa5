/** Audit trail, history and undo on every engine. They read changesets and nothing else. */
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whyNoPostgres } from '../support/postgres-server.ts'
import { openTestNode, refusalOf, type TestEngine, type TestNode } from '../support/test-node.ts'

const missing = whyNoPostgres()
const engines: readonly TestEngine[] = ['sqlite', 'pglite', 'postgres']

describe.each(engines)('audit and undo on %s', (engine) => {
  describe.skipIf(engine === 'postgres' && missing !== null)(missing ?? 'with a database of its own', () => {
    let node: TestNode
    beforeAll(async () => {
      node = await openTestNode(engine)
    })
    afterAll(async () => {
      await node.close()
    })

    async function lastChangeset(): Promise<string> {
      const trail = await node.client(node.administrator).quality.audit({ limit: 1 })
      return trail.items[0]?.id ?? ''
    }

    test('history names who changed which field from what to what, newest first', async () => {
      const client = node.client(node.administrator)
      const added = await client.customers.create({ name: 'Majd', type: 'individual' })
      node.clock.advance(60_000)
      await client.customers.update({ id: added.id, phone: '+966 50 000 0000' })
      const history = await client.quality.history({ entity: 'customer', id: added.id })
      expect(history.items.map((entry) => [entry.action, entry.userId, entry.at])).toEqual([
        ['customers.update', node.administrator.userId, '2026-11-24T08:01:00.000Z'],
        ['customers.create', node.administrator.userId, '2026-11-24T08:00:00.000Z'],
      ])
      expect(history.items[0]?.ops).toEqual([
        { entity: 'customer', id: added.id, op: 'upd', changed: { phone: { from: null, to: '+966 50 000 0000' } } },
      ])
    })

    test('an edit that changes nothing leaves no changeset', async () => {
      const client = node.client(node.administrator)
      const added = await client.customers.create({ name: 'Same', type: 'individual' })
      const before = await lastChangeset()
      expect((await client.customers.update({ id: added.id, name: 'Same' })).rev).toBe(1)
      expect(await lastChangeset()).toBe(before)
    })

    test('undo puts the old value back, and undo of the undo puts the new one back', async () => {
      const client = node.client(node.administrator)
      const added = await client.customers.create({ name: 'Before', type: 'individual', notes: 'n' })
      await client.customers.update({ id: added.id, name: 'After', notes: null })
      const undone = await client.quality.undo({ changesetId: await lastChangeset() })
      expect(undone).toEqual({ action: 'customers.update', ops: 1 })
      expect(await client.customers.get({ id: added.id })).toMatchObject({ name: 'Before', notes: 'n' })
      await client.quality.undo({ changesetId: await lastChangeset() })
      expect(await client.customers.get({ id: added.id })).toMatchObject({ name: 'After', notes: null })
    })

    test('undo refuses to overwrite what somebody changed since', async () => {
      const client = node.client(node.administrator)
      const added = await client.customers.create({ name: 'One', type: 'individual' })
      await client.customers.update({ id: added.id, name: 'Two' })
      const changesetId = await lastChangeset()
      await client.customers.update({ id: added.id, name: 'Three' })
      expect(await refusalOf(client.quality.undo({ changesetId }))).toMatchObject({
        code: 'undo_conflict',
        status: 409,
        data: { why: 'changed_since', fields: ['name'] },
      })
      expect(await client.customers.get({ id: added.id })).toMatchObject({ name: 'Three' })
    })

    test('undo of an archive brings the record back into list and search', async () => {
      const client = node.client(node.administrator)
      const added = await client.customers.create({ name: 'Zephyrine', type: 'individual' })
      await client.customers.archive({ id: added.id })
      expect((await client.customers.list({ q: 'zephyrine' })).total).toBe(0)
      await client.quality.undo({ changesetId: await lastChangeset() })
      expect((await client.customers.list({ q: 'zephyrine' })).items.map((item) => item.id)).toEqual([added.id])
    })

    test('only administrators and managers take back what somebody else did, and nobody beyond their permission', async () => {
      const added = await node.client(node.administrator).customers.create({ name: 'Mine', type: 'individual' })
      const changesetId = await lastChangeset()
      expect(await refusalOf(node.client(node.actor('veterinarian')).quality.undo({ changesetId }))).toMatchObject({
        code: 'undo_others_work',
      })
      await node.client(node.actor('manager')).quality.undo({ changesetId })
      expect(await refusalOf(node.client(node.administrator).customers.get({ id: added.id }))).toMatchObject({
        code: 'not_found',
      })
    })

    test('verify finds every chain intact, and names the entry that was altered behind its back', async () => {
      const client = node.client(node.administrator)
      const sound = await client.quality.verify()
      expect(sound.chains).toHaveLength(1)
      expect(sound.chains[0]).toMatchObject({ intact: true, broken: null })
      await node.store.engine.write(async (tx) => {
        const { changeSet } = tx.tables
        await tx.db
          .update(changeSet)
          .set({ ops: sql`replace(${changeSet.ops}, 'Before', 'Altered')` })
          .where(eq(changeSet.action, 'customers.create'))
      })
      const broken = await client.quality.verify()
      expect(broken.chains[0]?.broken?.why).toBe('hash_differs')
    })
  })
})

test('settings change one by one, and again after the first change was taken back', async () => {
  const node = await openTestNode('sqlite')
  const client = node.client(node.administrator)
  await client.system.changeSettings({ benchName: 'Bench 2' })
  const [entry] = (await client.quality.audit({ limit: 1 })).items
  expect(await client.system.changeSettings({ autoLockMinutes: 20 })).toEqual({
    benchName: 'Bench 2',
    autoLockMinutes: 20,
    offlineSignInDays: 14,
  })
  await client.quality.undo({ changesetId: entry?.id ?? '' })
  expect((await client.system.settings()).benchName).toBe('')
  expect(await client.system.changeSettings({ benchName: 'Bench 3' })).toMatchObject({ benchName: 'Bench 3' })
  await node.close()
})
