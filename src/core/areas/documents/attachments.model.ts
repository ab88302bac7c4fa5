/** Files that belong to records. The row names the bytes by their SHA-256; the bytes lie in the data folder. */
import { z } from 'zod'
import { optionalText, recordColumns, recordId } from '../../kernel/procedure.ts'

/** What a file is to its record. */
export const attachmentKinds = ['document', 'photo', 'consent', 'contract', 'result'] as const

/** Largest file accepted unless a node is told otherwise, in bytes. */
export const defaultMaxAttachmentBytes = 25 * 1024 * 1024

/** Largest piece of a file in one call, in bytes before base64. */
export const maxChunkBytes = 256 * 1024

export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)

/** A name as the caller has it; `cleanFileName` makes it safe. */
const fileNameGiven = z.string().min(1).max(1000)

export const attachment = z.object({
  ...recordColumns,
  ownerEntity: z.string(),
  ownerId: recordId,
  kind: z.enum(attachmentKinds),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  contentHash: z.string().describe('SHA-256, hex'),
  caption: z.string().nullable(),
})

/** What is said about a file before its bytes come. */
export const attachmentFields = z.strictObject({
  ownerEntity: z.string().min(1).max(60).describe('kind of record, for example customer or animal'),
  ownerId: recordId,
  kind: z.enum(attachmentKinds).default('document'),
  fileName: fileNameGiven,
  mediaType: z.string().max(200).describe('as the caller believes; the content decides'),
  caption: optionalText(500),
})

export const attachmentChanges = z.strictObject({
  fileName: fileNameGiven.optional().describe('its ending must stay of the same type'),
  kind: z.enum(attachmentKinds).optional(),
  caption: optionalText(500),
})

/** How far an upload has come. */
export const uploadState = z.object({
  uploadId: recordId,
  receivedBytes: z.number().int().describe('offset of the next chunk'),
  sizeBytes: z.number().int(),
  maxChunkBytes: z.number().int(),
})

export type Attachment = z.infer<typeof attachment>
export type AttachmentFields = z.infer<typeof attachmentFields>
export type AttachmentChanges = z.infer<typeof attachmentChanges>
export type UploadState = z.infer<typeof uploadState>
