/**
 * How long a person waits for a bench: the station process from its start to `/readyz` and to the first page of a million
 * animals, after an orderly stop; and once after a kill, when the whole file is checked first.
 */
import { administrator } from './bench-node.ts'
import type { Bench } from './figure.ts'
import { animalStore } from './million-animals.ts'
import { ask, type StationProcess, startStationProcess } from './station-process.ts'
import { median } from './statistics.ts'

const starts = 5
const goalMs = 2500
const firstPage = '/api/v1/animals?limit=50&sort=name'

export const bench: Bench = async (emit) => {
  const { folder } = await animalStore()
  const before = await startStationProcess(folder)
  const { accessToken } = await ask<{ accessToken: string }>(before.address, '/api/v1/auth/login', null, administrator)
  await before.stop()

  const ready: number[] = []
  const listed: number[] = []
  for (let start = 0; start < starts; start += 1) {
    const station = await startStationProcess(folder)
    await ask(station.address, '/readyz', null)
    ready.push(since(station))
    await ask(station.address, firstPage, accessToken)
    listed.push(since(station))
    await station.stop()
  }
  emit({ name: 'start to /readyz, 1M animals', value: median(ready), unit: 'ms' })
  emit({
    name: 'start to first page, 1M animals',
    value: median(listed),
    unit: 'ms',
    goal: `< ${goalMs} ms`,
    ok: median(listed) < goalMs,
  })
  emit({ name: 'start to first page, slowest of 5', value: Math.max(...listed), unit: 'ms' })

  const killed = await startStationProcess(folder)
  await killed.stop('SIGKILL')
  const after = await startStationProcess(folder)
  await ask(after.address, firstPage, accessToken)
  emit({ name: 'start to first page after a kill, 1M animals', value: since(after), unit: 'ms' })
  await after.stop()
}

function since(station: StationProcess): number {
  return performance.now() - station.startedAt
}
