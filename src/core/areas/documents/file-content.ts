/**
 * Tells from its bytes what a file is. Signatures are those of the WHATWG "MIME Sniffing" standard (sections 6.1, 6.2
 * and 7.1), ISO/IEC 23008-12 for HEIF brands and APPNOTE.TXT 4.3 for ZIP directories. Names and headers are claims; this
 * is what decides.
 */

/** Random access to a file that is being judged. */
export interface ByteSource {
  readonly sizeBytes: number
  /** Up to `length` bytes from `offset`; fewer at the end. */
  read(offset: number, length: number): Promise<Uint8Array>
}

export type FileContent =
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'webp'
  | 'heic'
  | 'xlsx'
  | 'docx'
  | 'text'
  | 'markup'
  | 'office_macro'
  | 'zip'
  | 'empty'
  | 'unknown'

/** How much of the beginning is judged; binary signatures are shorter, and text shows itself by then. */
const headBytes = 64 * 1024
const maxDirectoryBytes = 1024 * 1024

const signatures: readonly (readonly [FileContent, number, readonly number[]])[] = [
  ['pdf', 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', 0, [0xff, 0xd8, 0xff]],
]

const heifBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'])

/** Beginnings that a browser may take for a page; a tag must end there, so that "<about 5>" stays text. */
const markup =
  /^\s*<(\?xml|!--|(!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|svg|math|meta|object|embed|link|img)(?=[\s>/]|$))/i

export async function detectContent(source: ByteSource): Promise<FileContent> {
  if (source.sizeBytes === 0) return 'empty'
  const head = await source.read(0, headBytes)
  for (const [content, offset, bytes] of signatures) if (startsWith(head, offset, bytes)) return content
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'webp'
  if (ascii(head, 4, 8) === 'ftyp') return heifBrands.has(ascii(head, 8, 12)) ? 'heic' : 'unknown'
  if (startsWith(head, 0, [0x50, 0x4b, 0x03, 0x04])) return zipContent(await zipNames(source))
  return textContent(head)
}

/** Text has no control bytes but blanks (MIME Sniffing, "binary data byte"); UTF-16 counts when it says so itself. */
function textContent(head: Uint8Array): FileContent {
  const utf16 = startsWith(head, 0, [0xff, 0xfe]) || startsWith(head, 0, [0xfe, 0xff])
  const bytes = utf16
    ? head.subarray(2).filter((byte) => byte !== 0)
    : startsWith(head, 0, [0xef, 0xbb, 0xbf])
      ? head.subarray(3)
      : head
  if (
    bytes.some(
      (byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b,
    )
  )
    return 'unknown'
  return markup.test(ascii(bytes, 0, 2048)) ? 'markup' : 'text'
}

function zipContent(names: ReadonlySet<string>): FileContent {
  if ([...names].some((name) => name.endsWith('vbaproject.bin'))) return 'office_macro'
  if (!names.has('[content_types].xml')) return 'zip'
  if (names.has('xl/workbook.xml')) return 'xlsx'
  return names.has('word/document.xml') ? 'docx' : 'zip'
}

const endRecordBytes = 22
const maxCommentBytes = 0xffff

/** Names of the entries of a ZIP file, in lower case, from its central directory; empty when that cannot be read. */
async function zipNames(source: ByteSource): Promise<ReadonlySet<string>> {
  const names = new Set<string>()
  const tailBytes = Math.min(source.sizeBytes, endRecordBytes + maxCommentBytes)
  const tail = await source.read(source.sizeBytes - tailBytes, tailBytes)
  let end = tail.length - endRecordBytes
  while (end >= 0 && !startsWith(tail, end, [0x50, 0x4b, 0x05, 0x06])) end -= 1
  if (end < 0) return names
  const size = uint32(tail, end + 12)
  if (size > maxDirectoryBytes) return names
  const directory = await source.read(uint32(tail, end + 16), size)
  let at = 0
  while (startsWith(directory, at, [0x50, 0x4b, 0x01, 0x02])) {
    const nameBytes = uint16(directory, at + 28)
    names.add(ascii(directory, at + 46, at + 46 + nameBytes).toLowerCase())
    at += 46 + nameBytes + uint16(directory, at + 30) + uint16(directory, at + 32)
  }
  return names
}

function startsWith(bytes: Uint8Array, offset: number, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[offset + index] === byte)
}

/** One character per byte, which is enough to compare with ASCII words. */
function ascii(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < Math.min(to, bytes.length); at += 1) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}

function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
}

function uint32(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at) + uint16(bytes, at + 2) * 0x10000
}
