/**
 * Makes a file name safe to show, to send in a header and to save on any system. The bytes of a file are stored under
 * their hash, so a name never becomes a path here; it becomes one on the machine of whoever downloads it.
 */
import { type Refusal, refusal } from '../../kernel/refusal.ts'

/** Names that Windows keeps for devices, with any ending (Microsoft, "Naming Files, Paths, and Namespaces"). */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(\.|$)/i

/** C0 and C1 controls, and characters that show a name in another order than it has ("invoice\u202Egnp.exe"). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const invisible = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** File systems allow 255 bytes; Arabic letters take two in UTF-8. */
const maxBytes = 200

/** The safe form of a name: its last path part without controls, forbidden characters and reserved words. */
export function cleanFileName(given: string): string {
  const lastPart = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = lastPart
    .replaceAll(invisible, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '')
  return shorten(reserved.test(plain) ? `_${plain}` : plain)
}

/** Refuses a name of which nothing is left. */
export function refuseFileName(clean: string): Refusal | null {
  return clean === '' ? refusal('file_name_empty', {}, 'fileName') : null
}

/** The ending in lower case without its dot; empty when there is none. */
export function fileExtension(name: string): string {
  return /[^.]\.([^.\s]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

function shorten(name: string): string {
  if (byteLength(name) <= maxBytes) return name
  const extension = fileExtension(name)
  const tail = extension === '' ? '' : `.${extension}`
  const characters = [...name.slice(0, name.length - tail.length)]
  while (byteLength(characters.join('')) + byteLength(tail) > maxBytes) characters.pop()
  return characters.join('').trimEnd() + tail
}

/** Bytes of a text in UTF-8. */
function byteLength(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
