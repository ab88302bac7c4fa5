/**
 * What the changeset costs: the same customer rows with the same derived values, once through the command wrapper, once
 * in bare transactions without changeset and chain. Interleaved, same file, `synchronous=FULL`, guard off as in production.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { permissions } from '../../src/core/policies.ts'
import { composeNode } from '../../src/node/compose-node.ts'
import type { Actor } from '../../src/node/runtime/call.ts'
import { openChange } from '../../src/node/runtime/change.ts'
import { createSystemIds, systemClock } from '../../src/node/runtime/ports.ts'
import { openReading } from '../../src/node/runtime/reading.ts'
import { openStationStore } from '../../src/node/store/open-station-store.ts'
import type { Figure } from './figure.ts'
import { median } from './statistics.ts'

const rounds = 9
const perRound = 300

export async function bench(emit: (figure: Figure) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'reprotech-bench-'))
  const ids = createSystemIds()
  const store = await openStationStore({ folder, clock: systemClock, ids, guarded: false })
  const node = composeNode({
    store,
    clock: systemClock,
    ids,
    log: pino({ level: 'silent' }),
    dataFolder: folder,
    kind: 'station',
    version: 'bench',
    backups: null,
  })
  const actor: Actor = {
    userId: ids.next(),
    username: 'bench',
    displayName: 'bench',
    sessionId: ids.next(),
    grants: [{ role: 'administrator', siteId: null }],
    homeSiteId: null,
  }
  const call = { actor, origin: { transport: 'internal' as const, address: null } }
  const spec = { action: 'customers.create', access: 'customers.write', undoable: true }
  let number = 0

  const row = () => {
    number += 1
    return {
      name: `Customer ${number}`,
      code: `B${number}`,
      type: 'individual',
      category: 'standard',
      status: 'active',
      notes: 'x'.repeat(120),
      tags: [],
    } as const
  }
  const withChangeset = () =>
    node.commands.run(call, spec, (change) => change.insert('customer', { ...row(), tags: [] }))
  const without = () =>
    store.engine.write(async (tx) => {
      const reading = openReading(tx, call, permissions)
      const { change, log } = openChange({ tx, reading, ids, at: new Date().toISOString(), permission: spec.access })
      await change.insert('customer', { ...row(), tags: [] })
      const touched = log.ops.map((op, index) => ({ op, root: log.roots[index] as never }))
      for (const projection of node.projections) await projection.refresh(tx, touched)
    })

  const figures = { withChangeset: [] as number[], without: [] as number[] }
  for (let round = 0; round <= rounds; round += 1) {
    const first = await time(withChangeset)
    const second = await time(without)
    // The first round warms the caches up.
    if (round === 0) continue
    figures.withChangeset.push(first)
    figures.without.push(second)
  }
  const ratio = median(figures.withChangeset.map((value, index) => value / (figures.without[index] ?? value)))
  emit({
    name: 'command with changeset',
    value: median(figures.withChangeset),
    unit: 'us',
    ratio,
    against: 'same rows and derived values without changeset',
    goal: '<= 1.3x',
    ok: ratio <= 1.3,
  })
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Microseconds per call. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  for (let index = 0; index < perRound; index += 1) await work()
  return ((performance.now() - start) * 1000) / perRound
}
