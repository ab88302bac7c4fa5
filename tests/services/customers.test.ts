/** The customers area on every engine: the same suite, the same answers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestNode, refusalOf, type TestEngine, type TestNode } from '../support/test-node.ts'
import { whyNoPostgres } from '../support/postgres-server.ts'

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
      expect((await client.customers.list({ q: 'khar' })).items).toEqual([added])
      expect((await client.customers.list({ q: 'nobody' })).items).toEqual([])
    })

    test('an edit with a stale rev is refused with the record as it is now', async () => {
      const client = node.client(node.administrator)
      const added = await client.customers.create({ name: 'Safi Farm', type: 'individual' })
      const edited = await client.customers.update({ id: added.id, rev: 1, notes: 'call before noon' })
      expect(edited).toMatchObject({ rev: 2, notes: 'call before noon' })
      const refused = await refusalOf(client.customers.update({ id: added.id, rev: 1, notes: 'call after noon' }))
      expect(refused).toMatchObject({ code: 'rev_mismatch', status: 412, data: { actual: 2, current: { notes: 'call before noon' } } })
    })

    test('pages by cursor give every record once, in order, the nameless last', async () => {
      const client = node.client(node.administrator)
      for (const name of ['Delta', 'Beta', 'Alpha', 'Gamma', 'Beta']) await client.customers.create({ name, type: 'government' })
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
      expect(await refusalOf(client.customers.create({ name: 'X', type: 'individual' }))).toMatchObject({ code: 'forbidden', status: 403 })
    })
  })
})
