/**
 * Writes a zip file entry by entry without holding any of it (APPNOTE 6.3.10): sizes and check sums follow each entry in
 * a data descriptor. Entries stay below 4 GB, so the 64-bit extensions are not needed.
 */
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface ZipWriter {
  add(name: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void>
  /** Writes the directory and closes the file; its size in bytes. */
  finish(): Promise<number>
  /** Closes the file without a directory, after a failure. */
  abandon(): Promise<void>
}

interface Entry {
  readonly name: Buffer
  readonly offset: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
}

// Bit 3: sizes follow the data. Bit 11: the name is UTF-8.
const flags = 0x0808
const deflated = 8
const version = 20
// 1 January 1980, the earliest date the format knows: a file made from the same data is then the same file.
const dosDate = 0x0021

export async function createZip(path: string): Promise<ZipWriter> {
  const file = await open(path, 'wx')
  const entries: Entry[] = []
  let position = 0
  const write = async (bytes: Buffer) => {
    await file.write(bytes)
    position += bytes.length
  }
  return {
    async add(name, pieces) {
      const offset = position
      const nameBytes = Buffer.from(name, 'utf8')
      await write(Buffer.concat([localHeader(nameBytes), nameBytes]))
      let crc = 0
      let unpacked = 0
      async function* counted(): AsyncGenerator<Buffer> {
        for await (const piece of pieces) {
          const bytes = Buffer.from(piece, 'utf8')
          crc = crc32(bytes, crc)
          unpacked += bytes.length
          yield bytes
        }
      }
      const dataStart = position
      const source = Readable.from(counted())
      const deflate = createDeflateRaw()
      source.on('error', (error) => deflate.destroy(error))
      for await (const bytes of source.pipe(deflate)) await write(bytes as Buffer)
      const entry = { name: nameBytes, offset, crc, packed: position - dataStart, unpacked }
      await write(descriptor(entry))
      entries.push(entry)
    },
    async finish() {
      const start = position
      for (const entry of entries) await write(directoryRecord(entry))
      await write(endRecord(entries.length, position - start, start))
      await file.close()
      return position
    },
    abandon: () => file.close(),
  }
}

function localHeader(name: Buffer): Buffer {
  const bytes = Buffer.alloc(30)
  bytes.writeUInt32LE(0x04034b50, 0)
  bytes.writeUInt16LE(version, 4)
  bytes.writeUInt16LE(flags, 6)
  bytes.writeUInt16LE(deflated, 8)
  bytes.writeUInt16LE(dosDate, 12)
  bytes.writeUInt16LE(name.length, 26)
  return bytes
}

function descriptor({ crc, packed, unpacked }: Entry): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(crc, 4)
  bytes.writeUInt32LE(packed, 8)
  bytes.writeUInt32LE(unpacked, 12)
  return bytes
}

function directoryRecord({ name, offset, crc, packed, unpacked }: Entry): Buffer {
  const bytes = Buffer.alloc(46)
  bytes.writeUInt32LE(0x02014b50, 0)
  bytes.writeUInt16LE(version, 4)
  bytes.writeUInt16LE(version, 6)
  bytes.writeUInt16LE(flags, 8)
  bytes.writeUInt16LE(deflated, 10)
  bytes.writeUInt16LE(dosDate, 14)
  bytes.writeUInt32LE(crc, 16)
  bytes.writeUInt32LE(packed, 20)
  bytes.writeUInt32LE(unpacked, 24)
  bytes.writeUInt16LE(name.length, 28)
  bytes.writeUInt32LE(offset, 42)
  return Buffer.concat([bytes, name])
}

function endRecord(count: number, size: number, start: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(0x06054b50, 0)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(start, 16)
  return bytes
}
