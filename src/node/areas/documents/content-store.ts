/**
 * The bytes of attachments: `files/<first two hex digits>/<sha256>` in the data folder, written once and never changed.
 * A file on its way lies in `files/incoming` with a note of what it will be, so that an upload survives a restart. It is
 * put on disk (fsync) and renamed into place before its record is written: a record never names bytes that are not there.
 */
import { createHash } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { AttachmentFields } from '../../../core/areas/documents/attachments.model.ts'
import type { ByteSource } from '../../../core/areas/documents/file-content.ts'
import { DomainError } from '../../../core/kernel/refusal.ts'
import { createQueue, type Queue } from '../../store/queue.ts'

/** What was said when an upload began. */
export interface UploadNote {
  readonly id: string
  readonly userId: string
  readonly sizeBytes: number
  readonly begunAt: string
  readonly fields: AttachmentFields
}

export interface SealedFile {
  /** SHA-256, hex. */
  readonly hash: string
  readonly sizeBytes: number
}

export type ContentStore = ReturnType<typeof createContentStore>

/** @param folder the node's data folder */
export function createContentStore(folder: string) {
  const incoming = join(folder, 'files', 'incoming')
  /** One queue per upload in use: two pieces of one file never write at once. */
  const queues = new Map<string, Queue>()
  const part = (id: string) => join(incoming, `${checked(id)}.part`)
  const note = (id: string) => join(incoming, `${checked(id)}.json`)
  const place = (hash: string) => join(folder, 'files', hash.slice(0, 2), hash)

  async function inTurn<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    const queue = queues.get(id) ?? createQueue()
    queues.set(id, queue)
    return queue.run(work)
  }

  async function drop(id: string): Promise<void> {
    queues.delete(id)
    await rm(part(id), { force: true })
    await rm(note(id), { force: true })
  }

  return {
    async begin(upload: UploadNote): Promise<void> {
      await mkdir(incoming, { recursive: true })
      await writeFile(note(upload.id), JSON.stringify(upload), { flag: 'wx' })
      await writeFile(part(upload.id), '', { flag: 'wx' })
    },

    /** What is known about an upload, and how many bytes have come; null when there is none. */
    async find(id: string): Promise<{ note: UploadNote; receivedBytes: number } | null> {
      const text = await unlessMissing(readFile(note(id), 'utf8'))
      const size = await unlessMissing(stat(part(id)))
      return text === null || size === null ? null : { note: JSON.parse(text) as UploadNote, receivedBytes: size.size }
    },

    /** Adds a piece at its offset and returns the new size. Refuses `upload_offset` when pieces are missing or repeated. */
    append: (id: string, offset: number, bytes: Uint8Array): Promise<number> =>
      inTurn(id, async () => {
        const handle = await openPart(part(id))
        try {
          const { size } = await handle.stat()
          if (size !== offset) throw new DomainError('upload_offset', { receivedBytes: size }, { field: 'offset' })
          await writeAll(handle, bytes, offset)
          return offset + bytes.length
        } finally {
          await handle.close()
        }
      }),

    /** Writes a whole stream while hashing it. Refuses `attachment_too_large` as soon as it is longer than `maxBytes`. */
    receive: (id: string, source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<SealedFile> =>
      inTurn(id, async () => {
        const handle = await openPart(part(id))
        try {
          const hash = createHash('sha256')
          let size = 0
          for await (const bytes of source) {
            if (size + bytes.length > maxBytes) throw new DomainError('attachment_too_large', { maxBytes })
            await writeAll(handle, bytes, size)
            hash.update(bytes)
            size += bytes.length
          }
          await handle.sync()
          return { hash: hash.digest('hex'), sizeBytes: size }
        } finally {
          await handle.close()
        }
      }),

    /** Puts what has come on disk and hashes it. */
    seal: (id: string): Promise<SealedFile> =>
      inTurn(id, async () => {
        const handle = await openPart(part(id))
        try {
          await handle.sync()
          const hash = createHash('sha256')
          let size = 0
          for await (const bytes of handle.createReadStream({ autoClose: false, start: 0 })) {
            hash.update(bytes as Buffer)
            size += (bytes as Buffer).length
          }
          return { hash: hash.digest('hex'), sizeBytes: size }
        } finally {
          await handle.close()
        }
      }),

    /** Judges a file on its way without reading all of it. */
    inspect: <Result>(id: string, work: (source: ByteSource) => Promise<Result>): Promise<Result> =>
      inTurn(id, async () => {
        const handle = await openPart(part(id))
        try {
          const { size } = await handle.stat()
          return await work({ sizeBytes: size, read: (offset, length) => readFrom(handle, offset, length) })
        } finally {
          await handle.close()
        }
      }),

    /** Moves a sealed file to its place. The same content is kept once; a cut-off copy from a crash is replaced. */
    keep: (id: string, sealed: SealedFile): Promise<void> =>
      inTurn(id, async () => {
        const target = place(sealed.hash)
        const known = await unlessMissing(stat(target))
        if (known === null || known.size !== sealed.sizeBytes) {
          await mkdir(dirname(target), { recursive: true })
          await rename(part(id), target)
          await syncFolder(dirname(target))
        }
        await drop(id)
      }),

    drop: (id: string): Promise<void> => inTurn(id, () => drop(id)),

    /** Uploads that are not finished, with when they began. */
    async unfinished(): Promise<UploadNote[]> {
      const names = (await unlessMissing(readdir(incoming))) ?? []
      const notes: UploadNote[] = []
      for (const name of names.filter((one) => one.endsWith('.json'))) {
        // Another call may have finished it since the folder was read.
        const text = await unlessMissing(readFile(join(incoming, name), 'utf8'))
        if (text !== null && text !== '') notes.push(JSON.parse(text) as UploadNote)
      }
      return notes
    },

    /** Size in bytes, or null when this node does not have the content. */
    async size(hash: string): Promise<number | null> {
      return (await unlessMissing(stat(place(hash))))?.size ?? null
    },

    async read(hash: string, offset: number, length: number): Promise<Uint8Array> {
      const handle = await open(place(hash), 'r')
      try {
        return await readFrom(handle, offset, length)
      } finally {
        await handle.close()
      }
    },

    /** Streams the bytes from `start` to `end`, both included. */
    stream: (hash: string, start: number, end: number): ReadStream => createReadStream(place(hash), { start, end }),
  }
}

/** Ids come from callers and become file names: only a UUID may. */
function checked(id: string): string {
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw new DomainError('not_found', { entity: 'upload', id })
  return id.toLowerCase()
}

async function openPart(file: string): Promise<FileHandle> {
  const handle = await unlessMissing(open(file, 'r+'))
  if (handle === null) throw new DomainError('not_found', { entity: 'upload' })
  return handle
}

async function readFrom(handle: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length)
  const { bytesRead } = await handle.read(buffer, 0, length, offset)
  return buffer.subarray(0, bytesRead)
}

/** Writes all of it, or leaves the file as long as it was: half a piece would break the next offset. */
async function writeAll(handle: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
  try {
    let done = 0
    while (done < bytes.length)
      done += (await handle.write(bytes, done, bytes.length - done, offset + done)).bytesWritten
  } catch (cause) {
    await handle.truncate(offset)
    if ((cause as NodeJS.ErrnoException).code === 'ENOSPC') throw new DomainError('storage_full', {}, { cause })
    throw cause
  }
}

/** Makes a rename survive a power cut. Windows cannot open folders, and needs no such step on NTFS. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function unlessMissing<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
