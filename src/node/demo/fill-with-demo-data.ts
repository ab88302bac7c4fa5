import { createRouterClient } from '@orpc/server'
import { count, inArray } from 'drizzle-orm'
import { DomainError } from '../../core/kernel/refusal.ts'
import { createAdministrator } from '../areas/people/create-administrator.ts'
import type { Actor, Call } from '../runtime/call.ts'
import { demoPassword, demoPeople } from './demo-people.ts'
import { demoSites, type SiteCode } from './demo-sites.ts'
import type { DemoClient, DemoNode, DemoTools } from './demo-tools.ts'
import { fillAnimals } from './fill-animals.ts'
import { fillCustomers } from './fill-customers.ts'
import { createChoices } from './seeded-choices.ts'

export interface DemoOptions {
  /** 1 is the whole demo: 60 customers, 5,000 animals. Smaller for tests. */
  readonly scale?: number
  readonly seed?: number
}

export interface DemoCounts {
  readonly sites: number
  readonly people: number
  readonly customers: number
  readonly animals: number
}

/** Fills the node; refuses `demo_needs_empty_database` when it holds customers, animals, or a name or site of the demo. */
export async function fillWithDemoData(
  node: DemoNode,
  say: (sentence: string) => void,
  options: DemoOptions = {},
): Promise<DemoCounts> {
  await refuseUsedDatabase(node)
  const tools = await fillPeople(node, say, { scale: options.scale ?? 1, seed: options.seed ?? 20_261_124 })
  const owners = await fillCustomers(tools, createChoices(tools.seed))
  const animals = await fillAnimals(tools, owners, createChoices(tools.seed + 1))
  say(`The demo data is in: ${owners.length} customers and ${animals} animals.`)
  return { sites: demoSites.length, people: demoPeople.length, customers: owners.length, animals }
}

async function refuseUsedDatabase(node: DemoNode): Promise<void> {
  const found = await node.commands.read(
    { actor: null, origin: internal },
    'public',
    async ({ db, tables: { customer, animal, user, site } }) => {
      const one = async (rows: Promise<{ n: number }[]>) => Number((await rows)[0]?.n ?? 0)
      const usernames = demoPeople.map((person) => person.username)
      return {
        customers: await one(db.select({ n: count() }).from(customer)),
        animals: await one(db.select({ n: count() }).from(animal)),
        people: await one(db.select({ n: count() }).from(user).where(inArray(user.username, usernames))),
        sites: await one(
          db
            .select({ n: count() })
            .from(site)
            .where(
              inArray(
                site.code,
                demoSites.map((one) => one.code),
              ),
            ),
        ),
      }
    },
  )
  if (Object.values(found).some((number) => number > 0)) throw new DomainError('demo_needs_empty_database', found)
}

const internal = { transport: 'internal', address: null } as const

/** Makes sites and people in the name of the first of them, the administrator. */
async function fillPeople(
  node: DemoNode,
  say: (sentence: string) => void,
  { scale, seed }: { scale: number; seed: number },
): Promise<DemoTools> {
  say('Adding 3 sites and 15 people.')
  const [first, ...others] = demoPeople
  if (first === undefined) throw new Error('the demo has no people')
  const { id } = await createAdministrator(node, {
    username: first.username,
    displayName: first.displayName,
    password: demoPassword,
  })
  const actors = new Map<string, Actor>()
  const addActor = (
    userId: string,
    username: string,
    displayName: string,
    grants: Actor['grants'],
    homeSiteId: string | null,
  ) => actors.set(username, { userId, username, displayName, sessionId: node.people.ids.next(), grants, homeSiteId })
  addActor(id, first.username, first.displayName, [{ role: 'administrator', siteId: null }], null)
  const callOf = (username: string): Call => ({ actor: actors.get(username) ?? null, origin: internal })
  const clientOf = (username: string) =>
    createRouterClient(node.router as never, {
      context: { resolveCall: async () => callOf(username) } as never,
    }) as unknown as DemoClient
  const administrator = clientOf(first.username)

  const siteIds: Record<string, string> = {}
  for (const site of demoSites) siteIds[site.code] = (await administrator.sites.create(site)).id
  const siteOf = (code: SiteCode | null) => (code === null ? null : (siteIds[code] ?? null))
  const nodeKind = (await administrator.auth.setupStatus()).node
  for (const { username, displayName, language, position, department, home, roles } of others) {
    const grants = roles.map(([role, code]) => ({ role, siteId: siteOf(code) }))
    const fields = {
      username,
      displayName,
      language,
      position,
      department,
      email: `${username}@reprotech.example`,
      homeSiteId: siteOf(home),
    }
    const person = await administrator.users.create({ ...fields, password: demoPassword, roles: grants })
    addActor(person.id, username, displayName, grants, siteOf(home))
  }
  await administrator.users.update({
    id,
    position: first.position,
    department: first.department,
    homeSiteId: siteOf(first.home),
  })
  // Quick unlock is a matter of benches; HQ has none.
  if (nodeKind === 'station') {
    for (const { username, pin } of demoPeople)
      if (pin !== undefined) await clientOf(username).auth.setPin({ password: demoPassword, pin })
  }
  return {
    node,
    say,
    scale,
    seed,
    callOf,
    clientOf,
    siteIds: siteIds as Record<SiteCode, string>,
    userIds: new Map([...actors].map(([username, actor]) => [username, actor.userId])),
  }
}
