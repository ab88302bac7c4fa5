/**
 * Attachments over every transport. A file goes up in pieces: `beginUpload`, `appendUpload` from offset 0 on, then
 * `finishUpload` with the SHA-256 of the whole, which checks the content and adds the record under the upload's own id.
 * Each step may be repeated after a lost answer. REST has streaming routes beside these, see `attachment-routes.ts`.
 */
import { z } from 'zod'
import { listInput, listOutput } from '../../kernel/listing.ts'
import { command, expectedRev, instant, query, recordId } from '../../kernel/procedure.ts'
import {
  attachment,
  attachmentChanges,
  attachmentFields,
  attachmentKinds,
  maxChunkBytes,
  sha256Hex,
  uploadState,
} from './attachments.model.ts'

const one = z.object({ id: recordId })

const aboutFile = [
  'attachment_owner_refused',
  'attachment_type_refused',
  'attachment_type_mismatch',
  'attachment_too_large',
  'attachment_empty',
  'file_name_empty',
]

/** Four characters of base64 carry three bytes. */
const chunkBase64 = z.base64().max(Math.ceil(maxChunkBytes / 3) * 4)

export const attachmentsContract = {
  attachments: query({
    action: 'documents.attachments',
    access: 'documents.read',
    path: '/attachments',
    summary: 'Lists the attachments of a record, newest first',
  })
    .input(listInput({ ownerEntity: z.string().max(60), ownerId: recordId, kind: z.enum(attachmentKinds).optional() }))
    .output(listOutput(attachment)),

  attachment: query({
    action: 'documents.attachment',
    access: 'documents.read',
    path: '/attachments/{id}',
    summary: 'Reads what is known about an attachment',
  })
    .input(one)
    .output(attachment),

  updateAttachment: command({
    action: 'documents.updateAttachment',
    access: 'documents.attach',
    path: '/attachments/{id}',
    method: 'PUT',
    summary: 'Changes name, kind or caption of an attachment',
    refuses: ['attachment_type_mismatch', 'file_name_empty'],
  })
    .input(attachmentChanges.extend({ id: recordId, rev: expectedRev }))
    .output(attachment),

  removeAttachment: command({
    action: 'documents.removeAttachment',
    access: 'documents.attach',
    path: '/attachments/{id}',
    method: 'DELETE',
    summary: 'Lays an attachment aside',
  })
    .input(one.extend({ rev: expectedRev }))
    .output(z.object({ id: recordId })),

  beginUpload: command({
    action: 'documents.beginUpload',
    access: 'documents.attach',
    path: '/attachment-uploads',
    summary: 'Begins to send a file in pieces',
    undoable: false,
    refuses: [...aboutFile, 'upload_too_many'],
  })
    .input(attachmentFields.extend({ sizeBytes: z.number().int().min(1) }))
    .output(uploadState),

  uploadState: query({
    action: 'documents.uploadState',
    access: 'documents.attach',
    path: '/attachment-uploads/{id}',
    summary: 'Tells how far an upload has come, to go on after a break',
  })
    .input(one)
    .output(uploadState),

  appendUpload: command({
    action: 'documents.appendUpload',
    access: 'documents.attach',
    path: '/attachment-uploads/{id}/chunks',
    summary: 'Sends the next piece of a file',
    undoable: false,
    successStatus: 200,
    refuses: ['upload_offset', 'attachment_too_large'],
  })
    .input(z.strictObject({ id: recordId, offset: z.number().int().min(0), data: chunkBase64 }))
    .output(uploadState),

  finishUpload: command({
    action: 'documents.finishUpload',
    access: 'documents.attach',
    path: '/attachment-uploads/{id}/finish',
    summary: 'Checks the file that was sent and attaches it',
    refuses: [...aboutFile, 'upload_incomplete', 'attachment_hash_mismatch'],
  })
    .input(z.strictObject({ id: recordId, sha256: sha256Hex }))
    .output(attachment),

  cancelUpload: command({
    action: 'documents.cancelUpload',
    access: 'documents.attach',
    path: '/attachment-uploads/{id}',
    method: 'DELETE',
    summary: 'Drops an upload',
    undoable: false,
  })
    .input(one)
    .output(z.object({ id: recordId })),

  readChunk: query({
    action: 'documents.readChunk',
    access: 'documents.read',
    path: '/attachments/{id}/chunk',
    summary: 'Reads a piece of the content, on any transport',
    refuses: ['attachment_content_missing'],
  })
    .input(
      one.extend({
        offset: z.number().int().min(0).default(0),
        length: z.number().int().min(1).max(maxChunkBytes).default(maxChunkBytes),
      }),
    )
    .output(
      z.object({
        data: z.base64(),
        offset: z.number().int(),
        sizeBytes: z.number().int(),
        mediaType: z.string(),
        contentHash: z.string(),
      }),
    ),

  createDownloadLink: query({
    action: 'documents.createDownloadLink',
    access: 'documents.read',
    path: '/attachments/{id}/link',
    method: 'POST',
    summary: 'Makes a link that a browser can open once within 60 seconds',
    refuses: ['attachment_content_missing'],
  })
    .input(one.extend({ inline: z.boolean().optional().describe('show pictures and PDF instead of saving them') }))
    .output(z.object({ path: z.string(), expiresAt: instant })),
}
