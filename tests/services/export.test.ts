/** Exports on every engine: the rows, order and columns of the list, as CSV and as a workbook, in one answer or in pieces. */

import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendFile } from '../support/import-file.ts'
import { whyNoPostgres } from '../support/postgres-server.ts'
import { openTestNode, refusalOf, type TestClient, type TestEngine, type TestNode } from '../support/test-node.ts'

const missing = whyNoPostgres()
const engines: readonly TestEngine[] = ['sqlite', 'pglite', 'postgres']

describe.each(engines)('exports on %s', (engine) => {
  describe.skipIf(engine === 'postgres' && missing !== null)(missing ?? 'with a database of its own', () => {
    let node: TestNode
    let client: TestClient
    beforeAll(async () => {
      node = await openTestNode(engine)
      client = node.client(node.administrator)
      await client.customers.create({
        name: 'Beta "Stud", Ltd',
        type: 'organization',
        creditLimit: 1500.5,
        notes: '=HYPERLINK("x")\nsecond line',
      })
      await client.customers.create({ name: '-Alpha', type: 'individual', phone: '+966 50', tags: ['vip', 'camel'] })
      await client.customers.create({ name: 'مزرعة', type: 'individual' })
    })
    afterAll(async () => {
      await node.close()
    })

    const columns = 'name,type,creditLimit,phone,tags,notes'

    test('a CSV has the chosen columns in the list order, quoted as RFC 4180 wants, with formulas neutralised', async () => {
      const file = await client.exports.customers.download({ columns, sort: '-name', byteOrderMark: false })
      expect(file.name).toBe('customers-2026-11-24.csv')
      expect(file.type).toBe('text/csv;charset=utf-8')
      expect(await file.text()).toBe(
        [
          'Name,Type,Credit limit,Phone,Tags,Notes',
          'مزرعة,individual,,,,',
          `"Beta ""Stud"", Ltd",organization,1500.5,,,"'=HYPERLINK(""x"")\nsecond line"`,
          `'-Alpha,individual,,'+966 50,"camel; vip",`,
          '',
        ].join('\r\n'),
      )
    })

    test('the filter and the search of the list hold, and headings come in Arabic with a byte order mark', async () => {
      const file = await client.exports.customers.download({
        columns: 'name,type',
        language: 'ar',
        type: 'individual',
        q: 'alp',
      })
      const bytes = new Uint8Array(await file.arrayBuffer())
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      expect(new TextDecoder().decode(bytes)).toBe("الاسم,النوع\r\n'-Alpha,individual\r\n")
    })

    test('a workbook keeps numbers as numbers and text as text, and is read back by another program', async () => {
      const file = await client.exports.customers.download({
        format: 'xlsx',
        columns: 'name,creditLimit,notes',
        sort: 'name',
      })
      const rows = await readSheet(Buffer.from(await file.arrayBuffer()), { trim: false })
      expect(rows).toEqual([
        ['Name', 'Credit limit', 'Notes'],
        ['-Alpha', null, null],
        ['Beta "Stud", Ltd', 1500.5, '=HYPERLINK("x")\nsecond line'],
        ['مزرعة', null, null],
      ])
    })

    test('pieces put together are the same file, and only for who asked for it', async () => {
      const { exportId, sizeBytes, rows } = await client.exports.customers.start({ columns })
      expect(rows).toBe(3)
      const { data, nextOffset } = await client.exports.customers.piece({ exportId })
      expect(nextOffset).toBeNull()
      expect(Buffer.from(data, 'base64').length).toBe(sizeBytes)
      expect(Buffer.from(data, 'base64').toString()).toBe(
        Buffer.from(await (await client.exports.customers.download({ columns })).arrayBuffer()).toString(),
      )
      expect(await refusalOf(node.client(node.actor('manager')).exports.customers.piece({ exportId }))).toMatchObject({
        code: 'export_unknown',
        status: 404,
      })
    })

    test('unknown columns and callers without the permission are refused', async () => {
      expect(await refusalOf(client.exports.customers.download({ columns: 'name,passwords' }))).toMatchObject({
        code: 'export_column_unknown',
        data: { column: 'passwords' },
      })
      expect(await refusalOf(node.client(node.actor('viewer')).exports.customers.download({}))).toMatchObject({
        code: 'forbidden',
      })
      expect((await client.exports.animals.columns({})).items.map((column) => column.key)).toContain('inbreeding')
    })

    test('animals leave with numbers and parents, go through an import again, and only from the sites allowed', async () => {
      const here = await client.sites.create({ code: 'FA', name: 'Farm A', kind: 'farm', timeZone: 'UTC' })
      const there = await client.sites.create({ code: 'FB', name: 'Farm B', kind: 'farm', timeZone: 'UTC' })
      const bring = async (siteId: string, text: string) => {
        const file = await sendFile(client, 'animals', text)
        const { format, mapping } = await client.imports.animals.analyse({ file })
        await client.imports.animals.run({
          file,
          fileName: 'herd.csv',
          format,
          mapping,
          options: { siteId, species: 'camel' },
        })
      }
      await bring(
        here.id,
        'id,sire,dam,name,sex,born,breed\nM1,,,Rimal,f,2015-04,majaheem\nF1,,,Saqr,m,2014,majaheem\nC1,F1,M1,Najm,m,2021-02-28,\n',
      )
      await bring(there.id, 'id\nZ1\n')
      const wanted = { columns: 'id,name,sex,birthDate,breed,sire,dam,site', sort: 'name', byteOrderMark: false }
      const lines = [
        'Number,Name,Sex,Birth date,Breed,Sire,Dam,Site',
        'C1,Najm,male,2021-02-28,majaheem,F1,M1,FA',
        'M1,Rimal,female,2015-04,majaheem,,,FA',
        'F1,Saqr,male,2014,majaheem,,,FA',
      ]
      const local = node.client(node.actor('veterinarian', here.id))
      const text = await (await local.exports.animals.download(wanted)).text()
      expect(text).toBe([...lines, ''].join('\r\n'))
      expect(await (await client.exports.animals.download({ ...wanted, siteId: here.id })).text()).toBe(
        [...lines, ''].join('\r\n'),
      )

      const again = await sendFile(client, 'animals', text)
      const analysis = await client.imports.animals.analyse({ file: again })
      expect(analysis.mapping).toEqual({ id: 0, name: 1, sex: 2, birthDate: 3, breed: 4, sire: 5, dam: 6, site: 7 })
      const found = await client.imports.animals.preview({
        file: again,
        fileName: 'herd.csv',
        format: analysis.format,
        mapping: analysis.mapping,
        onExisting: 'skip',
        options: { species: 'camel' },
      })
      expect(found.counts).toEqual({ rows: 3, create: 0, update: 0, skip: 3, reject: 0, added: 0 })
    })
  })
})
