/** A station's data folder with a million animals, made once per run of the benchmarks and removed at its end. */
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { administrator, openBenchNode } from './bench-node.ts'
import { loadSqlite } from './bulk-load.ts'

export interface AnimalStore {
  readonly folder: string
  readonly count: number
  /** Seconds it took to make; null when it was there from another run. */
  readonly madeInSeconds: number | null
}

const stores = new Map<number, Promise<AnimalStore>>()

/**
 * Gives the folder of a station that holds `count` animals and an administrator. With REPROTECH_BENCH_DATA the folder lies
 * there and is kept for the next run; otherwise in a temporary folder.
 */
export function animalStore(count = 1_000_000): Promise<AnimalStore> {
  const known = stores.get(count)
  if (known !== undefined) return known
  const made = makeStore(count)
  stores.set(count, made)
  return made
}

async function makeStore(count: number): Promise<AnimalStore> {
  const kept = process.env.REPROTECH_BENCH_DATA
  const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'reprotech-bench-')) : join(kept, `station-${count}`)
  const done = join(folder, 'complete')
  if (existsSync(done)) return { folder, count, madeInSeconds: null }
  rmSync(folder, { recursive: true, force: true })
  if (kept === undefined) process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  process.stderr.write(`Making a station with ${count} animals.\n`)
  const start = performance.now()
  const node = await openBenchNode(folder)
  const siteIds = await node.makeSites()
  await node.close()
  loadSqlite(join(folder, 'reprotech.sqlite'), count, siteIds)
  const madeInSeconds = (performance.now() - start) / 1000
  const megabytes = Math.round(statSync(join(folder, 'reprotech.sqlite')).size / 1e6)
  process.stderr.write(`Made in ${madeInSeconds.toFixed(0)} s, ${megabytes} MB; sign-in ${administrator.username}.\n`)
  writeFileSync(done, '')
  return { folder, count, madeInSeconds }
}
