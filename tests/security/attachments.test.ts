/** Attachments against lying names, lying types, bodies without end, wrong hashes, other people's records and links. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf, type TestClient } from '../support/test-node.ts'
import { openTestServer, type TestServer } from '../support/test-server.ts'

const megabyte = 1024 * 1024
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
const page = Buffer.from('<!doctype html><script>alert(1)</script>')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let server: TestServer
let client: TestClient
let ownerId: string

beforeAll(async () => {
  server = await openTestServer('sqlite')
  client = server.node.client(server.node.administrator)
  ownerId = (await client.customers.create({ name: 'Guarded', type: 'organization' })).id
})
afterAll(() => server.close())

const query = (fields: Record<string, string>) =>
  new URLSearchParams({ ownerEntity: 'customer', ownerId, ...fields }).toString()

async function post(fields: Record<string, string>, type: string, body: Buffer, token: string | null = server.token) {
  const response = await fetch(`${server.address}/api/v1/attachments?${query(fields)}`, {
    method: 'POST',
    headers: { 'content-type': type, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: new Uint8Array(body),
  })
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  }
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.address}${path}`, { headers })
const content = (id: string) => `/api/v1/attachments/${id}/content`
const bearer = () => ({ authorization: `Bearer ${server.token}` })

/** Everything under `files`, so that a test can say that nothing was left behind. */
const storedFiles = () =>
  readdirSync(join(server.node.folder, 'files'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )

describe('sending a file as a raw body', () => {
  test('stores it and gives it back byte for byte, as a download that runs nothing', async () => {
    const sent = await post({ fileName: 'تقرير "1".pdf', sha256: sha256(pdf) }, 'application/pdf', pdf)
    expect([sent.status, sent.headers.get('etag')]).toEqual([201, '"1"'])
    expect(sent.body).toMatchObject({ fileName: 'تقرير _1_.pdf', sizeBytes: pdf.length, contentHash: sha256(pdf) })
    const read = await get(content(String(sent.body.id)), bearer())
    expect(Buffer.from(await read.arrayBuffer()).equals(pdf)).toBe(true)
    expect(
      Object.fromEntries(
        ['content-type', 'x-content-type-options', 'content-disposition', 'cache-control', 'content-length'].map(
          (name) => [name, read.headers.get(name)],
        ),
      ),
    ).toEqual({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="_____ _1_.pdf"; filename*=UTF-8''${encodeURIComponent('تقرير _1_.pdf')}`,
      'cache-control': 'private, no-store',
      'content-length': String(pdf.length),
    })
    expect(read.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test.each([
    ['../../../../etc/cron.d/x.pdf', 'x.pdf'],
    ['..\\..\\windows\\system32\\y.pdf', 'y.pdf'],
    ['/etc/passwd.pdf', 'passwd.pdf'],
    ['a\u0000\r\nSet-Cookie: b.pdf', 'aSet-Cookie_ b.pdf'],
    ['CON.pdf', '_CON.pdf'],
  ])('the name %j becomes %j and never a path', async (given, expected) => {
    const sent = await post({ fileName: given }, 'application/pdf', pdf)
    expect(sent.body.fileName).toBe(expected)
    expect(storedFiles().every((entry) => /^[0-9a-f]{64}$/.test(entry.name))).toBe(true)
    const read = await get(content(String(sent.body.id)), bearer())
    expect(read.headers.get('content-disposition')).toContain(`filename="${expected}"`)
    expect(read.headers.get('set-cookie')).toBeNull()
  })

  test.each([
    ['a page called .png', 'photo.png', 'image/png', page, 422, 'attachment_type_mismatch'],
    ['a page called .txt', 'notes.txt', 'text/plain', page, 422, 'attachment_type_mismatch'],
    [
      'a drawing called .csv',
      'list.csv',
      'text/csv',
      Buffer.from('<svg onload="x()">'),
      422,
      'attachment_type_mismatch',
    ],
    ['a page that says so', 'page.html', 'text/html', page, 415, 'attachment_type_refused'],
    ['a drawing that says so', 'logo.svg', 'image/svg+xml', Buffer.from('<svg/>'), 415, 'attachment_type_refused'],
    ['a program', 'setup.exe', 'application/octet-stream', Buffer.from('MZ'), 415, 'attachment_type_refused'],
    ['a picture declared as a page', 'photo.png', 'text/html', png, 422, 'attachment_type_mismatch'],
    [
      'an archive called .docx',
      'a.docx',
      'application/octet-stream',
      Buffer.from('PK\x03\x04xxxx', 'latin1'),
      422,
      'attachment_type_mismatch',
    ],
    ['a form', 'a.pdf', 'multipart/form-data; boundary=x', pdf, 422, 'attachment_type_mismatch'],
    ['nothing', 'empty.txt', 'text/plain', Buffer.alloc(0), 422, 'attachment_empty'],
    ['a name that is only a path', '../..', 'application/pdf', pdf, 422, 'file_name_empty'],
  ])('refuses %s and keeps nothing of it', async (_, fileName, type, body, status, code) => {
    const before = storedFiles().length
    const sent = await post({ fileName }, type, body)
    expect([sent.status, sent.body.code]).toEqual([status, code])
    expect(storedFiles()).toHaveLength(before)
  })

  test('refuses a body whose hash is not the one announced', async () => {
    const before = storedFiles().length
    const sent = await post({ fileName: 'a.pdf', sha256: sha256(png) }, 'application/pdf', pdf)
    expect([sent.status, sent.body.code]).toEqual([422, 'attachment_hash_mismatch'])
    expect(storedFiles()).toHaveLength(before)
  })

  test('refuses too large a body, declared or chunked, while it is still coming', async () => {
    const before = storedFiles().length
    const declared = await sendChunks({ 'content-length': String(26 * megabyte) }, 1)
    expect(declared).toMatchObject({ status: 413, code: 'attachment_too_large' })
    const endless = await sendChunks({ 'transfer-encoding': 'chunked' }, 400)
    expect(endless).toMatchObject({ status: 413, code: 'attachment_too_large' })
    expect(endless.sentBytes, 'the rest was never taken').toBeLessThan(60 * megabyte)
    expect(storedFiles()).toHaveLength(before)
  })

  test('a sender who hangs up leaves nothing behind', async () => {
    const before = storedFiles().length
    const hangUp = beginBody()
    await expect.poll(() => storedFiles().length, { message: 'the body was being received' }).toBe(before + 2)
    hangUp()
    await expect.poll(() => storedFiles().length).toBe(before)
    expect((await get('/healthz')).status).toBe(200)
  })

  test('asks who sends before it takes a byte', async () => {
    expect((await post({ fileName: 'a.pdf' }, 'application/pdf', pdf, null)).status).toBe(401)
    expect((await post({ fileName: 'a.pdf' }, 'application/pdf', pdf, 'forged.token.x')).status).toBe(401)
    expect((await get(content(ownerId))).status).toBe(401)
  })
})

/** Sends the beginning of a PDF and then megabytes, until refused or `megabytes` are gone. */
function sendChunks(
  headers: Record<string, string>,
  megabytes: number,
): Promise<{ status: number; code: unknown; sentBytes: number }> {
  return new Promise((resolve, reject) => {
    let sentBytes = 0
    let answered = false
    const request = httpRequest(`${server.address}/api/v1/attachments?${query({ fileName: 'big.pdf' })}`, {
      method: 'POST',
      headers: { 'content-type': 'application/pdf', ...bearer(), ...headers },
    })
    request.on('response', (response) => {
      answered = true
      let text = ''
      response.on('data', (bytes: Buffer) => {
        text += bytes.toString()
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, code: (JSON.parse(text) as { code: unknown }).code, sentBytes }),
      )
    })
    // The server closes while we still send: expected once the answer has come.
    request.on('error', (error) => (answered ? undefined : reject(error)))
    const chunk = Buffer.concat([pdf, Buffer.alloc(megabyte - pdf.length, 32)])
    const next = (left: number): void => {
      if (left === 0 || answered) return
      sentBytes += chunk.length
      request.write(chunk, () => next(left - 1))
    }
    next(megabytes)
  })
}

/** Begins a body that never ends; the result closes the connection in the middle of it. */
function beginBody(): () => void {
  const request = httpRequest(`${server.address}/api/v1/attachments?${query({ fileName: 'half.pdf' })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/pdf', 'content-length': '1000', ...bearer() },
  })
  request.on('error', () => undefined)
  request.write(pdf)
  return () => void request.destroy()
}

describe('reading a file', () => {
  test.each([
    ['bytes=0-4', 206, '%PDF-', 'bytes 0-4/'],
    ['bytes=-6', 206, '%%EOF\n', ''],
    ['bytes=9-', 206, pdf.toString().slice(9), ''],
    ['bytes=0-1,3-4', 200, pdf.toString(), null],
    ['lines=1-2', 200, pdf.toString(), null],
    ['bytes=99999-', 416, null, 'bytes */'],
  ])('Range %s is answered %i', async (range, status, expected, contentRange) => {
    const { id } = (await post({ fileName: 'range.pdf' }, 'application/pdf', pdf)).body as { id: string }
    const read = await get(content(id), { ...bearer(), range })
    expect(read.status).toBe(status)
    if (contentRange === null) expect(read.headers.get('content-range')).toBeNull()
    else expect(read.headers.get('content-range')).toContain(contentRange === '' ? `/${pdf.length}` : contentRange)
    const text = await read.text()
    if (expected !== null) expect(text).toBe(expected)
    else expect(JSON.parse(text)).toMatchObject({ code: 'range_not_satisfiable', status: 416 })
  })

  test('a link works once, for its own file, for sixty seconds, and shows only what may be shown', async () => {
    const { id } = (await post({ fileName: 'linked.pdf' }, 'application/pdf', pdf)).body as { id: string }
    const other = (await post({ fileName: 'other.txt' }, 'text/plain', Buffer.from('plain'))).body as { id: string }
    const first = await client.documents.createDownloadLink({ id, inline: true })
    expect(first.path).not.toContain(server.token)
    const read = await get(first.path, { range: 'bytes=0-4' })
    expect([read.status, read.headers.get('accept-ranges'), (await read.text()).length]).toEqual([
      200,
      'none',
      pdf.length,
    ])
    expect(read.headers.get('content-disposition')).toMatch(/^inline;/)
    expect((await get(first.path)).status).toBe(401)

    const misused = (await client.documents.createDownloadLink({ id })).path.replace(id, other.id)
    expect((await get(misused)).status).toBe(401)
    const late = await client.documents.createDownloadLink({ id })
    server.node.clock.advance(61_000)
    expect((await get(late.path)).status).toBe(401)
    const text = await get((await client.documents.createDownloadLink({ id: other.id, inline: true })).path)
    expect(text.headers.get('content-disposition'), 'text is saved, never shown').toMatch(/^attachment;/)
  })

  test('a record whose bytes are not on this node says so', async () => {
    const spec = { action: 'documents.finishUpload', access: 'documents.attach', undoable: true }
    const row = {
      ownerEntity: 'customer',
      ownerId,
      kind: 'document',
      fileName: 'x.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 3,
      contentHash: 'c'.repeat(64),
    }
    const { node } = server.node
    const { id } = await node.commands.run(server.node.call(server.node.administrator), spec, (change) =>
      change.insert('attachment', row),
    )
    expect(await refusalOf(client.documents.readChunk({ id }))).toMatchObject({
      code: 'attachment_content_missing',
      status: 409,
    })
    expect(await refusalOf(client.documents.createDownloadLink({ id }))).toMatchObject({
      code: 'attachment_content_missing',
    })
  })
})

describe('records of others', () => {
  /** Two sites, and an animal at the second. */
  async function twoSites(): Promise<{ here: string; there: string; animalThere: string }> {
    const spec = { action: 'test.plant', access: 'signed_in', undoable: false }
    return server.node.node.commands.run(server.node.call(server.node.administrator), spec, async (change) => {
      const site = (code: string) =>
        change.insert('site', { code, name: code, kind: 'farm', timeZone: 'Asia/Riyadh', active: true } as never)
      const [here, there] = [
        await site(`H${server.node.ids.next().slice(-6)}`),
        await site(`T${server.node.ids.next().slice(-6)}`),
      ]
      const animal = {
        siteId: there.id,
        code: server.node.ids.next(),
        species: 'bovine',
        sex: 'female',
        breeds: [],
        status: 'active',
        isReference: false,
        parentageState: 'recorded',
      }
      return { here: here.id, there: there.id, animalThere: (await change.insert('animal', animal as never)).id }
    })
  }

  const begin = (of: TestClient, owner: { ownerEntity: string; ownerId: string }) =>
    of.documents.beginUpload({ ...owner, fileName: 'a.pdf', mediaType: 'application/pdf', sizeBytes: pdf.length })

  async function attach(of: TestClient, owner: { ownerEntity: string; ownerId: string }): Promise<string> {
    const { uploadId } = await begin(of, owner)
    await of.documents.appendUpload({ id: uploadId, offset: 0, data: pdf.toString('base64') })
    return (await of.documents.finishUpload({ id: uploadId, sha256: sha256(pdf) })).id
  }

  test('an animal at another site takes no file and shows none: it is not there', async () => {
    const { here, there, animalThere } = await twoSites()
    const owner = { ownerEntity: 'animal', ownerId: animalThere }
    const [vetHere, vetThere] = [
      server.node.client(server.node.actor('veterinarian', here)),
      server.node.client(server.node.actor('veterinarian', there)),
    ]
    const id = await attach(vetThere, owner)
    const asked = [
      begin(vetHere, owner),
      vetHere.documents.attachments(owner),
      vetHere.documents.attachment({ id }),
      vetHere.documents.readChunk({ id }),
      vetHere.documents.createDownloadLink({ id }),
      vetHere.documents.removeAttachment({ id }),
      vetHere.documents.updateAttachment({ id, caption: 'x' }),
    ]
    for (const one of await Promise.all(asked.map(refusalOf)))
      expect(one).toMatchObject({ code: 'not_found', status: 404 })
    expect((await vetThere.documents.attachments(owner)).total).toBe(1)
  })

  test('who may see a record but not change it reads its files and adds none', async () => {
    const { there, animalThere } = await twoSites()
    const owner = { ownerEntity: 'animal', ownerId: animalThere }
    const id = await attach(server.node.client(server.node.actor('veterinarian', there)), owner)
    for (const role of ['viewer', 'researcher'] as const) {
      const reader = server.node.client(server.node.actor(role, there))
      expect((await reader.documents.attachments(owner)).total).toBe(1)
      expect(await refusalOf(begin(reader, owner))).toMatchObject({ code: 'forbidden' })
      expect(await refusalOf(reader.documents.removeAttachment({ id }))).toMatchObject({ code: 'forbidden' })
    }
  })

  test('a role elsewhere does not carry over: seeing here and writing there is not writing here', async () => {
    const { here, there, animalThere } = await twoSites()
    const actor = {
      ...server.node.actor('viewer', there),
      grants: [
        { role: 'viewer' as const, siteId: there },
        { role: 'veterinarian' as const, siteId: here },
      ],
    }
    const mixed = server.node.client(actor)
    expect(await refusalOf(begin(mixed, { ownerEntity: 'animal', ownerId: animalThere }))).toMatchObject({
      code: 'forbidden',
      data: { siteId: there },
    })
  })

  test("another person's upload cannot be seen, added to, finished or dropped", async () => {
    const [mine, theirs] = [
      server.node.client(server.node.actor('veterinarian')),
      server.node.client(server.node.actor('manager')),
    ]
    const { uploadId: id } = await begin(mine, { ownerEntity: 'customer', ownerId })
    const asked = [
      theirs.documents.uploadState({ id }),
      theirs.documents.appendUpload({ id, offset: 0, data: '' }),
      theirs.documents.finishUpload({ id, sha256: sha256(pdf) }),
      theirs.documents.cancelUpload({ id }),
    ]
    for (const one of await Promise.all(asked.map(refusalOf))) expect(one).toMatchObject({ code: 'not_found' })
    expect(await mine.documents.cancelUpload({ id })).toEqual({ id })
  })

  test('ids that are not ids never reach the disk', async () => {
    expect(await refusalOf(client.documents.uploadState({ id: '../../secrets/token' }))).toMatchObject({
      code: 'validation_failed',
    })
    expect((await get('/api/v1/attachments/..%2f..%2fsecrets/content', bearer())).status).toBe(400)
    expect(existsSync(join(server.node.folder, 'files'))).toBe(true)
  })

  test('pieces beyond the announced size, too large a piece and too many uploads are refused', async () => {
    const sender = server.node.client(server.node.actor('veterinarian'))
    const owner = { ownerEntity: 'customer', ownerId }
    const { uploadId: id } = await begin(sender, owner)
    const over = sender.documents.appendUpload({ id, offset: 0, data: Buffer.concat([pdf, pdf]).toString('base64') })
    expect(await refusalOf(over)).toMatchObject({ code: 'attachment_too_large', data: { maxBytes: pdf.length } })
    expect(await refusalOf(sender.documents.appendUpload({ id, offset: 0, data: 'x'.repeat(400_000) }))).toMatchObject({
      code: 'validation_failed',
    })
    const huge = sender.documents.beginUpload({ ...owner, fileName: 'a.pdf', mediaType: '', sizeBytes: 26 * megabyte })
    expect(await refusalOf(huge)).toMatchObject({ code: 'attachment_too_large', data: { maxBytes: 25 * megabyte } })
    for (let begun = 1; begun < 20; begun += 1) await begin(sender, owner)
    expect(await refusalOf(begin(sender, owner))).toMatchObject({ code: 'upload_too_many', status: 429 })
  })
})
