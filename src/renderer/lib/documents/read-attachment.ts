/** Reads the bytes of an attachment in pieces, over whichever line is open. */
import { type Attachment, maxChunkBytes } from '../../../core/areas/documents/attachments.model.ts'
import type { ApiClient } from '../api/api-client.ts'

/** Gives the content with its media type. Throws `attachment_content_missing` while only the record has arrived here. */
export async function readAttachment(
  api: ApiClient,
  { id, mediaType, sizeBytes }: Attachment,
  signal?: AbortSignal,
): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (let offset = 0; offset < sizeBytes; ) {
    const { data } = await api.documents.readChunk(
      { id, offset, length: maxChunkBytes },
      signal === undefined ? {} : { signal },
    )
    const piece = Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
    // An answer without bytes would ask for the same piece for ever.
    if (piece.length === 0) throw new Error('attachment ended early')
    pieces.push(piece)
    offset += piece.length
  }
  return new Blob(pieces, { type: mediaType })
}
