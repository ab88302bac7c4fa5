/** A node of the real parts in this process, guard off as in production, and a client that calls its contract. */
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { pino } from 'pino'
import type { RoleGrant } from '../../src/core/areas/people/roles.ts'
import type { Contract } from '../../src/core/contract.ts'
import { createAdministrator } from '../../src/node/areas/people/create-administrator.ts'
import { type ComposedNode, composeNode } from '../../src/node/compose-node.ts'
import type { Actor } from '../../src/node/runtime/call.ts'
import { createSystemIds, systemClock } from '../../src/node/runtime/ports.ts'
import { openHqStore } from '../../src/node/store/open-hq-store.ts'
import { type OpenStore, openStationStore } from '../../src/node/store/open-station-store.ts'

export const administrator = { username: 'bench', password: 'measured with care' } as const

export type BenchClient = ContractRouterClient<Contract>

export interface BenchNode {
  readonly store: OpenStore
  readonly node: ComposedNode
  /** Calls as an administrator of every site, without a transport between. */
  readonly client: BenchClient
  /** Calls as a technician of one site. */
  clientAt(siteId: string): BenchClient
  /** Makes three sites and the administrator whose sign-in is `administrator`; returns the sites' ids. */
  makeSites(): Promise<string[]>
  close(): Promise<void>
}

/** Opens a station in a folder, or HQ on PGlite in memory when there is none. */
export async function openBenchNode(folder: string | null, dataFolder = folder ?? ''): Promise<BenchNode> {
  const ids = createSystemIds()
  const common = { clock: systemClock, ids, guarded: false }
  const store =
    folder === null
      ? await openHqStore({ ...common, folder: undefined, databaseUrl: undefined })
      : await openStationStore({ ...common, folder })
  const node = composeNode({
    store,
    clock: systemClock,
    ids,
    log: pino({ level: 'silent' }),
    dataFolder,
    kind: folder === null ? 'hq' : 'station',
    version: 'bench',
    backups: null,
  })
  const clientOf = (grants: readonly RoleGrant[]) => {
    const names = { username: 'bench', displayName: 'bench', homeSiteId: null }
    const actor: Actor = { userId: ids.next(), sessionId: ids.next(), ...names, grants }
    const context = { resolveCall: async () => ({ actor, origin: { transport: 'internal', address: null } }) }
    return createRouterClient(node.router as never, { context: context as never }) as unknown as BenchClient
  }
  const client = clientOf([{ role: 'administrator', siteId: null }])
  return {
    store,
    node,
    client,
    clientAt: (siteId) => clientOf([{ role: 'laboratory_technician', siteId }]),
    async makeSites() {
      await createAdministrator(node, { ...administrator, displayName: 'Bench' })
      const made: string[] = []
      for (const code of ['KHJ', 'RUH', 'AHS'])
        made.push((await client.sites.create({ code, name: code, kind: 'farm', timeZone: 'Asia/Riyadh' })).id)
      return made
    },
    async close() {
      await node.close()
      await store.close()
    },
  }
}
