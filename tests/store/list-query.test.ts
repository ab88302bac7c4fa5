/** The list query against a plain model: any filter, any order, by cursor and by offset, on both engines. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Condition, ConditionGroup } from '../../src/core/kernel/listing.ts'
import { seededNumbers } from '../support/seeded-random.ts'
import { openTestNode, refusalOf, type TestEngine, type TestNode } from '../support/test-node.ts'

const engines: readonly TestEngine[] = ['sqlite', 'pglite']
const seed = 20261124

interface Sample {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly status: string
  readonly industry: string | null
  readonly creditLimit: number | null
}

const orders = [
  'name',
  '-name',
  'industry',
  '-industry',
  'creditLimit',
  '-creditLimit,name',
  'type,-industry',
  'status,type,-name',
]

const conditions: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field: fc.constant('type'),
    op: fc.constantFrom('is', 'is_not'),
    value: fc.constantFrom('individual', 'research'),
  }),
  fc.record({
    field: fc.constant('status'),
    op: fc.constantFrom('in', 'not_in'),
    value: fc.subarray(['active', 'inactive', 'blocked'], { minLength: 1 }),
  }),
  fc.record({ field: fc.constant('industry'), op: fc.constantFrom('is_empty', 'is_not_empty') }),
  fc.record({
    field: fc.constant('industry'),
    op: fc.constantFrom('contains', 'starts_with', 'is_not'),
    value: fc.constantFrom('dairy', 'da', '50%', '_'),
  }),
  fc.record({
    field: fc.constant('creditLimit'),
    op: fc.constantFrom('gt', 'gte', 'lt', 'lte', 'is'),
    value: fc.constantFrom(0, 100, 200),
  }),
  fc.record({ field: fc.constant('creditLimit'), op: fc.constant('between' as const), value: fc.constant([100, 200]) }),
) as fc.Arbitrary<Condition>

const groups: fc.Arbitrary<ConditionGroup> = fc.oneof(
  fc.record({ all: fc.array(conditions, { minLength: 1, maxLength: 3 }) }),
  fc.record({ any: fc.array(conditions, { minLength: 1, maxLength: 3 }) }),
  fc.record({ all: fc.tuple(conditions, fc.record({ any: fc.array(conditions, { minLength: 1, maxLength: 2 }) })) }),
) as fc.Arbitrary<ConditionGroup>

describe.each(engines)('lists on %s', (engine) => {
  let node: TestNode
  let samples: Sample[]
  beforeAll(async () => {
    node = await openTestNode(engine)
    const next = seededNumbers(seed)
    const pick = <Item>(items: readonly Item[]) => items[Math.floor(next() * items.length)] as Item
    const client = node.client(node.administrator)
    samples = []
    for (let index = 0; index < 60; index += 1) {
      const added = await client.customers.create({
        name: pick(['Amal', 'Basma', 'Dana', 'Noor', 'noor', 'Zain']),
        type: pick(['individual', 'organization', 'research'] as const),
        status: pick(['active', 'inactive', 'blocked'] as const),
        industry: pick([null, 'dairy', 'Dairy 50%', 'racing_club', 'da']),
        creditLimit: pick([null, 0, 100, 200, 150.5]),
      })
      samples.push(added)
    }
  })
  afterAll(async () => {
    await node.close()
  })

  test('by cursor give exactly the matching records once, in order', async () => {
    const client = node.client(node.administrator)
    await fc.assert(
      fc.asyncProperty(
        groups,
        fc.constantFrom(...orders),
        fc.integer({ min: 1, max: 25 }),
        async (where, sort, limit) => {
          const expected = ordered(
            samples.filter((sample) => holds(sample, where)),
            sort,
          )
          const seen: string[] = []
          let cursor: string | undefined
          do {
            const page = await client.customers.list({ where, sort, limit, cursor })
            expect(page.total).toBe(expected.length)
            seen.push(...page.items.map((item) => item.id))
            cursor = page.nextCursor ?? undefined
          } while (cursor !== undefined && seen.length <= samples.length)
          expect(seen).toEqual(expected.map((sample) => sample.id))
        },
      ),
      { seed, numRuns: engine === 'sqlite' ? 150 : 40 },
    )
  })

  test('by offset give the window a grid jumps to', async () => {
    const client = node.client(node.administrator)
    const expected = ordered(samples, '-industry').slice(37, 47)
    const page = await client.customers.list({ sort: '-industry', offset: 37, limit: 10 })
    expect(page.items.map((item) => item.id)).toEqual(expected.map((sample) => sample.id))
  })

  test('refuse a field they do not have and a value of the wrong form', async () => {
    const client = node.client(node.administrator)
    expect(
      await refusalOf(
        client.customers.list({ where: { all: [{ field: 'id; drop table customer', op: 'is', value: 1 }] } }),
      ),
    ).toMatchObject({ code: 'validation_failed' })
    expect(await refusalOf(client.customers.list({ sort: 'password' }))).toMatchObject({
      code: 'validation_failed',
      data: { field: 'sort' },
    })
    expect(
      await refusalOf(client.customers.list({ where: { all: [{ field: 'creditLimit', op: 'between', value: 5 }] } })),
    ).toMatchObject({ code: 'validation_failed' })
  })
})

function holds(sample: Sample, group: ConditionGroup): boolean {
  const one = (member: Condition | ConditionGroup) => ('field' in member ? fits(sample, member) : holds(sample, member))
  return 'all' in group ? group.all.every(one) : group.any.some(one)
}

/** What each comparison says in words; "is not" holds for an empty field, ordering comparisons do not. */
function fits(sample: Sample, { field, op, value }: Condition): boolean {
  const found = sample[field as keyof Sample]
  const text = String(found ?? '').toLowerCase()
  const wanted = String(value).toLowerCase()
  switch (op) {
    case 'is':
      return found === value
    case 'is_not':
      return found !== value
    case 'in':
      return (value as unknown[]).includes(found)
    case 'not_in':
      return !(value as unknown[]).includes(found)
    case 'contains':
      return found !== null && text.includes(wanted)
    case 'starts_with':
      return found !== null && text.startsWith(wanted)
    case 'is_empty':
      return found === null
    case 'is_not_empty':
      return found !== null
    case 'between': {
      const [from = 0, to = 0] = value as number[]
      return typeof found === 'number' && found >= from && found <= to
    }
    default:
      return (
        typeof found === 'number' &&
        typeof value === 'number' &&
        { gt: found > value, gte: found >= value, lt: found < value, lte: found <= value }[op]
      )
  }
}

/** Nulls last in both directions; equal records by id, in the direction of the last key. */
function ordered(list: readonly Sample[], sort: string): Sample[] {
  const keys = sort
    .split(',')
    .map((part) => ({ field: part.replace('-', '') as keyof Sample, sign: part.startsWith('-') ? -1 : 1 }))
  return list.toSorted((left, right) => {
    for (const { field, sign } of keys) {
      const [a, b] = [left[field], right[field]]
      if (a === b) continue
      if (a === null) return 1
      if (b === null) return -1
      return (a < b ? -1 : 1) * sign
    }
    return (left.id < right.id ? -1 : 1) * (keys.at(-1)?.sign ?? 1)
  })
}
