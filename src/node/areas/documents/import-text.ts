/** Finds out how a text file is encoded and decodes it piece by piece. */
import { createReadStream } from 'node:fs'
import { DomainError } from '../../../core/kernel/refusal.ts'

export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'windows-1252'] as const

export type TextEncoding = (typeof textEncodings)[number]

/**
 * Tells the encoding of a file: by its byte order mark; else UTF-8 when every byte fits; else Windows-1256 when the
 * other bytes make Arabic words there, and Windows-1252 (Latin-1 with the Windows signs) when they do not.
 */
export async function detectEncoding(file: string): Promise<TextEncoding> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  let first = true
  const highBytes: Buffer[] = []
  let gathered = 0
  for await (const piece of createReadStream(file)) {
    const bytes = piece as Buffer
    if (first) {
      const marked = encodingByMark(bytes)
      if (marked !== null) return marked
      first = false
    }
    if (isUtf8) isUtf8 = fits(strict, bytes)
    if (gathered < sampleBytes && bytes.some((byte) => byte >= 0x80)) {
      highBytes.push(bytes)
      gathered += bytes.length
    }
  }
  if (isUtf8 && fits(strict, null)) return 'utf-8'
  return looksArabic(Buffer.concat(highBytes)) ? 'windows-1256' : 'windows-1252'
}

// Enough words to tell a language; reading more changes nothing.
const sampleBytes = 1_000_000

function encodingByMark(bytes: Buffer): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function fits(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer | null): boolean {
  try {
    if (bytes === null) decoder.decode()
    else decoder.decode(bytes, { stream: true })
    return true
  } catch {
    // The decoder's answer to "is this UTF-8": no.
    return false
  }
}

/** Arabic words are runs of Arabic letters; accented Latin letters stand alone between plain ones. */
function looksArabic(bytes: Buffer): boolean {
  const text = new TextDecoder('windows-1256').decode(bytes)
  const arabic = text.match(/[\u0621-\u064a]/g)?.length ?? 0
  const inWords = text.match(/[\u0621-\u064a]{2,}/g)?.reduce((sum, word) => sum + word.length, 0) ?? 0
  return arabic > 0 && inWords / arabic > 0.7
}

/**
 * Decodes a file, with every line end as `\n` and without the byte order mark. Refuses `import_encoding_wrong` where
 * a stated UTF-8 does not hold.
 */
export async function* decodeText(
  file: string,
  encoding: TextEncoding,
  until = Number.POSITIVE_INFINITY,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' })
  let heldReturn = false
  const lines = (text: string): string => {
    const whole = heldReturn ? `\r${text}` : text
    heldReturn = whole.endsWith('\r')
    return (heldReturn ? whole.slice(0, -1) : whole).replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  }
  try {
    for await (const piece of createReadStream(file, { highWaterMark: 262_144, end: until }))
      yield lines(decoder.decode(piece as Buffer, { stream: true }))
    if (until === Number.POSITIVE_INFINITY) yield lines(decoder.decode())
    if (heldReturn) yield '\n'
  } catch (error) {
    if (error instanceof TypeError) throw new DomainError('import_encoding_wrong', { encoding }, { cause: error })
    throw error
  }
}
