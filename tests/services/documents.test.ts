/** Attachments over the contract and saved views, on every engine. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whyNoPostgres } from '../support/postgres-server.ts'
import { openTestNode, refusalOf, type TestClient, type TestEngine, type TestNode } from '../support/test-node.ts'

const missing = whyNoPostgres()
const engines: readonly TestEngine[] = ['sqlite', 'pglite', 'postgres']
const chunkBytes = 256 * 1024

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A PDF of the given size that repeats nowhere, so that a piece in the wrong place shows in the hash. */
function aPdf(sizeBytes: number): Buffer {
  const bytes = Buffer.alloc(sizeBytes)
  for (let at = 0; at + 4 <= sizeBytes; at += 4) bytes.writeUInt32BE(Math.imul(at, 2_654_435_761) >>> 0, at)
  bytes.write('%PDF-1.7\n', 0)
  return bytes
}

describe.each(engines)('documents on %s', (engine) => {
  describe.skipIf(engine === 'postgres' && missing !== null)(missing ?? 'with a database of its own', () => {
    let node: TestNode
    let client: TestClient
    let ownerId: string
    beforeAll(async () => {
      node = await openTestNode(engine)
      client = node.client(node.administrator)
      ownerId = (await client.customers.create({ name: 'Files', type: 'organization' })).id
    })
    afterAll(async () => {
      await node.close()
    })

    const about = (fileName: string, mediaType: string) => ({ ownerEntity: 'customer', ownerId, fileName, mediaType })

    async function upload(bytes: Buffer, fileName = 'report.pdf', mediaType = 'application/pdf') {
      const { uploadId } = await client.documents.beginUpload({
        ...about(fileName, mediaType),
        sizeBytes: bytes.length,
      })
      for (let offset = 0; offset < bytes.length; offset += chunkBytes) {
        await client.documents.appendUpload({
          id: uploadId,
          offset,
          data: bytes.subarray(offset, offset + chunkBytes).toString('base64'),
        })
      }
      return client.documents.finishUpload({ id: uploadId, sha256: sha256(bytes) })
    }

    test('a file goes up in pieces, lies under its hash, and comes back the same in pieces', async () => {
      const bytes = aPdf(600_000)
      const added = await upload(bytes)
      expect(added).toMatchObject({
        fileName: 'report.pdf',
        kind: 'document',
        mediaType: 'application/pdf',
        sizeBytes: 600_000,
        contentHash: sha256(bytes),
        ownerId,
      })
      const stored = join(node.folder, 'files', added.contentHash.slice(0, 2), added.contentHash)
      expect(readFileSync(stored).equals(bytes)).toBe(true)
      expect(readdirSync(join(node.folder, 'files', 'incoming'))).toEqual([])
      const pieces: Buffer[] = []
      for (let offset = 0; offset < added.sizeBytes; offset += 200_000) {
        const piece = await client.documents.readChunk({ id: added.id, offset, length: 200_000 })
        expect(piece).toMatchObject({ sizeBytes: 600_000, contentHash: added.contentHash })
        pieces.push(Buffer.from(piece.data, 'base64'))
      }
      expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
    })

    test('the changeset carries the hash and never the bytes', async () => {
      const added = await upload(aPdf(50_000), 'audit.pdf')
      const { items } = await client.quality.audit({ limit: 1 })
      expect(items[0]).toMatchObject({ action: 'documents.finishUpload' })
      expect(JSON.stringify(items[0])).toContain(added.contentHash)
      expect(JSON.stringify(items[0]).length).toBeLessThan(2000)
    })

    test('the same content is stored once and attached as often as wanted', async () => {
      const bytes = aPdf(1000)
      const [first, second] = [await upload(bytes, 'one.pdf'), await upload(bytes, 'two.pdf')]
      expect(second.contentHash).toBe(first.contentHash)
      expect(second.id).not.toBe(first.id)
      expect(readdirSync(join(node.folder, 'files', first.contentHash.slice(0, 2)))).toEqual([first.contentHash])
    })

    test('an upload goes on after a break, names the offset it waits for, and may be finished twice', async () => {
      const bytes = aPdf(3000)
      const { uploadId: id } = await client.documents.beginUpload({
        ...about('resumed.pdf', ''),
        kind: 'result',
        sizeBytes: bytes.length,
      })
      const send = (offset: number, end: number) =>
        client.documents.appendUpload({ id, offset, data: bytes.subarray(offset, end).toString('base64') })
      await send(0, 1000)
      expect(await refusalOf(send(0, 1000))).toMatchObject({
        code: 'upload_offset',
        status: 409,
        data: { receivedBytes: 1000 },
      })
      expect(await refusalOf(send(2000, 3000))).toMatchObject({ code: 'upload_offset' })
      expect(await refusalOf(client.documents.finishUpload({ id, sha256: sha256(bytes) }))).toMatchObject({
        code: 'upload_incomplete',
        data: { receivedBytes: 1000, sizeBytes: 3000 },
      })
      expect(await client.documents.uploadState({ id })).toMatchObject({
        receivedBytes: 1000,
        maxChunkBytes: chunkBytes,
      })
      await send(1000, 3000)
      const added = await client.documents.finishUpload({ id, sha256: sha256(bytes) })
      expect(added).toMatchObject({ id, kind: 'result' })
      expect(await client.documents.finishUpload({ id, sha256: sha256(bytes) })).toEqual(added)
    })

    test('two pieces sent at once for the same offset: one is taken, the other refused', async () => {
      const bytes = aPdf(2000)
      const { uploadId: id } = await client.documents.beginUpload({ ...about('race.pdf', ''), sizeBytes: bytes.length })
      const data = bytes.toString('base64')
      const outcomes = await Promise.allSettled([
        client.documents.appendUpload({ id, offset: 0, data }),
        client.documents.appendUpload({ id, offset: 0, data }),
      ])
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await client.documents.finishUpload({ id, sha256: sha256(bytes) })).toMatchObject({ sizeBytes: 2000 })
    })

    test('an upload nobody went on with is dropped after a day', async () => {
      const { uploadId: id } = await client.documents.beginUpload({ ...about('stale.pdf', ''), sizeBytes: 10 })
      node.clock.advance(25 * 60 * 60 * 1000)
      await upload(aPdf(100), 'later.pdf')
      expect(await refusalOf(client.documents.uploadState({ id }))).toMatchObject({ code: 'not_found' })
    })

    test('name, kind and caption can change, the type cannot; a removed file is gone from the list and undo brings it back', async () => {
      const added = await upload(aPdf(700), 'draft.pdf')
      const id = added.id
      expect(
        await client.documents.updateAttachment({ id, fileName: '../final.pdf', kind: 'contract', caption: 'signed' }),
      ).toMatchObject({ fileName: 'final.pdf', kind: 'contract', caption: 'signed' })
      expect(await refusalOf(client.documents.updateAttachment({ id, fileName: 'final.exe' }))).toMatchObject({
        code: 'attachment_type_mismatch',
      })
      const list = () => client.documents.attachments({ ownerEntity: 'customer', ownerId, q: 'final' })
      expect((await list()).items).toMatchObject([{ id, kind: 'contract' }])
      await client.documents.removeAttachment({ id })
      expect((await list()).items).toEqual([])
      expect(await refusalOf(client.documents.readChunk({ id }))).toMatchObject({ code: 'not_found' })
      expect(
        existsSync(join(node.folder, 'files', added.contentHash.slice(0, 2), added.contentHash)),
        'bytes are never erased with the record',
      ).toBe(true)
      await client.quality.undo({ changesetId: (await client.quality.audit({ limit: 1 })).items[0]?.id ?? '' })
      expect((await list()).total).toBe(1)
    })

    test('a file may hang on a part of a record, and on nothing that carries no files', async () => {
      const call = await client.customers.addInteraction({ id: ownerId, kind: 'complaint', subject: 'Broken lid' })
      const { uploadId } = await client.documents.beginUpload({
        ownerEntity: 'customerInteraction',
        ownerId: call.id,
        fileName: 'lid.png',
        mediaType: 'image/png',
        sizeBytes: 8,
      })
      await client.documents.appendUpload({
        id: uploadId,
        offset: 0,
        data: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1').toString('base64'),
      })
      const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
      expect(await client.documents.finishUpload({ id: uploadId, sha256: sha256(png) })).toMatchObject({
        ownerId: call.id,
      })
      for (const ownerEntity of ['user', 'attachment', 'constructor']) {
        const begun = client.documents.beginUpload({
          ownerEntity,
          ownerId: call.id,
          fileName: 'a.png',
          mediaType: 'image/png',
          sizeBytes: 8,
        })
        expect(await refusalOf(begun)).toMatchObject({ code: 'attachment_owner_refused' })
      }
    })

    test('own views are seen by their owner only, shared ones by everybody, each group in its order', async () => {
      const [salma, omar] = [node.client(node.actor('veterinarian')), node.client(node.actor('viewer'))]
      const state = {
        where: { all: [{ field: 'species', op: 'is', value: 'camel' }] },
        sort: '-name',
        columns: ['name', 'species'],
      } as const
      const own = await salma.documents.createView({ list: 'animals', name: 'Mine', state })
      const shared = await salma.documents.createView({ list: 'animals', name: 'Camels', shared: true, state })
      expect(own.state).toEqual(state)
      expect(
        (await salma.documents.views({ list: 'animals' })).items.map((view) => [view.name, view.editable]),
      ).toEqual([
        ['Camels', true],
        ['Mine', true],
      ])
      expect((await omar.documents.views({ list: 'animals' })).items.map((view) => [view.name, view.editable])).toEqual(
        [['Camels', false]],
      )
      expect(
        await refusalOf(omar.documents.createView({ list: 'animals', name: 'x', shared: true, state: {} })),
      ).toMatchObject({ code: 'forbidden', data: { permission: 'documents.shareView' } })
      expect(await refusalOf(omar.documents.updateView({ id: shared.id, name: 'x' }))).toMatchObject({
        code: 'forbidden',
      })
      expect(await refusalOf(omar.documents.removeView({ id: own.id })), 'that it exists is not told').toMatchObject({
        code: 'not_found',
      })
      expect(
        await node.client(node.actor('manager')).documents.updateView({ id: shared.id, name: 'All camels' }),
      ).toMatchObject({ name: 'All camels', editable: true })
      expect(
        await refusalOf(salma.documents.createView({ list: 'animals', name: 'All camels', shared: true, state })),
      ).toMatchObject({ code: 'view_name_taken' })
      expect(await omar.documents.createView({ list: 'animals', name: 'Mine', state })).toMatchObject({
        name: 'Mine',
        shared: false,
      })
    })

    test('views are put into an order within their group', async () => {
      const salma = node.client(node.actor('veterinarian'))
      const ids: string[] = []
      for (const name of ['a', 'b', 'c'])
        ids.push((await salma.documents.createView({ list: 'customers', name, state: {} })).id)
      const [a = '', b = '', c = ''] = ids
      expect(
        (await salma.documents.orderViews({ list: 'customers', ids: [c, a, b] })).items.map((view) => view.name),
      ).toEqual(['c', 'a', 'b'])
      const shared = await salma.documents.createView({ list: 'customers', name: 'd', shared: true, state: {} })
      expect(await refusalOf(salma.documents.orderViews({ list: 'customers', ids: [a, shared.id] }))).toMatchObject({
        code: 'validation_failed',
      })
      expect(
        await refusalOf(
          salma.documents.createView({ list: 'customers', name: 'big', state: { columns: 'x'.repeat(50_000) } }),
        ),
      ).toMatchObject({ code: 'validation_failed' })
    })
  })
})
