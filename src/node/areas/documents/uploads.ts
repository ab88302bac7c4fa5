/**
 * How files come in: in pieces over any transport, or as one stream over REST. Whichever way, nothing is attached before
 * its bytes are on disk, its content is what its name says, and its hash is the one the sender counted.
 */

import type { Attachment, AttachmentFields, UploadState } from '../../../core/areas/documents/attachments.model.ts'
import { defaultMaxAttachmentBytes, maxChunkBytes } from '../../../core/areas/documents/attachments.model.ts'
import { detectContent } from '../../../core/areas/documents/file-content.ts'
import { cleanFileName, refuseFileName } from '../../../core/areas/documents/file-name.ts'
import { claimedType, type FileType, refuseContent } from '../../../core/areas/documents/file-types.ts'
import { type Clock, instantOf } from '../../../core/kernel/clock.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import { DomainError, refuseIf } from '../../../core/kernel/refusal.ts'
import type { HandleTools } from '../../rpc/bind.ts'
import type { Call } from '../../runtime/call.ts'
import { findMany } from '../../runtime/change.ts'
import { requireOwner } from './attachment-owner-access.ts'
import type { ContentStore, SealedFile, UploadNote } from './content-store.ts'

/** What an upload needs of a call: who calls, and the transactions of the procedure's own permission. */
export type UploadTools = Pick<HandleTools, 'call' | 'read' | 'write'>

interface Dependencies {
  readonly content: ContentStore
  readonly clock: Clock
  readonly ids: Ids
  readonly maxBytes?: number
}

/** An upload nobody went on with for this long is dropped. */
const staleMs = 24 * 60 * 60 * 1000
/** So that one person cannot fill the disk with files that never become records. */
const maxUnfinished = 20

