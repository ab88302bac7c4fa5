/** Resident memory of the station process with a million animals: just started, and idle after some work. */
import { setTimeout as wait } from 'node:timers/promises'
import { administrator } from './bench-node.ts'
import type { Bench } from './figure.ts'
import { animalStore } from './million-animals.ts'
import { ask, startStationProcess } from './station-process.ts'

const goalMegabytes = 250
/** After so long nothing of the work before is going on any more; garbage may not have been collected, which counts. */
const restMs = 5000

const work = [
  ...[0, 50, 400_000, 999_900].map((offset) => `/api/v1/animals?limit=50&sort=name&offset=${offset}`),
  '/api/v1/animals?limit=50&sort=-updatedAt&species=bovine&status=active',
  '/api/v1/animals?limit=50&q=kharj',
  '/api/v1/animals?limit=50&q=h44',
  '/api/v1/animals/lookup?q=saf',
  '/api/v1/customers?limit=50',
]

/** Keeps the heap of new objects small; by default it grows to 130 MB while the modules load, and never shrinks again. */
const smallYoungGeneration = '--max-semi-space-size=8'

export const bench: Bench = async (emit) => {
  const { folder } = await animalStore()
  await measure(folder, [], '1M animals', emit)
  await measure(folder, [smallYoungGeneration], `1M animals, ${smallYoungGeneration}`, emit)
}

async function measure(
  folder: string,
  flags: readonly string[],
  what: string,
  emit: Parameters<Bench>[0],
): Promise<void> {
  const station = await startStationProcess(folder, flags)
  try {
    const atStart = station.residentMegabytes()
    if (atStart === null) throw new Error('memory is measured on Linux only')
    emit({ name: `memory after start, ${what}`, value: atStart, unit: 'MB' })
    const { accessToken } = await ask<{ accessToken: string }>(
      station.address,
      '/api/v1/auth/login',
      null,
      administrator,
    )
    for (const path of work) await ask(station.address, path, accessToken)
    emit({ name: `memory after ten pages, ${what}`, value: station.residentMegabytes() ?? 0, unit: 'MB' })
    await wait(restMs)
    const idle = station.residentMegabytes() ?? 0
    emit({
      name: `idle memory, ${what}`,
      value: idle,
      unit: 'MB',
      goal: `< ${goalMegabytes} MB`,
      ok: idle < goalMegabytes,
    })
  } finally {
    await station.stop()
  }
}
