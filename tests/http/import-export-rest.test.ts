/** Import and export the way a REST client does them: JSON pieces in, a file out. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer('sqlite')
})
afterAll(async () => {
  await server.close()
})

test('a file goes in over REST, is refused and accepted with stable codes, and leaves as a download', async () => {
  const text = 'id,sire,sex\nRest-1,,m\nRest-2,Rest-1,f\n'
  const begun = await server.rest('POST', '/animals/import/uploads', {
    body: { fileName: 'herd.csv', sizeBytes: text.length },
  })
  expect(begun.status).toBe(201)
  const upload = `/animals/import/uploads/${String(begun.body.uploadId)}`
  await server.rest('POST', `${upload}/pieces`, { body: { offset: 0, data: Buffer.from(text).toString('base64') } })
  const { body: sent } = await server.rest('POST', `${upload}/finish`, { body: {} })
  const { body: analysis } = await server.rest('POST', '/animals/import/analyse', { body: { file: sent.file } })
  expect(analysis).toMatchObject({ rows: 2, mapping: { id: 0, sire: 1, sex: 2 } })

  const job = { file: sent.file, fileName: 'herd.csv', format: analysis.format, mapping: analysis.mapping, options: {} }
  const refused = await server.rest('POST', '/animals/import', { body: job })
  expect(refused).toMatchObject({ status: 409, body: { code: 'import_rows_rejected' } })
  expect(refused.headers.get('content-type')).toContain('application/problem+json')
  const done = await server.rest('POST', '/animals/import', { body: { ...job, options: { species: 'equine' } } })
  expect(done).toMatchObject({ status: 201, body: { batch: { createdCount: 2 }, rejectedFile: null } })
  expect((await server.rest('GET', '/animals/imports')).body).toMatchObject({ total: 1 })

  const headers = { authorization: `Bearer ${server.token}` }
  const answer = await fetch(
    `${server.address}/api/v1/animals/export?format=csv&columns=id,sire,sex&species=equine&byteOrderMark=false&sort=createdAt`,
    { headers },
  )
  expect(answer.headers.get('content-disposition')).toContain('animals-2026-11-24.csv')
  expect((await answer.text()).split('\r\n').sort()).toEqual([
    '',
    'Number,Sire,Sex',
    'REST-1,,male',
    'REST-2,REST-1,female',
  ])
})

test('a rejected-rows name that is a path is refused before any file is touched', async () => {
  const answer = await server.rest('GET', `/animals/import/rejected/${encodeURIComponent('../../secrets')}`)
  expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } })
})
