/**
 * Keeps uploaded files under the SHA-256 of their content, and the lists of refused rows.
 *
 *   <data>/imports/<hash>   <data>/imports/parts/   <data>/imports/previews/   <data>/imports/batches/
 *
 * Names inside these folders are hashes and ids that the contract has checked; what a person calls a file is never a path.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { importLimits } from '../../../core/areas/documents/import.model.ts'
import type { Clock } from '../../../core/kernel/clock.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'

interface Upload {
  readonly userId: string
  readonly sizeBytes: number
  received: number
  /** Pieces of one upload are written one after the other. */
  busy: boolean
}

interface Dependencies {
  readonly folder: string
  readonly clock: Clock
  readonly ids: Ids
}

const dayMs = 86_400_000
/** How long a file that was sent and not imported is kept. */
const unusedDays = 7

export function createImportStore({ folder, clock, ids }: Dependencies) {
  const uploads = new Map<string, Upload>()
  const parts = join(folder, 'parts')
  const previews = join(folder, 'previews')
  const batches = join(folder, 'batches')

  function uploadOf(uploadId: string, userId: string): Upload {
    const upload = uploads.get(uploadId)
    if (upload === undefined || upload.userId !== userId) throw new DomainError('import_upload_unknown', { uploadId })
    return upload
  }

  return {
    /** Opens an upload. Refuses `import_file_too_large`. */
    async begin(userId: string, sizeBytes: number): Promise<string> {
      if (sizeBytes > importLimits.fileBytes)
        throw new DomainError('import_file_too_large', { bytes: sizeBytes, max: importLimits.fileBytes })
      for (const name of [parts, previews, batches]) await mkdir(name, { recursive: true })
      await removeOlder(parts, clock.nowMs() - dayMs, (name) => uploads.has(name))
      await removeOlder(previews, clock.nowMs() - dayMs)
      const uploadId = ids.next()
      await (await open(join(parts, uploadId), 'wx')).close()
      uploads.set(uploadId, { userId, sizeBytes, received: 0, busy: false })
      return uploadId
    },

    /** Adds a piece. Refuses `import_upload_offset` with the length received so far, from which to go on. */
    async append(userId: string, uploadId: string, offset: number, piece: Buffer): Promise<number> {
      const upload = uploadOf(uploadId, userId)
      if (upload.busy || offset !== upload.received)
        throw new DomainError('import_upload_offset', { receivedBytes: upload.received })
      if (upload.received + piece.length > upload.sizeBytes) {
        throw new DomainError('import_file_too_large', { bytes: upload.received + piece.length, max: upload.sizeBytes })
      }
      upload.busy = true
      try {
        const handle = await open(join(parts, uploadId), 'r+')
        try {
          await handle.write(piece, 0, piece.length, offset)
        } finally {
          await handle.close()
        }
        upload.received += piece.length
        return upload.received
      } finally {
        upload.busy = false
      }
    },

    /** Ends an upload and names the file by its content. Refuses `import_upload_incomplete`. */
    async finish(userId: string, uploadId: string): Promise<{ file: string; sizeBytes: number }> {
      const upload = uploadOf(uploadId, userId)
      if (upload.busy || upload.received !== upload.sizeBytes) {
        throw new DomainError('import_upload_incomplete', {
          receivedBytes: upload.received,
          sizeBytes: upload.sizeBytes,
        })
      }
      const part = join(parts, uploadId)
      const hash = createHash('sha256')
      for await (const piece of createReadStream(part)) hash.update(piece as Buffer)
      const file = hash.digest('hex')
      await rename(part, join(folder, file))
      // Its age counts from now by the node's own clock, also when the same content was sent before.
      await utimes(join(folder, file), clock.nowMs() / 1000, clock.nowMs() / 1000)
      uploads.delete(uploadId)
      return { file, sizeBytes: upload.sizeBytes }
    },

    /** Path of a file that was sent. Refuses `import_file_unknown`. */
    async pathOf(file: string): Promise<string> {
      const path = join(folder, file)
      if (!(await exists(path))) throw new DomainError('import_file_unknown', { file })
      return path
    },

    /** Where the refused rows of a preview or of a batch are written. */
    rejectedPath: (kind: 'preview' | 'batch', id: string): string =>
      join(kind === 'preview' ? previews : batches, `${id}.csv`),

    /** Path of refused rows by their id, or null when this node does not have them. */
    async findRejected(id: string): Promise<string | null> {
      for (const path of [join(batches, `${id}.csv`), join(previews, `${id}.csv`)]) if (await exists(path)) return path
      return null
    },

    /** Removes files that were sent days ago and that no import needs. `isUsed` answers by content hash. */
    async tidy(isUsed: (file: string) => Promise<boolean>): Promise<void> {
      const before = clock.nowMs() - unusedDays * dayMs
      for (const name of await readdir(folder)) {
        if (!/^[0-9a-f]{64}$/.test(name) || !(await isOlder(join(folder, name), before))) continue
        if (!(await isUsed(name))) await rm(join(folder, name), { force: true })
      }
    },
  }
}

export type ImportStore = ReturnType<typeof createImportStore>

async function removeOlder(
  folder: string,
  beforeMs: number,
  isOpen: (name: string) => boolean = () => false,
): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!isOpen(name) && (await isOlder(join(folder, name), beforeMs))) await rm(join(folder, name), { force: true })
  }
}

async function isOlder(path: string, beforeMs: number): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.isFile() === true && found.mtimeMs < beforeMs
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}
