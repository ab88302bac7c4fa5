/**
 * A whole node in one process for tests: real engine, real wrapper with the write guard, real services, and a clock and
 * random source that the test owns.
 *
 *   const node = await openTestNode('sqlite')
 *   await node.client(node.administrator).customers.create({ ... })
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { pino } from 'pino'
import type { RoleName } from '../../src/core/areas/people/roles.ts'
import type { Contract } from '../../src/core/contract.ts'
import { createIds, type Ids } from '../../src/core/kernel/ids.ts'
import { type ComposedNode, composeNode } from '../../src/node/compose-node.ts'
import { answerError } from '../../src/node/rpc/answer-errors.ts'
import type { Actor, Call } from '../../src/node/runtime/call.ts'
import { openHqStore } from '../../src/node/store/open-hq-store.ts'
import { type OpenStore, openStationStore } from '../../src/node/store/open-station-store.ts'
import { createDatabase } from './postgres-server.ts'
import { seededRandom } from './seeded-random.ts'

export type TestEngine = 'sqlite' | 'pglite' | 'postgres'

/** A clock that moves only when told to. */
export interface TestClock {
  nowMs(): number
  advance(ms: number): void
}

export type TestClient = ContractRouterClient<Contract>

export interface TestNode {
  readonly store: OpenStore
  readonly node: ComposedNode
  readonly clock: TestClock
  readonly ids: Ids
  readonly folder: string
  /** A person with one role, everywhere or at the given site. */
  actor(role: RoleName, siteId?: string | null): Actor
  readonly administrator: Actor
  call(actor: Actor | null, extra?: Partial<Call>): Call
  /** Calls the router as this person, with errors as every transport answers them. */
  client(actor: Actor | null, extra?: Partial<Call>): TestClient
  close(): Promise<void>
}

export async function openTestNode(engine: TestEngine = 'sqlite', seed = 1): Promise<TestNode> {
  let now = Date.UTC(2026, 10, 24, 8, 0, 0)
  const clock: TestClock = {
    nowMs: () => now,
    advance: (ms) => {
      now += ms
    },
  }
  const ids = createIds(clock, seededRandom(seed))
  const folder = mkdtempSync(join(tmpdir(), 'reprotech-test-'))
  const store =
    engine === 'sqlite'
      ? await openStationStore({ folder, clock, ids, guarded: true })
      : await openHqStore({
          folder: undefined,
          databaseUrl: engine === 'postgres' ? await createDatabase() : undefined,
          clock,
          ids,
          guarded: true,
        })
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
  const node = composeNode({
    store,
    clock,
    ids,
    log,
    dataFolder: folder,
    kind: engine === 'sqlite' ? 'station' : 'hq',
    version: 'test',
    backups: null,
  })

  function actor(role: RoleName, siteId: string | null = null): Actor {
    const userId = ids.next()
    return {
      userId,
      username: `${role}-${userId.slice(-4)}`,
      displayName: role,
      sessionId: ids.next(),
      grants: [{ role, siteId }],
      homeSiteId: siteId,
    }
  }
  const call = (who: Actor | null, extra: Partial<Call> = {}): Call => ({
    actor: who,
    origin: { transport: 'internal', address: null },
    ...extra,
  })
  return {
    store,
    node,
    clock,
    ids,
    folder,
    actor,
    administrator: actor('administrator'),
    call,
    client: (who, extra) =>
      createRouterClient(node.router as never, {
        context: { resolveCall: async () => call(who, extra) } as never,
        interceptors: [
          async ({ next }: { next: () => Promise<unknown> }) => {
            try {
              return await next()
            } catch (error) {
              throw answerError(error, ids, log)
            }
          },
        ] as never,
      }) as unknown as TestClient,
    close: async () => {
      await node.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Runs a call that must be refused and returns its code and data; throws when it was not refused. */
export async function refusalOf(
  promise: Promise<unknown>,
): Promise<{ code: string; status: number; data: Record<string, unknown> }> {
  let outcome: unknown
  try {
    outcome = await promise
  } catch (error) {
    const refused = error as { code: string; status: number; data: Record<string, unknown> }
    return { code: refused.code, status: refused.status, data: refused.data }
  }
  throw new Error(`expected a refusal, got ${JSON.stringify(outcome)}`)
}
