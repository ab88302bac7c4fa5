/**
 * Every procedure of the contract against every role, through the composed router: allowed or refused exactly as the
 * policy sentences say. The procedures are called without their input schemas, because the question is who may call,
 * not with what: any answer but a refusal of the caller counts as allowed.
 */
import { type AnyProcedure, call, Procedure } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RoleName, roleNames } from '../../src/core/areas/people/roles.ts'
import { contract } from '../../src/core/contract.ts'
import type { ProcedureMeta } from '../../src/core/kernel/procedure.ts'
import { permissions, policySentences } from '../../src/core/policies.ts'
import type { Actor } from '../../src/node/runtime/call.ts'
import { openTestNode, type TestNode } from '../support/test-node.ts'

interface Declared {
  readonly path: readonly string[]
  readonly meta: ProcedureMeta
}

function declared(node: object, path: readonly string[] = []): Declared[] {
  if ('~orpc' in node) return [{ path, meta: (node as { '~orpc': { meta: ProcedureMeta } })['~orpc'].meta }]
  return Object.entries(node).flatMap(([name, child]) => declared(child as object, [...path, name]))
}

const procedures = declared(contract)
const open = ['public', 'signed_in']

describe('the contract', () => {
  test('is not empty, so that the cases below prove something', () => {
    expect(procedures.length).toBeGreaterThan(40)
  })

  test('names for every procedure a permission that some role holds', () => {
    const nobodys = procedures.filter(
      ({ meta }) => !open.includes(meta.access) && (permissions.get(meta.access)?.size ?? 0) === 0,
    )
    expect(nobodys.map(({ meta }) => `${meta.action} needs ${meta.access}`)).toEqual([])
  })

  test('gives every procedure an action of its own', () => {
    const actions = procedures.map(({ meta }) => meta.action)
    expect(actions.filter((action, index) => actions.indexOf(action) !== index)).toEqual([])
  })

  test('speaks of no role that does not exist', () => {
    expect(
      policySentences
        .flatMap((sentence) => sentence.roles)
        .filter((role) => !(roleNames as readonly string[]).includes(role)),
    ).toEqual([])
  })

  test('opens to strangers nothing but the door and what runs behind it', () => {
    expect(
      procedures
        .filter(({ meta }) => meta.access === 'public')
        .map(({ meta }) => meta.action)
        .sort(),
    ).toEqual([
      'people.badge',
      'people.forgotPassword',
      'people.login',
      'people.refresh',
      'people.resetPassword',
      'people.setup',
      'people.setupStatus',
      'people.unlock',
      'people.unlockPeople',
      'system.info',
    ])
  })
})

// Written out by hand, as the requirements say it, so that a slip in a sentence shows.
test.each<[string, readonly RoleName[]]>([
  ['people.read', ['administrator', 'manager']],
  ['people.stats', ['administrator', 'manager']],
  ['people.write', ['administrator']],
  ['people.roles', ['administrator']],
  ['people.reset', ['administrator']],
  ['sites.read', roleNames],
  ['sites.write', ['administrator']],
])('%s belongs to %j', (permission, holders) => {
  expect([...(permissions.get(permission) ?? [])].sort()).toEqual([...holders].sort())
})

describe('through the router', () => {
  let node: TestNode
  beforeAll(async () => {
    node = await openTestNode('sqlite')
  })
  afterAll(() => node.close())

  function procedureAt(path: readonly string[]): AnyProcedure {
    let found: unknown = node.node.router
    for (const name of path) found = (found as Record<string, unknown>)[name]
    if (found === undefined) throw new Error(`the contract declares ${path.join('.')}, but nothing implements it`)
    const definition = (found as AnyProcedure)['~orpc']
    return new Procedure({ ...definition, inputSchema: undefined, outputSchema: undefined })
  }

  async function isLetIn(procedure: AnyProcedure, meta: ProcedureMeta, who: Actor | null): Promise<boolean> {
    try {
      await call(procedure, {} as never, { context: { resolveCall: async () => node.call(who) } as never })
      return true
    } catch (error) {
      const refused = error as { code?: unknown; data?: { permission?: unknown } }
      if (refused.code === 'unauthenticated') return false
      return !(refused.code === 'forbidden' && refused.data?.permission === meta.access)
    }
  }

  test.each(procedures.map(({ path, meta }) => ({ name: path.join('.'), path, meta })))(
    '$name lets in whom the policy names',
    async ({ path, meta }) => {
      const procedure = procedureAt(path)
      const holders = permissions.get(meta.access)
      const found: Record<string, boolean> = { nobody: await isLetIn(procedure, meta, null) }
      const expected: Record<string, boolean> = { nobody: meta.access === 'public' }
      for (const role of roleNames) {
        found[role] = await isLetIn(procedure, meta, node.actor(role))
        expected[role] = open.includes(meta.access) || holders?.has(role) === true
      }
      found['without a role'] = await isLetIn(procedure, meta, { ...node.actor('viewer'), grants: [] })
      expected['without a role'] = open.includes(meta.access)
      expect(found).toEqual(expected)
    },
  )
})
