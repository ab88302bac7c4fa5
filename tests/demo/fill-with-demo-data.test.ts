/** The whole demo in a bench, and a small one in HQ's engine, seen as the people of the demo see it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword, demoPeople } from '../../src/node/demo/demo-people.ts'
import { type DemoCounts, fillWithDemoData } from '../../src/node/demo/fill-with-demo-data.ts'
import { openTestNode, refusalOf, type TestNode } from '../support/test-node.ts'

describe.each([
  { engine: 'sqlite', scale: 1, customers: 60, animals: 5000 },
  { engine: 'pglite', scale: 0.03, customers: 4, animals: 150 },
] as const)('demo data at scale $scale on $engine', ({ engine, scale, customers, animals }) => {
  let node: TestNode
  let counts: DemoCounts
  const sentences: string[] = []
  beforeAll(async () => {
    node = await openTestNode(engine)
    counts = await fillWithDemoData(node.node, (sentence) => sentences.push(sentence), { scale })
  })
  afterAll(() => node.close())

  test('counts what it added, and says so', async () => {
    expect(counts).toEqual({ sites: 3, people: 15, customers, animals })
    expect(sentences.at(-1)).toBe(`The demo data is in: ${customers} customers and ${animals} animals.`)
    const stored = await node.store.engine.read((tx) =>
      tx.db.select({ sire: tx.tables.animal.sireId, code: tx.tables.animal.code }).from(tx.tables.animal),
    )
    expect(stored.length).toBe(animals)
    expect(new Set(stored.map((row) => row.code)).size).toBe(animals)
    expect((await node.client(node.administrator).customers.list({ limit: 1 })).total).toBe(customers)
  })

  test('lets every person sign in with the demo password, in their language', async () => {
    const signedIn = await Promise.all(
      demoPeople.map(({ username }) => node.client(null).auth.login({ username, password: demoPassword })),
    )
    expect(signedIn.map(({ user }) => [user.username, user.displayName, user.language])).toEqual(
      demoPeople.map((one) => [one.username, one.displayName, one.language]),
    )
  })

  test('writes it all through changesets, so that the chain is whole and names who did it', async () => {
    const { chains } = await node.client(node.administrator).quality.verify()
    expect(chains.map(({ intact, broken }) => ({ intact, broken }))).toEqual([{ intact: true, broken: null }])
  })

  test('leaves follow-ups that are overdue and some that are still to come', async () => {
    const client = node.client(node.administrator)
    const [overdue, open] = [
      await client.customers.followUps({ state: 'overdue' }),
      await client.customers.followUps({ state: 'open' }),
    ]
    expect(open.total).toBeGreaterThan(overdue.total)
    if (scale === 1) expect(overdue.total).toBeGreaterThan(5)
  })

  test('refuses a database that is in use', async () => {
    expect(await refusalOf(fillWithDemoData(node.node, () => undefined))).toMatchObject({
      code: 'demo_needs_empty_database',
      data: { customers, animals, people: 15, sites: 3 },
    })
  })
})
