/**
 * A node with an administrator and a site, and clients that call with real access tokens: the token is checked at every
 * call, as the transports do it.
 */

import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import type { SignedIn } from '../../src/core/areas/people/people.model.ts'
import type { RoleName } from '../../src/core/areas/people/roles.ts'
import type { Contract } from '../../src/core/contract.ts'
import { canonicalJson } from '../../src/core/kernel/canonical-json.ts'
import { createPeople } from '../../src/node/areas/people/create-people.ts'
import { readSettings } from '../../src/node/areas/system/settings.ts'
import { callFromHeaders } from '../../src/node/http/call-from-headers.ts'
import { answerError } from '../../src/node/rpc/answer-errors.ts'
import { openTestNode, type TestEngine, type TestNode } from '../support/test-node.ts'

export type PeopleClient = ContractRouterClient<Pick<Contract, 'auth' | 'users' | 'sites'>>

export interface PeopleBench {
  readonly node: TestNode
  readonly people: ReturnType<typeof createPeople>
  /** Nobody is signed in. */
  readonly door: PeopleClient
  /** The first administrator, until the clock has moved by ten minutes. */
  readonly administrator: PeopleClient
  readonly administratorId: string
  readonly siteId: string
  /** Calls with this access token and these headers. */
  client(signedIn: Pick<SignedIn, 'accessToken'> | null, headers?: Record<string, string>): PeopleClient
  /** Adds a person with `password` and roles; returns the id. */
  add(
    username: string,
    roles?: readonly { role: RoleName; siteId?: string | null }[],
    more?: Record<string, unknown>,
  ): Promise<string>
  signIn(username: string, given?: string): Promise<SignedIn>
  /** Facts in the audit trail, oldest first: `event` or `event/reason`. */
  trail(username: string): Promise<string[]>
  /** Everything the store keeps about changes and repeated requests, as one text. */
  everythingKept(): Promise<string>
  close(): Promise<void>
}

/** Password of the people a bench adds. */
export const password = 'four quiet herons'
export const administratorPassword = 'salt and lantern 9'

export async function openPeopleBench(engine: TestEngine, isStation = true): Promise<PeopleBench> {
  const node = await openTestNode(engine)
  const { store, clock, ids, folder } = node
  const { commands, bind, counts } = node.node
  const people = createPeople({
    engine: store.engine,
    commands,
    bind,
    clock,
    ids,
    counts,
    device: store.device,
    dataFolder: folder,
    isStation,
    quickUnlockDays: async (tx) => (await readSettings(tx, node.store.device)).offlineSignInDays,
  })

  const client = (
    signedIn: Pick<SignedIn, 'accessToken'> | null,
    headers: Record<string, string> = {},
  ): PeopleClient => {
    const all = signedIn === null ? headers : { ...headers, authorization: `Bearer ${signedIn.accessToken}` }
    return createRouterClient(people.routers as never, {
      context: {
        resolveCall: () => callFromHeaders(all, { transport: 'rest', address: '10.0.0.7' }, people.resolver),
      } as never,
      interceptors: [
        async ({ next }: { next: () => Promise<unknown> }) => {
          try {
            return await next()
          } catch (error) {
            throw answerError(error, ids, { error: (facts) => console.error(facts) })
          }
        },
      ] as never,
    }) as unknown as PeopleClient
  }

  const door = client(null)
  const first = await door.auth.setup({
    username: 'huda',
    password: administratorPassword,
    displayName: 'Huda Al Saud',
    site: { code: 'KHJ', name: 'Al Kharj', kind: 'laboratory', timeZone: 'Asia/Riyadh' },
  })
  const signIn = (username: string, given = password) => door.auth.login({ username, password: given })
  return {
    node,
    people,
    door,
    administrator: client(first),
    administratorId: first.user.id,
    siteId: first.user.homeSiteId as string,
    client,
    add: async (username, roles = [], more = {}) => {
      // Signs in each time, because tests move the clock and an access token lasts ten minutes.
      const administrator = client(await signIn('huda', administratorPassword))
      return (
        await administrator.users.create({ username, displayName: username, password, roles: [...roles], ...more })
      ).id
    },
    signIn,
    trail: (username) =>
      store.engine.read(async (tx) => {
        const rows = await tx.db.select().from(tx.tables.signInEvent).orderBy(tx.tables.signInEvent.id)
        return rows
          .filter((row) => row.usernameGiven === username)
          .map((row) => (row.reason === null ? row.event : `${row.event}/${row.reason}`))
      }),
    everythingKept: () =>
      store.engine.read(async (tx) =>
        canonicalJson([
          await tx.db.select().from(tx.tables.changeSet),
          await tx.db.select().from(tx.tables.idempotencyKey),
          await tx.db.select().from(tx.tables.session),
          await tx.db.select().from(tx.tables.spentRefreshToken),
          await tx.db.select().from(tx.tables.credential),
          await tx.db.select().from(tx.tables.signInEvent),
          await tx.db.select().from(tx.tables.signInGuard),
        ] as never),
      ),
    close: () => node.close(),
  }
}
