/** Customers and their documents as a REST client meets them: the original's addresses and those that grew from them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let id: string
beforeAll(async () => {
  server = await openTestServer('sqlite')
  id = String(
    (await server.rest('POST', '/customers', { body: { name: 'Rest Farm', type: 'organization', tags: ['camel'] } }))
      .body.id,
  )
})
afterAll(() => server.close())

test('words in an address are not taken for ids', async () => {
  for (const path of [
    'stats',
    'tags',
    'archived',
    'follow-ups',
    'duplicates',
    'segments',
    'possible-duplicates?name=Rest',
  ]) {
    expect([path, (await server.rest('GET', `/customers/${path}`)).status]).toEqual([path, 200])
  }
  expect((await server.rest('GET', `/customers/${id}`)).body).toMatchObject({ name: 'Rest Farm' })
  expect((await server.rest('GET', '/customers/nobody')).body).toMatchObject({ code: 'validation_failed' })
})

test('filters come as words of the query, groups of conditions as nested ones', async () => {
  await server.rest('POST', `/customers/${id}/interactions`, {
    body: { kind: 'call', subject: 'Prices', dueDate: '2026-12-01' },
  })
  const total = async (query: string) => (await server.rest('GET', `/customers?${query}`)).body.total
  expect(await total('hasOpenFollowUp=true&tag=camel')).toBe(1)
  expect(await total('hasOpenFollowUp=false')).toBe(0)
  const tag = 'where[any][0][field]=tag&where[any][0][op]=is&where[any][0][value]=camel'
  const open =
    'where[any][1][all][0][field]=hasOpenFollowUp&where[any][1][all][0][op]=is&where[any][1][all][0][value]=true'
  expect(await total(`${tag}&${open}`)).toBe(1)
  expect(
    await total(
      open.replace('[any][1]', '[any][0]').replace('value]=true', 'value]=false').replaceAll('[any][1]', '[any][0]'),
    ),
  ).toBe(0)
  expect((await server.rest('GET', '/customers/follow-ups?state=open&today=2026-12-02')).body).toMatchObject({
    total: 1,
    items: [{ customerName: 'Rest Farm', overdue: true }],
  })
})

test('contacts and addresses live under their customer', async () => {
  const contact = await server.rest('POST', `/customers/${id}/contacts`, { body: { name: 'Huda' } })
  expect([contact.status, contact.body.isPrimary]).toEqual([201, true])
  const path = `/customers/${id}/contacts/${String(contact.body.id)}`
  expect((await server.rest('PUT', path, { body: { mobile: '1' }, headers: { 'if-match': '"7"' } })).status).toBe(412)
  expect(
    (await server.rest('PUT', path, { body: { mobile: '1' }, headers: { 'if-match': '"1"' } })).body,
  ).toMatchObject({ rev: 2 })
  expect((await server.rest('PUT', path, { body: { mobil: '1' } })).body).toMatchObject({ code: 'validation_failed' })
  expect((await server.rest('DELETE', path)).body).toEqual({ id: contact.body.id })
  expect((await server.rest('GET', `/customers/${id}/contacts`)).body).toEqual({ items: [] })
  const address = { type: 'facility', line1: 'Gate 1', city: 'Arar', country: 'SA' }
  expect((await server.rest('POST', `/customers/${id}/addresses`, { body: address })).status).toBe(201)
})

test('archiving asks first, and "even so" is said in the body', async () => {
  const refused = await server.rest('DELETE', `/customers/${id}`)
  expect([refused.status, refused.body.code]).toEqual([409, 'customer_has_open_items'])
  expect((await server.rest('DELETE', `/customers/${id}`, { body: { evenSo: true } })).status).toBe(200)
  const gone = await server.rest('GET', `/customers/${id}`)
  expect([gone.status, gone.body.data]).toEqual([404, { entity: 'customer', id, archived: true, mergedIntoId: null }])
  expect((await server.rest('POST', `/customers/${id}/restore`, { body: {} })).status).toBe(200)
})

test('merge and bulk edit are previewed and done', async () => {
  const other = String(
    (await server.rest('POST', '/customers', { body: { name: 'Rest Farms', type: 'organization' } })).body.id,
  )
  const preview = await server.rest('GET', `/customers/${id}/merge-preview?loserId=${other}`)
  expect(preview.body).toMatchObject({ moves: { contacts: 0 } })
  expect((await server.rest('POST', `/customers/${id}/merge`, { body: { loserId: other } })).body).toMatchObject({ id })
  const edit = { selection: { filters: { type: 'organization' } }, changes: { status: 'inactive' } }
  expect((await server.rest('POST', '/customers/bulk-edit/preview', { body: edit })).body).toMatchObject({
    affected: 1,
  })
  expect((await server.rest('POST', '/customers/bulk-edit', { body: { ...edit, expectedAffected: 1 } })).body).toEqual({
    changed: 1,
  })
})

test('views are kept and ordered, and a file goes up in pieces', async () => {
  const view = await server.rest('POST', '/views', {
    body: { list: 'customers', name: 'Mine', state: { sort: '-name' } },
  })
  expect(view.status).toBe(201)
  const order = await server.rest('PUT', '/views/order', { body: { list: 'customers', ids: [view.body.id] } })
  expect(order.body).toMatchObject({ items: [{ name: 'Mine', position: 0 }] })
  const upload = await server.rest('POST', '/attachment-uploads', {
    body: { ownerEntity: 'customer', ownerId: id, fileName: 'a.txt', mediaType: 'text/plain', sizeBytes: 5 },
  })
  const path = `/attachment-uploads/${String(upload.body.uploadId)}`
  await server.rest('POST', `${path}/chunks`, { body: { offset: 0, data: Buffer.from('hello').toString('base64') } })
  // SHA-256 of "hello", FIPS 180-4.
  const sha256 = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'
  const added = await server.rest('POST', `${path}/finish`, { body: { sha256 } })
  expect(added.status).toBe(201)
  const read = await server.rest('GET', `/attachments/${String(added.body.id)}/chunk?offset=1&length=3`)
  expect(Buffer.from(String(read.body.data), 'base64').toString()).toBe('ell')
  expect((await server.rest('GET', `/attachments?ownerEntity=customer&ownerId=${id}`)).body).toMatchObject({ total: 1 })
})
