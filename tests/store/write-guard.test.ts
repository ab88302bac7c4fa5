/** Nothing writes a domain row outside the command wrapper, and no row escapes its changeset. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSystemIds, systemClock } from '../../src/node/runtime/ports.ts'
import { openHqStore } from '../../src/node/store/open-hq-store.ts'
import { whyNoPostgres } from '../support/postgres-server.ts'
import { openTestNode, type TestEngine, type TestNode } from '../support/test-node.ts'

const missing = whyNoPostgres()
const engines: readonly TestEngine[] = ['sqlite', 'pglite', 'postgres']

function reasons(error: unknown): string {
  let text = ''
  for (let current = error; current instanceof Error; current = current.cause) text += ` ${current.message}`
  return text
}

describe.each(engines)('the write guard on %s', (engine) => {
  describe.skipIf(engine === 'postgres' && missing !== null)(missing ?? 'with a database of its own', () => {
    let node: TestNode
    beforeAll(async () => {
      node = await openTestNode(engine)
      await node.client(node.administrator).customers.create({ name: 'Guarded', type: 'individual' })
    })
    afterAll(async () => {
      await node.close()
    })
    const attempt = (statement: string) =>
      node.store.engine.write((tx) => tx.execute(sql.raw(statement))).catch(reasons)

    test('aborts an update outside a command', async () => {
      expect(await attempt(`update customer set name = 'x'`)).toContain('write_outside_command')
    })

    test('aborts a delete, always: records are laid aside', async () => {
      expect(await attempt('delete from customer')).toContain('records_are_never_erased')
    })

    test('aborts a command after it committed: the gate is shut again', async () => {
      await node.client(node.administrator).customers.create({ name: 'Second', type: 'individual' })
      expect(await attempt(`update customer set name = 'x'`)).toContain('write_outside_command')
    })

    test('aborts a command that writes a row past its unit of work', async () => {
      const spec = { action: 'customers.update', access: 'customers.write', undoable: false }
      const outcome = await node.node.commands
        .run(node.call(node.administrator), spec, (change) =>
          change.execute(sql`update customer set name = 'smuggled'`),
        )
        .catch(reasons)
      if (engine === 'sqlite') expect(outcome).toContain('written but not in the changeset')
      const names = await node.store.engine.read((tx) =>
        tx.raw<{ name: string }>(sql`select name from customer order by name`),
      )
      if (engine === 'sqlite') expect(names.map((row) => row.name)).toEqual(['Guarded', 'Second'])
    })
  })
})

test('a PostgreSQL database that a development build opened works without the guard afterwards', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reprotech-guard-'))
  const ids = createSystemIds()
  const open = (guarded: boolean) => openHqStore({ folder, databaseUrl: undefined, clock: systemClock, ids, guarded })
  await (await open(true)).close()
  const store = await open(false)
  const insert = sql`insert into site (id, rev, created_at, updated_at, code, name, kind, time_zone, active)
    values ('s', 1, '', '', 'KHJ', 'Al Kharj', 'laboratory', 'Asia/Riyadh', true)`
  await store.engine.write((tx) => tx.execute(insert))
  expect(await store.engine.read((tx) => tx.raw(sql`select code from site`))).toEqual([{ code: 'KHJ' }])
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})