export function createUploads({ content, clock, ids, maxBytes = defaultMaxAttachmentBytes }: Dependencies) {
  /** Everything that can be refused before the first byte; returns the fields with a clean name and the real type. */
  async function prepare(tools: UploadTools, fields: AttachmentFields, sizeBytes: number): Promise<AttachmentFields> {
    if (sizeBytes > maxBytes) throw new DomainError('attachment_too_large', { maxBytes }, { field: 'sizeBytes' })
    const fileName = cleanFileName(fields.fileName)
    refuseIf(refuseFileName(fileName))
    const type = typeOf(fileName, fields.mediaType)
    await tools.read((reading) => requireOwner(reading, fields.ownerEntity, fields.ownerId, 'write'))
    return { ...fields, fileName, mediaType: type.mediaType }
  }

  async function open(tools: UploadTools, fields: AttachmentFields, sizeBytes: number): Promise<UploadNote> {
    const userId = callerOf(tools.call)
    const prepared = await prepare(tools, fields, sizeBytes)
    const unfinished = await dropStale(await content.unfinished())
    if (unfinished.filter((one) => one.userId === userId).length >= maxUnfinished)
      throw new DomainError('upload_too_many', { max: maxUnfinished })
    const note: UploadNote = { id: ids.next(), userId, sizeBytes, begunAt: instantOf(clock.nowMs()), fields: prepared }
    await content.begin(note)
    return note
  }

  async function dropStale(notes: readonly UploadNote[]): Promise<UploadNote[]> {
    const oldest = instantOf(clock.nowMs() - staleMs)
    for (const note of notes) if (note.begunAt < oldest) await content.drop(note.id)
    return notes.filter((note) => note.begunAt >= oldest)
  }

  /** The caller's own upload; another person's is `not_found`. */
  async function own(call: Call, id: string): Promise<{ note: UploadNote; receivedBytes: number }> {
    const found = await content.find(id)
    if (found === null || found.note.userId !== callerOf(call))
      throw new DomainError('not_found', { entity: 'upload', id })
    return found
  }

  /** Checks the sealed file, moves it to its place and writes its record. A file that fails a check is dropped. */
  async function settle(
    tools: UploadTools,
    note: UploadNote,
    sealed: SealedFile,
    expectedHash: string | undefined,
  ): Promise<Attachment> {
    try {
      if (sealed.sizeBytes === 0) throw new DomainError('attachment_empty')
      if (expectedHash !== undefined && expectedHash !== sealed.hash)
        throw new DomainError(
          'attachment_hash_mismatch',
          { expected: expectedHash, found: sealed.hash },
          { field: 'sha256' },
        )
      const type = typeOf(note.fields.fileName, note.fields.mediaType)
      refuseIf(refuseContent(type, await content.inspect(note.id, detectContent)))
      await tools.read((reading) => requireOwner(reading, note.fields.ownerEntity, note.fields.ownerId, 'write'))
    } catch (error) {
      await content.drop(note.id)
      throw error
    }
    await content.keep(note.id, sealed)
    return tools.write(async (change) => {
      await requireOwner(change, note.fields.ownerEntity, note.fields.ownerId, 'write')
      const row = { ...note.fields, id: note.id, sizeBytes: sealed.sizeBytes, contentHash: sealed.hash }
      return (await change.insert('attachment', row)) as Attachment
    })
  }

  return {
    async begin(
      tools: UploadTools,
      { sizeBytes, ...fields }: AttachmentFields & { sizeBytes: number },
    ): Promise<UploadState> {
      return stateOf(await open(tools, fields, sizeBytes), 0)
    },

    async state(tools: UploadTools, { id }: { id: string }): Promise<UploadState> {
      const { note, receivedBytes } = await own(tools.call, id)
      return stateOf(note, receivedBytes)
    },

    async append(
      tools: UploadTools,
      { id, offset, data }: { id: string; offset: number; data: string },
    ): Promise<UploadState> {
      const { note } = await own(tools.call, id)
      const bytes = Buffer.from(data, 'base64')
      if (bytes.length > maxChunkBytes)
        throw new DomainError('attachment_too_large', { maxBytes: maxChunkBytes }, { field: 'data' })
      if (offset + bytes.length > note.sizeBytes)
        throw new DomainError('attachment_too_large', { maxBytes: note.sizeBytes }, { field: 'data' })
      return stateOf(note, await content.append(id, offset, bytes))
    },

    async finish(tools: UploadTools, { id, sha256 }: { id: string; sha256: string }): Promise<Attachment> {
      const done = await alreadyAttached(tools, id, sha256)
      if (done !== null) return done
      const { note, receivedBytes } = await own(tools.call, id)
      if (receivedBytes !== note.sizeBytes)
        throw new DomainError('upload_incomplete', { receivedBytes, sizeBytes: note.sizeBytes })
      return settle(tools, note, await content.seal(id), sha256)
    },

    async cancel(tools: UploadTools, { id }: { id: string }): Promise<{ id: string }> {
      await own(tools.call, id)
      await content.drop(id)
      return { id }
    },

    /** Takes one stream of unknown length, as REST sends it. `declaredBytes` is the Content-Length when there is one. */
    async receive(
      tools: UploadTools,
      fields: AttachmentFields,
      source: AsyncIterable<Uint8Array>,
      expected: { sha256?: string; declaredBytes?: number },
    ): Promise<Attachment> {
      const note = await open(tools, fields, expected.declaredBytes ?? 0)
      let sealed: SealedFile
      try {
        sealed = await content.receive(note.id, source, maxBytes)
      } catch (error) {
        await content.drop(note.id)
        throw error
      }
      return settle(tools, note, sealed, expected.sha256)
    },
  }
}

/** The record of an upload that was finished before and whose answer got lost; only its own sender learns of it. */
async function alreadyAttached(tools: UploadTools, id: string, sha256: string): Promise<Attachment | null> {
  const [row] = await tools.read((reading) => findMany(reading, 'attachment', [id]))
  return row !== undefined && row.createdBy === callerOf(tools.call) && row.contentHash === sha256
    ? (row as Attachment)
    : null
}

function typeOf(fileName: string, declared: string): FileType {
  const { type, refusal } = claimedType(fileName, declared)
  if (type === null) throw new DomainError(refusal.code, { ...refusal.data }, { field: refusal.field })
  return type
}

function callerOf(call: Call): string {
  if (call.actor === null) throw new DomainError('unauthenticated')
  return call.actor.userId
}

function stateOf(note: UploadNote, receivedBytes: number): UploadState {
  return { uploadId: note.id, receivedBytes, sizeBytes: note.sizeBytes, maxChunkBytes }
}

export type Uploads = ReturnType<typeof createUploads>
