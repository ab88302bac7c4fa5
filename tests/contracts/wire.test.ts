/**
 * The wire form of the contract is frozen by a hash over its reference document: nobody changes what travels between
 * nodes, screens and foreign programs without noticing. When a change is meant, write the new hash down here, and think
 * of the benches in the field that still speak the old form.
 */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/core/kernel/canonical-json.ts'
import { openApiDocument } from '../../src/node/http/openapi-document.ts'
import { frozenWireHash } from './frozen-wire-hash.ts'

test('the contract on the wire is the one that was frozen', async () => {
  const { paths, components } = await openApiDocument('any')
  const hash = createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify({ paths, components }))))
    .digest('hex')
  expect(hash).toBe(frozenWireHash)
})

test('every operation has a summary, a name of its own and documented refusals', async () => {
  const { paths } = await openApiDocument('any')
  const names: string[] = []
  for (const [path, methods] of Object.entries(paths ?? {})) {
    for (const operation of Object.values(methods ?? {}) as {
      operationId?: string
      summary?: string
      responses: object
    }[]) {
      expect([path, operation.summary]).not.toContain(undefined)
      names.push(operation.operationId ?? '')
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['401', '403']))
    }
  }
  expect(new Set(names).size).toBe(names.length)
})
