/**
 * Every window of a list against the plain definition of it: filter, sort and cut the records in memory. The list query
 * chooses among several plans by counts; whichever it takes, the rows must be these.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Customer } from '../../src/core/areas/customers/customers.model.ts'
import { searchBody, searchWords } from '../../src/core/kernel/search-text.ts'
import { seededNumbers } from '../support/seeded-random.ts'
import { openTestNode, type TestClient, type TestNode } from '../support/test-node.ts'

const records = 400
const firstWords = ['Kharj', 'Safi', 'Najd', 'Hail', 'Wadi', 'Asir']
const lastWords = ['Dairy', 'Stud', 'Camels', 'Farm', 'Khan', 'Naqa', 'مزرعة']

const window = fc.record({
  sort: fc.constantFrom(
    'name',
    '-name',
    'creditLimit',
    '-creditLimit',
    'code',
    '-updatedAt',
    'status,-name',
    '-language,code',
  ),
  status: fc.option(fc.constantFrom('active', 'prospect', 'blocked'), { nil: undefined }),
  categories: fc.option(fc.constantFrom<string[]>(['vip'], ['vip', 'premium']), { nil: undefined }),
  q: fc.option(fc.constantFrom('k', 'kha', 'kharj', 'kharj d', 'n', 'na', 'farm', 'مز', 'safi camels', 'zebra'), {
    nil: undefined,
  }),
  offset: fc.option(fc.integer({ min: 1, max: records + 20 }), { nil: undefined }),
  limit: fc.integer({ min: 1, max: 60 }),
})

type Window = typeof window extends fc.Arbitrary<infer One> ? One : never

describe.each(['sqlite', 'pglite'] as const)('list windows on %s', (engine) => {
  let node: TestNode
  let client: TestClient
  let all: Customer[] = []
  beforeAll(async () => {
    node = await openTestNode(engine)
    client = node.client(node.administrator)
    const random = seededNumbers(11)
    const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
    for (let number = 0; number < records; number += 1) {
      node.clock.advance(1000)
      await client.customers.create({
        name: `${pick(firstWords)} ${pick(lastWords)}`,
        type: 'organization',
        status: pick(['active', 'active', 'active', 'prospect', 'inactive']),
        category: pick(['standard', 'premium', 'vip']),
        creditLimit: random() < 0.3 ? null : Math.floor(random() * 8) * 1000,
        language: pick(['en', 'ar', null]),
      })
    }
    const pages = await client.customers.list({ limit: 500 })
    all = pages.items
    // One is laid aside: it belongs to no window and no total.
    const [gone] = all.splice(7, 1)
    await client.customers.archive({ id: gone?.id ?? '' })
  })
  afterAll(() => node.close())

  test('are what filtering, sorting and cutting in memory gives, by offset and by cursor', async () => {
    const property = fc.asyncProperty(window, async ({ offset, limit, ...wanted }) => {
      const expected = inMemory(all, wanted)
      const { categories, ...rest } = wanted
      const where = { all: [{ field: 'category', op: 'in', value: categories }] }
      const request = categories === undefined ? rest : { ...rest, where }
      const page = await client.customers.list({ ...request, limit, ...(offset === undefined ? {} : { offset }) })
      const from = offset ?? 0
      expect([page.total, ...page.items.map((one) => one.code)]).toEqual([
        expected.length,
        ...expected.slice(from, from + limit).map((one) => one.code),
      ])
      if (page.nextCursor === null) expect(from + limit >= expected.length).toBe(true)
      else {
        const next = await client.customers.list({ ...request, limit, cursor: page.nextCursor })
        expect(next.items.map((one) => one.code)).toEqual(
          expected.slice(from + limit, from + 2 * limit).map((one) => one.code),
        )
      }
    })
    await fc.assert(property, { seed: 20_261_124, numRuns: engine === 'sqlite' ? 250 : 80 })
  })
})

function inMemory(
  all: readonly Customer[],
  { sort, status, categories, q }: Omit<Window, 'offset' | 'limit'>,
): Customer[] {
  const words = q === undefined ? [] : searchWords(q)
  const fits = (one: Customer) => {
    const body = searchBody([one.name, one.nameArabic, one.code, one.email, one.phone, one.taxId, ...one.tags]).split(
      ' ',
    )
    return (
      (status === undefined || one.status === status) &&
      (categories === undefined || categories.includes(one.category)) &&
      words.every((word) => body.some((part) => part.startsWith(word)))
    )
  }
  const keys = sort
    .split(',')
    .map((key) => ({ field: key.replace('-', '') as keyof Customer, down: key.startsWith('-') }))
  return all.filter(fits).sort((left, right) => {
    for (const { field, down } of keys) {
      const order = compare(left[field] as string | number | null, right[field] as string | number | null, down)
      if (order !== 0) return order
    }
    return compare(left.id, right.id, keys.at(-1)?.down === true)
  })
}

/** Nothing stands last in either direction. */
function compare(left: string | number | null, right: string | number | null, down: boolean): number {
  if (left === right) return 0
  if (left === null) return 1
  if (right === null) return -1
  return left < right === down ? 1 : -1
}
