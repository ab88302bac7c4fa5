/** Sends a file to a node the way a screen does: in pieces, then named by its content. */
import type { TestClient } from './test-node.ts'

type List = 'animals' | 'customers'

export async function sendFile(
  client: TestClient,
  list: List,
  content: string | Uint8Array,
  fileName = 'records.csv',
): Promise<string> {
  const bytes = Buffer.from(content as string)
  const imports = client.imports[list]
  const { uploadId, pieceBytes } = await imports.begin({ fileName, sizeBytes: bytes.length })
  for (let offset = 0; offset < bytes.length; offset += pieceBytes) {
    await imports.append({
      uploadId,
      offset,
      data: bytes.toString('base64', offset, Math.min(offset + pieceBytes, bytes.length)),
    })
  }
  return (await imports.finish({ uploadId })).file
}
