const arabicIndicZero = 0x0660
const extendedArabicIndicZero = 0x06f0

/**
 * Brings typed or scanned text to one form: NFKC (full-width characters), capitals, ASCII digits for Arabic-Indic and
 * Persian ones, no control or direction marks, single spaces. Benches work in Arabic, and copied numbers carry
 * invisible marks; the same tag must always become the same text.
 */
export function cleanText(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(/\p{Zs}|[\t\r\n]/gu, ' ')
      .replace(/\p{C}/gu, '')
      .toUpperCase()
      // Capitals of some letters are decomposed again (Greek with dialytika): compose once more.
      .normalize('NFKC')
      .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - arabicIndicZero))
      .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - extendedArabicIndicZero))
      .replace(/ +/g, ' ')
      .trim()
  )
}

/** Cleans the text and drops what people put between groups: spaces, dots, hyphens and dashes, underscores. */
export function compactText(text: string): string {
  return cleanText(text).replace(/[ ._\p{Pd}]/gu, '')
}

/** Cuts a text into groups of the given sizes, the last size repeating, and joins them with spaces. */
export function groupText(text: string, sizes: readonly number[]): string {
  const groups: string[] = []
  let at = 0
  for (let index = 0; at < text.length; index += 1) {
    const size = sizes[Math.min(index, sizes.length - 1)] ?? text.length
    groups.push(text.slice(at, at + size))
    at += size
  }
  return groups.join(' ')
}
