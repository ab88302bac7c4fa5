/** Sends a file to be imported in pieces; a lost piece is sent again from where the node says. */
import { toApiError } from '../../../lib/api/api-error.ts'
import type { ImportApi } from './import-target.ts'

interface SendParts {
  readonly api: ImportApi
  readonly file: File
  readonly signal: AbortSignal
  onProgress(part: number): void
}

const mostBreaks = 5

/** Gives the name of the file at the node: the SHA-256 of its content. */
export async function sendFile({ api, file, signal, onProgress }: SendParts): Promise<string> {
  const { uploadId, pieceBytes } = await api.begin({ fileName: file.name, sizeBytes: file.size })
  let offset = 0
  let breaks = 0
  while (offset < file.size) {
    signal.throwIfAborted()
    const data = await base64Of(file.slice(offset, offset + pieceBytes))
    try {
      offset = (await api.append({ uploadId, offset, data })).receivedBytes
    } catch (error) {
      const failure = toApiError(error)
      breaks += 1
      if (breaks > mostBreaks) throw error
      if (failure.code === 'import_upload_offset') offset = Number(failure.data.receivedBytes)
      // After a broken line nobody knows whether the piece arrived; sending it again tells.
      else if (failure.code !== 'unavailable') throw error
    }
    onProgress(offset / file.size)
  }
  return (await api.finish({ uploadId })).file
}

async function base64Of(piece: Blob): Promise<string> {
  const bytes = new Uint8Array(await piece.arrayBuffer())
  let text = ''
  // In steps, because a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
