/** Animals as a REST client meets them: the original's addresses and those that grew from them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let siteId: string
let cow: string
beforeAll(async () => {
  server = await openTestServer('sqlite')
  const site = await server.rest('POST', '/sites', {
    body: { code: 'REST', name: 'Farm', kind: 'farm', timeZone: 'Asia/Riyadh' },
  })
  siteId = String(site.body.id)
  const added = await server.rest('POST', '/animals', {
    body: {
      name: 'Rest Cow',
      species: 'bovine',
      sex: 'female',
      birthDate: '2020-03-01',
      siteId,
      identifiers: [{ scheme: 'iso11784', value: '682 000114200001' }],
      internalNumber: 'R-1',
    },
  })
  expect([added.status, added.headers.get('etag')]).toEqual([201, '"1"'])
  cow = String(added.body.id)
})
afterAll(() => server.close())

test('words in an address are not taken for ids', async () => {
  for (const path of [
    'stats',
    'archived',
    'duplicates',
    'inbreeding',
    'lookup?q=rest',
    'resolve?code=R-1',
    `relationship?firstId=${cow}&secondId=${cow}`,
  ]) {
    expect([path, (await server.rest('GET', `/animals/${path}`)).status]).toEqual([path, 200])
  }
  expect((await server.rest('GET', `/animals/${cow}`)).body).toMatchObject({ name: 'Rest Cow', internalNumber: 'R-1' })
  expect((await server.rest('GET', '/animals/nobody')).body).toMatchObject({ code: 'validation_failed' })
})

test('filters come as words of the query', async () => {
  const total = async (query: string) => (await server.rest('GET', `/animals?${query}`)).body.total
  expect(await total('species=bovine&isReference=false&limit=10&sort=-birthDate')).toBe(1)
  expect(await total('species[0]=bovine&species[1]=equine&hasParents=false')).toBe(1)
  expect(await total('isReference=true')).toBe(0)
  const searched = await server.rest('POST', '/animals/advanced-search', {
    body: { where: { any: [{ field: 'identifier', op: 'starts_with', value: '682 0001' }] } },
  })
  expect([searched.status, searched.body.total]).toEqual([200, 1])
})

test('an edit against a stale tag is refused with the record as it is', async () => {
  const edited = await server.rest('PUT', `/animals/${cow}`, {
    body: { location: 'barn 1' },
    headers: { 'if-match': '"1"' },
  })
  expect([edited.status, edited.headers.get('etag')]).toEqual([200, '"2"'])
  const stale = await server.rest('PUT', `/animals/${cow}`, {
    body: { location: 'barn 2' },
    headers: { 'if-match': '"1"' },
  })
  expect([stale.status, stale.body.code]).toEqual([412, 'rev_mismatch'])
  expect((await server.rest('PUT', `/animals/${cow}`, { body: { locaton: 'barn 3' } })).status).toBe(400)
})

test('leaving with a tag ends roles and number, whose own revs the tag does not mean', async () => {
  const bull = await server.rest('POST', '/animals', {
    body: { species: 'bovine', sex: 'female', siteId, internalNumber: 'R-9', roles: [{ role: 'donor' }] },
  })
  const path = `/animals/${String(bull.body.id)}`
  await server.rest('PUT', path, { body: { colour: 'black' } })
  const left = await server.rest('POST', `${path}/status`, {
    body: { status: 'sold', reason: 'sale' },
    headers: { 'if-match': '"2"' },
  })
  expect([left.status, left.body.status, left.body.internalNumber, left.body.roles]).toEqual([200, 'sold', null, []])
})

test('roles, numbers, activities and measurements live under their animal', async () => {
  const role = await server.rest('POST', `/animals/${cow}/roles`, { body: { role: 'donor' } })
  expect([role.status, role.body.roles]).toEqual([201, ['donor']])
  expect((await server.rest('DELETE', `/animals/${cow}/roles/donor`)).body.roles).toEqual([])
  expect(
    (await server.rest('POST', `/animals/${cow}/internal-numbers`, { body: { number: 'R-2' } })).body,
  ).toMatchObject({ internalNumber: 'R-2' })
  expect(((await server.rest('GET', `/animals/${cow}/internal-numbers`)).body.items as unknown[]).length).toBe(2)
  expect((await server.rest('DELETE', `/animals/${cow}/internal-numbers/current`)).body).toMatchObject({
    internalNumber: null,
  })
  expect(
    (await server.rest('POST', `/animals/${cow}/activities`, { body: { kind: 'note', description: 'calm' } })).status,
  ).toBe(201)
  expect((await server.rest('GET', `/animals/${cow}/activities?limit=1`)).body).toMatchObject({ total: 1 })
  const measured = await server.rest('POST', `/animals/${cow}/measurements`, {
    body: { measurements: [{ kind: 'weight', value: 600 }] },
  })
  expect(measured.status).toBe(201)
  const heavy = await server.rest('POST', `/animals/${cow}/measurements`, {
    body: { measurements: [{ kind: 'weight', value: 6000 }] },
  })
  expect([heavy.status, heavy.body.code]).toEqual([422, 'weight_implausible'])
})

test('pedigree, matings and the calculation have addresses', async () => {
  expect((await server.rest('GET', `/animals/${cow}/pedigree?generations=3`)).body).toMatchObject({
    generations: 3,
    inbreeding: 0,
  })
  for (const path of ['ancestors', 'progeny', 'siblings', 'identifiers', 'duplicates']) {
    expect([path, (await server.rest('GET', `/animals/${cow}/${path}`)).status]).toEqual([path, 200])
  }
  const bull = await server.rest('POST', '/animals', { body: { species: 'bovine', sex: 'male', siteId } })
  const compared = await server.rest('POST', '/animals/mating/compare', { body: { id: cow, mateIds: [bull.body.id] } })
  expect(compared.body).toEqual({ items: [{ mateId: bull.body.id, expectedInbreeding: 0 }] })
  expect((await server.rest('GET', `/animals/mating?sireId=${String(bull.body.id)}&damId=${cow}`)).body).toMatchObject({
    expectedInbreeding: 0,
  })
  expect((await server.rest('POST', '/animals/inbreeding/recompute', { body: { scope: 'all' } })).status).toBe(202)
  expect((await server.rest('POST', '/animals/inbreeding/cancel', { body: {} })).status).toBe(200)
})

test('many animals are edited and laid aside in one request', async () => {
  const body = { selection: { ids: [cow] }, changes: { purpose: 'dairy' } }
  expect((await server.rest('POST', '/animals/bulk-preview', { body })).body).toMatchObject({ selected: 1, changed: 1 })
  expect((await server.rest('PUT', '/animals/bulk-update', { body })).body).toEqual({
    changed: 1,
    unchanged: 0,
    refused: 0,
  })
  expect((await server.rest('DELETE', '/animals/bulk-delete', { body: { selection: { ids: [cow] } } })).body).toEqual({
    archived: 1,
  })
  expect((await server.rest('GET', `/animals/${cow}`)).status).toBe(404)
  expect((await server.rest('POST', `/animals/${cow}/restore`, { body: {} })).status).toBe(200)
  expect((await server.rest('DELETE', `/animals/${cow}`)).status).toBe(200)
})
