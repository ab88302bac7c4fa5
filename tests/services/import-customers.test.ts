/** Importing customers on every engine: from the file to the records, their undo, and what is refused on the way. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendFile } from '../support/import-file.ts'
import { whyNoPostgres } from '../support/postgres-server.ts'
import { openTestNode, refusalOf, type TestClient, type TestEngine, type TestNode } from '../support/test-node.ts'

const missing = whyNoPostgres()
const engines: readonly TestEngine[] = ['sqlite', 'pglite', 'postgres']

/** A job with the proposal of the analysis, as a person accepts it. */
async function proposed(client: TestClient, file: string, changes: Record<string, unknown> = {}) {
  const { format, mapping, dateOrder, decimal, options } = await client.imports.customers.analyse({ file })
  return {
    file,
    fileName: 'customers.csv',
    format,
    mapping,
    dateOrder,
    decimal,
    options: { type: 'organization' as const, ...options },
    ...changes,
  }
}

describe.each(engines)('import of customers on %s', (engine) => {
  describe.skipIf(engine === 'postgres' && missing !== null)(missing ?? 'with a database of its own', () => {
    let node: TestNode
    let client: TestClient
    let number = 0
    /** A name no other test uses. */
    const fresh = (name: string) => `${name} ${number}`
    beforeAll(async () => {
      node = await openTestNode(engine)
      client = node.client(node.administrator)
    })
    beforeEach(() => {
      number += 1
    })
    afterAll(async () => {
      await node.close()
    })

    test('a file with Arabic headings, semicolons and decimal commas comes in as it reads', async () => {
      const text = `\ufeffالاسم;النوع;حد الائتمان;الهاتف;ملاحظات\r\n${fresh('مزرعة الخرج')};شركة;"12.500,50";+966 50 123;"سطر أول\r\nسطر ثان"\r\n`
      const file = await sendFile(client, 'customers', text)
      const analysis = await client.imports.customers.analyse({ file })
      expect(analysis).toMatchObject({
        rows: 1,
        decimal: 'comma',
        format: { kind: 'csv', encoding: 'utf-8', delimiter: ';' },
        mapping: { name: 0, type: 1, creditLimit: 2, phone: 3, notes: 4 },
      })
      const { batch } = await client.imports.customers.run(await proposed(client, file))
      expect(batch).toMatchObject({ rowCount: 1, createdCount: 1, rejectedCount: 0, list: 'customers' })
      const [added] = (await client.customers.list({ q: fresh('الخرج') })).items
      expect(added).toMatchObject({
        name: fresh('مزرعة الخرج'),
        type: 'organization',
        creditLimit: 12_500.5,
        phone: '+966 50 123',
        notes: 'سطر أول\nسطر ثان',
      })
    })

    test('the preview says what each row would do, and a run with unseen refusals is refused whole', async () => {
      await client.customers.create({ name: fresh('Known'), type: 'individual' })
      const text = `name,type,email\n${fresh('New')},farm,a@b.sa\n${fresh('Known')},farm,\n${fresh('New')},farm,\n${fresh('Bad')},farm,not-a-mail\n,farm,\n`
      const job = await proposed(client, await sendFile(client, 'customers', text))
      const preview = await client.imports.customers.preview(job)
      expect(preview.counts).toEqual({ rows: 5, create: 1, update: 0, skip: 0, reject: 4, added: 0 })
      expect(preview.issues.map(({ line, code, field, column }) => [line, code, field, column])).toEqual([
        [3, 'import_already_exists', 'name', 'name'],
        [4, 'import_repeated_in_file', 'name', 'name'],
        [5, 'import_value_invalid', 'email', 'email'],
        [6, 'import_value_required', 'name', 'name'],
      ])
      expect(await refusalOf(client.imports.customers.run(job))).toMatchObject({
        code: 'import_rows_rejected',
        status: 409,
        data: { reject: 4, create: 1 },
      })
      expect((await client.customers.list({ q: fresh('New') })).items).toEqual([])
    })

    test('accepted refusals come back as a file with the original cells and the reasons', async () => {
      const text = `name,type,notes\n${fresh('Good')},farm,\n${fresh('Odd')},spaceship,"=1+1, ""quoted"""\n`
      const job = await proposed(client, await sendFile(client, 'customers', text))
      const { batch, rejectedFile } = await client.imports.customers.run({ ...job, rejectedSeen: 1 })
      expect(batch).toMatchObject({ createdCount: 1, rejectedCount: 1 })
      expect(await client.imports.customers.get({ id: batch.id })).toMatchObject({ id: batch.id, rejectedFile })
      const rejected = await (await client.imports.customers.rejected({ rejectedFile: rejectedFile ?? '' })).text()
      const allowed =
        '{""value"":""spaceship"",""allowed"":[""individual"",""organization"",""research"",""government""]}'
      expect(rejected).toBe(
        `name,type,notes,import_line,import_reason,import_column,import_value,import_details\r\n${fresh('Odd')},spaceship,"'=1+1, ""quoted""",3,import_word_unknown,type,spaceship,"${allowed}"\r\n`,
      )
    })

    test('rows of known customers update the chosen fields only, and undo restores them', async () => {
      const known = await client.customers.create({ name: fresh('Stud'), type: 'individual', phone: '1', notes: 'old' })
      const text = `code,name,phone,notes\n${known.code},Other name,2,new\n,${fresh('Fresh')},3,\n`
      const job = await proposed(client, await sendFile(client, 'customers', text), {
        onExisting: 'update',
        updateFields: ['phone'],
      })
      const { batch } = await client.imports.customers.run(job)
      expect(batch).toMatchObject({ createdCount: 1, updatedCount: 1 })
      expect(await client.customers.get({ id: known.id })).toMatchObject({
        name: fresh('Stud'),
        phone: '2',
        notes: 'old',
        rev: 2,
      })

      expect(await client.imports.customers.undo({ id: batch.id })).toMatchObject({
        id: batch.id,
        undoneAt: expect.any(String),
      })
      expect(await client.customers.get({ id: known.id })).toMatchObject({ phone: '1', notes: 'old' })
      expect((await client.customers.list({ q: fresh('Fresh') })).items).toEqual([])
      expect(await refusalOf(client.imports.customers.undo({ id: batch.id }))).toMatchObject({
        code: 'import_already_undone',
      })
    })

    test('undo is refused when a record has been changed since, and names it', async () => {
      const job = await proposed(
        client,
        await sendFile(client, 'customers', `name,type\n${fresh('A')},farm\n${fresh('B')},farm\n`),
      )
      const { batch } = await client.imports.customers.run(job)
      const [changed] = (await client.customers.list({ q: fresh('B') })).items
      await client.customers.update({ id: changed?.id ?? '', notes: 'worked on since' })
      expect(await refusalOf(client.imports.customers.undo({ id: batch.id }))).toMatchObject({
        code: 'import_changed_since',
        data: { count: 1, records: [{ entity: 'customer', id: changed?.id }] },
      })
      expect((await client.customers.list({ q: fresh('A') })).total).toBe(1)
    })

    test('the same request sent twice with one key is done once', async () => {
      const job = await proposed(client, await sendFile(client, 'customers', `name,type\n${fresh('Once')},farm\n`))
      const keyed = node.client(node.administrator, { idempotencyKey: `import-${number}` })
      const first = await keyed.imports.customers.run(job)
      expect((await keyed.imports.customers.run(job)).batch).toEqual(first.batch)
      expect((await client.customers.list({ q: fresh('Once') })).total).toBe(1)
    })

    test('who may not import is refused at every step, and uploads belong to their sender', async () => {
      const technician = node.client(node.actor('laboratory_technician'))
      expect(await refusalOf(technician.imports.customers.begin({ fileName: 'x.csv', sizeBytes: 1 }))).toMatchObject({
        code: 'forbidden',
      })
      const { uploadId } = await client.imports.customers.begin({ fileName: 'x.csv', sizeBytes: 3 })
      const other = node.client(node.actor('manager'))
      expect(await refusalOf(other.imports.customers.append({ uploadId, offset: 0, data: 'YWJj' }))).toMatchObject({
        code: 'import_upload_unknown',
      })
      expect(await refusalOf(client.imports.customers.append({ uploadId, offset: 1, data: 'YWJj' }))).toMatchObject({
        code: 'import_upload_offset',
        data: { receivedBytes: 0 },
      })
      expect(await refusalOf(client.imports.customers.finish({ uploadId }))).toMatchObject({
        code: 'import_upload_incomplete',
      })
    })

    test('the list of imports shows the newest first', async () => {
      const { items, total } = await client.imports.customers.list({})
      expect(total).toBeGreaterThanOrEqual(4)
      expect(items[0]?.fileName).toBe('customers.csv')
      expect((await client.imports.animals.list({})).total).toBe(0)
    })
  })
})
