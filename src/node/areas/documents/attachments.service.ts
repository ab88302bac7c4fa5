/** What is known about attachments: reading, renaming, laying aside. How their bytes come in is in `uploads.ts`. */

import type { InferSchemaOutput } from '@orpc/contract'
import { eq } from 'drizzle-orm'
import type { attachmentsContract } from '../../../core/areas/documents/attachments.contract.ts'
import type { Attachment, AttachmentChanges } from '../../../core/areas/documents/attachments.model.ts'
import { cleanFileName, fileExtension, refuseFileName } from '../../../core/areas/documents/file-name.ts'
import { fileTypeOf } from '../../../core/areas/documents/file-types.ts'
import type { ListAnswer } from '../../../core/kernel/listing.ts'
import { DomainError, refuseIf } from '../../../core/kernel/refusal.ts'
import { type Change, findMany } from '../../runtime/change.ts'
import type { Reading } from '../../runtime/reading.ts'
import type { CountCache } from '../../store/count-cache.ts'
import { listRows } from '../../store/list-query.ts'
import type { ListSpec } from '../../store/list-spec.ts'
import { requireOwner } from './attachment-owner-access.ts'

const attachmentList = {
  entity: 'attachment',
  siteColumn: null,
  defaultSort: '-createdAt',
  fields: {
    kind: { kind: 'choice' },
    fileName: { kind: 'text' },
    mediaType: { kind: 'choice' },
    sizeBytes: { kind: 'number' },
    createdAt: { kind: 'date' },
    caption: { kind: 'text', sortable: false },
  },
} as const satisfies ListSpec

type ListAttachments = InferSchemaOutput<(typeof attachmentsContract.attachments)['~orpc']['inputSchema'] & {}>

export function createAttachmentsService(counts: CountCache) {
  return {
    async list(reading: Reading, input: ListAttachments): Promise<ListAnswer<Attachment>> {
      const { ownerEntity, ownerId, limit, cursor, offset, sort, q, where, ...filters } = input
      await requireOwner(reading, ownerEntity, ownerId, 'read')
      const { attachment } = reading.tables
      const extra = [eq(attachment.ownerEntity, ownerEntity), eq(attachment.ownerId, ownerId)]
      const named =
        q === undefined || q === ''
          ? where
          : { all: [{ field: 'fileName', op: 'contains' as const, value: q }, ...(where === undefined ? [] : [where])] }
      const page = await listRows(
        reading,
        attachmentList,
        { limit, cursor, offset, sort, where: named, filters },
        reading.scope('documents.read'),
        counts,
        extra,
      )
      return { ...page, items: page.items as Attachment[] }
    },

    get: (reading: Reading, { id }: { id: string }): Promise<Attachment> => readAttachment(reading, id),

    async update(
      change: Change,
      { id, rev, ...changes }: AttachmentChanges & { id: string; rev?: number },
    ): Promise<Attachment> {
      const before = await readAttachment(change, id)
      await requireOwner(change, before.ownerEntity, before.ownerId, 'write')
      const patch =
        changes.fileName === undefined ? changes : { ...changes, fileName: renamed(before, changes.fileName) }
      return (await change.update('attachment', id, patch, { expectedRev: rev })) as Attachment
    },

    async remove(change: Change, { id, rev }: { id: string; rev?: number }): Promise<{ id: string }> {
      const before = await readAttachment(change, id)
      await requireOwner(change, before.ownerEntity, before.ownerId, 'write')
      await change.remove('attachment', id, { expectedRev: rev })
      return { id }
    },
  }
}

/** The attachment, when its record is visible to the caller. */
export async function readAttachment(reading: Reading, id: string): Promise<Attachment> {
  const [row] = await findMany(reading, 'attachment', [id])
  if (row === undefined) throw new DomainError('not_found', { entity: 'attachment', id })
  await requireOwner(reading, row.ownerEntity, row.ownerId, 'read')
  return row as Attachment
}

/** The safe form of a new name. Its ending must still be one of the file's type, which was checked against the bytes. */
function renamed(before: Attachment, given: string): string {
  const clean = cleanFileName(given)
  refuseIf(refuseFileName(clean))
  const type = fileTypeOf(before.mediaType)
  if (type !== undefined && !type.extensions.includes(fileExtension(clean))) {
    throw new DomainError(
      'attachment_type_mismatch',
      { declared: fileExtension(clean), found: before.mediaType },
      { field: 'fileName' },
    )
  }
  return clean
}

export type AttachmentsService = ReturnType<typeof createAttachmentsService>
