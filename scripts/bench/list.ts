/**
 * The animals list as a grid asks for it: pages of 50 with filter and sort, deep windows, search as you type, one record.
 * Through the contract's procedures without a transport: policy, validation, SQL, the parts of every row, validation of
 * the answer. On SQLite with a million animals, and on PGlite with a hundred thousand.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PostgresStore } from '../../src/node/store/postgres-engine.ts'
import { type BenchClient, type BenchNode, openBenchNode } from './bench-node.ts'
import { loadPostgres } from './bulk-load.ts'
import type { Bench } from './figure.ts'
import { animalStore } from './million-animals.ts'
import { median, quantile } from './statistics.ts'

type ListInput = Parameters<BenchClient['animals']['list']>[0]

const pageGoal = 20
const searchGoal = 50
/** Times each request is asked; of the first the total was not counted before. */
const repeats = 15

export async function bench(emit: Parameters<Bench>[0]): Promise<void> {
  const store = await animalStore()
  if (store.madeInSeconds !== null) {
    emit({
      name: 'making a station with 1M animals',
      value: store.madeInSeconds,
      unit: 's',
      goal: '< 180 s',
      ok: store.madeInSeconds < 180,
    })
  }
  const node = await openBenchNode(store.folder)
  await measure(node.client, '1M', emit)
  await measureOneSite(node, emit)
  await node.close()

  const folder = mkdtempSync(join(tmpdir(), 'reprotech-bench-'))
  const hq = await openBenchNode(null, folder)
  await loadPostgres(hq.store.engine as PostgresStore, 100_000, await hq.makeSites())
  // The goals are a bench's; HQ is measured beside it.
  await measure(hq.client, '100k on PGlite', ({ goal: _goal, ok: _ok, ...figure }) => emit(figure))
  await hq.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Windows of the grid: filters from broad to narrow, each sorted in several ways. */
const windows: Readonly<Record<string, readonly ListInput[]>> = {
  'list unfiltered': [
    { sort: 'name' },
    { sort: '-updatedAt' },
    { sort: 'birthDate' },
    { sort: '-birthDate' },
    { sort: 'code' },
  ],
  'list broad filter': [
    { species: 'bovine', sort: 'name' },
    { status: 'active', sort: '-updatedAt' },
    { sex: 'female', species: ['bovine', 'camel'], sort: 'birthDate' },
    { mainBreed: 'holstein', status: 'active', sort: 'name' },
    {
      where: {
        all: [
          { field: 'birthDate', op: 'gte', value: '2015-01-01' },
          { field: 'status', op: 'is_not', value: 'dead' },
        ],
      },
      sort: 'name',
    },
  ],
  'list narrow filter': [
    { species: 'caprine', status: 'quarantined', sort: '-updatedAt' },
    { where: { all: [{ field: 'name', op: 'starts_with', value: 'kharj lambda' }] }, sort: 'birthDate' },
    { where: { all: [{ field: 'birthDate', op: 'between', value: ['2010-03-01', '2010-03-07'] }] }, sort: 'name' },
    { where: { all: [{ field: 'internalNumber', op: 'is', value: 'H-4417' }] }, sort: 'name' },
    { where: { all: [{ field: 'inbreeding', op: 'gt', value: 0.2 }] }, sort: 'name' },
  ],
}

const searches = [
  'kharj lambda',
  'safi',
  'H-4417',
  'h44',
  '682000100004417',
  'najd wadha',
  'sandhill mogul',
  'layal',
  'AN0',
  '6820001',
]

async function measure(client: BenchClient, size: string, emit: Parameters<Bench>[0]): Promise<void> {
  const withGoal = (name: string, value: number, goal: number) =>
    emit({ name: `${name}, ${size}`, value, unit: 'ms p95', goal: `p95 < ${goal} ms`, ok: value < goal })
  for (const [name, requests] of Object.entries(windows)) {
    const first: number[] = []
    const again: number[] = []
    for (const request of requests) {
      first.push(await timed(client, { limit: 50, ...request }))
      for (let repeat = 1; repeat < repeats; repeat += 1) again.push(await timed(client, { limit: 50, ...request }))
    }
    withGoal(`${name}, page of 50`, quantile(again, 0.95), pageGoal)
    emit({ name: `${name}, first time with its total, ${size}`, value: Math.max(...first), unit: 'ms max' })
  }
  withGoal('list, 20 pages on by cursor', quantile(await cursorPages(client), 0.95), pageGoal)
  withGoal('list, jump into the middle', quantile(await jumps(client, oneIndex), 0.95), pageGoal)
  withGoal('list, jump with several filters', quantile(await jumps(client, severalFilters), 0.95), pageGoal)
  withGoal(
    'search as you type in the list',
    quantile(await typing(client, (q) => client.animals.list({ q, limit: 50 })), 0.95),
    searchGoal,
  )
  withGoal(
    'search as you type in the palette',
    quantile(await typing(client, (q) => client.animals.lookup({ q, limit: 8 })), 0.95),
    searchGoal,
  )
  const { items } = await client.animals.list({ limit: 50, sort: '-updatedAt' })
  const records: number[] = []
  for (const { id } of items) records.push(await milliseconds(() => client.animals.get({ id })))
  emit({ name: `one animal whole, ${size}`, value: median(records), unit: 'ms' })
  emit({
    name: `statistics of the register, ${size}`,
    value: await milliseconds(() => client.animals.stats({})),
    unit: 'ms',
  })
}

/** A person of one site, whose every list leaves two thirds of the animals out. */
async function measureOneSite(node: BenchNode, emit: Parameters<Bench>[0]): Promise<void> {
  const { items } = await node.client.sites.list({ limit: 1 })
  const client = node.clientAt(items[0]?.id ?? '')
  const times: number[] = []
  for (const request of [{ sort: 'name' }, { species: 'bovine', sort: '-updatedAt' }] as const) {
    await timed(client, request)
    for (let repeat = 1; repeat < repeats; repeat += 1) times.push(await timed(client, { limit: 50, ...request }))
  }
  const value = quantile(times, 0.95)
  emit({
    name: 'list of one site, page of 50, 1M',
    value,
    unit: 'ms p95',
    goal: `p95 < ${pageGoal} ms`,
    ok: value < pageGoal,
  })
}

async function timed(client: BenchClient, request: ListInput): Promise<number> {
  return milliseconds(() => client.animals.list(request))
}

async function cursorPages(client: BenchClient): Promise<number[]> {
  const times: number[] = []
  for (const request of [
    { sort: 'name' },
    { species: 'bovine', sort: '-birthDate' },
    { status: 'active', sort: 'name' },
  ] as const) {
    let cursor: string | undefined
    for (let page = 0; page < 20; page += 1) {
      const start = performance.now()
      const answer = await client.animals.list({ limit: 50, ...request, ...(cursor === undefined ? {} : { cursor }) })
      if (page > 0) times.push(performance.now() - start)
      cursor = answer.nextCursor ?? undefined
    }
  }
  return times
}

const oneIndex: readonly ListInput[] = [{ sort: 'name' }, { sort: '-updatedAt' }, { species: 'bovine', sort: 'name' }]
const severalFilters: readonly ListInput[] = [
  { mainBreed: 'holstein', status: 'active', sort: 'name' },
  { status: 'active', sort: '-updatedAt' },
]

/** A grid whose scroll bar is dragged: windows at any place of the list. */
async function jumps(client: BenchClient, requests: readonly ListInput[]): Promise<number[]> {
  const times: number[] = []
  for (const request of requests) {
    const { total } = await client.animals.list({ limit: 50, ...request })
    for (const share of [0.03, 0.2, 0.37, 0.5, 0.66, 0.81, 0.97])
      times.push(await timed(client, { limit: 50, ...request, offset: Math.floor(total * share) }))
  }
  return times
}

/** Every beginning of each text, letter by letter. */
async function typing(client: BenchClient, ask: (text: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  await client.animals.list({ limit: 1 })
  for (const text of searches)
    for (let length = 1; length <= text.length; length += 1)
      times.push(await milliseconds(() => ask(text.slice(0, length))))
  return times
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
