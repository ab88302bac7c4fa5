/**
 * Sends a file to a record in pieces, over whichever line is open. A broken line or a piece that went missing only
 * means going on from where the node says it is; the SHA-256 of the whole proves at the end that nothing was lost.
 */
import type { Attachment, AttachmentFields, UploadState } from '../../../core/areas/documents/attachments.model.ts'
import type { ApiClient } from '../api/api-client.ts'
import { toApiError } from '../api/api-error.ts'

export type UploadTarget = Pick<AttachmentFields, 'ownerEntity' | 'ownerId' | 'kind'>

interface UploadParts {
  readonly api: ApiClient
  readonly file: File
  readonly target: UploadTarget
  readonly signal: AbortSignal
  /** Part of the file that has arrived, 0 to 1. */
  readonly onProgress: (part: number) => void
}

/** How often a piece may fail because the line broke before the upload is given up. */
const mostBreaks = 5

/** Sends the file and gives its record. Throws what the node refused; when `signal` aborts, the node drops what it has. */
export async function uploadFile({ api, file, target, signal, onProgress }: UploadParts): Promise<Attachment> {
  const sha256 = await sha256Of(file)
  const begun = await api.documents.beginUpload({
    ...target,
    fileName: file.name,
    mediaType: file.type,
    sizeBytes: file.size,
  })
  const id = begun.uploadId
  try {
    let state: UploadState = begun
    let breaks = 0
    while (state.receivedBytes < file.size) {
      signal.throwIfAborted()
      try {
        state = await sendPiece(api, file, state)
      } catch (error) {
        const failure = toApiError(error)
        if (failure.code === 'unavailable') breaks += 1
        if ((failure.code !== 'unavailable' && failure.code !== 'upload_offset') || breaks > mostBreaks) throw error
        state = await api.documents.uploadState({ id })
      }
      onProgress(state.receivedBytes / file.size)
    }
    signal.throwIfAborted()
    return await api.documents.finishUpload({ id, sha256 })
  } catch (error) {
    // The upload is worth nothing any more; when even this does not arrive, the node drops it by itself in time.
    await api.documents.cancelUpload({ id }).catch(() => undefined)
    throw error
  }
}

async function sendPiece(
  api: ApiClient,
  file: File,
  { uploadId, receivedBytes, maxChunkBytes }: UploadState,
): Promise<UploadState> {
  const data = await base64Of(file.slice(receivedBytes, receivedBytes + maxChunkBytes))
  return api.documents.appendUpload({ id: uploadId, offset: receivedBytes, data })
}

async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Reads bytes as base64. The browser's own reader does it far faster than a loop over characters. */
function base64Of(bytes: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',', 2)[1] ?? '')
    reader.onerror = () => reject(reader.error ?? new Error('file could not be read'))
    reader.readAsDataURL(bytes)
  })
}
