/**
 * One normal form for text that people search by: lower case, without accents, Arabic letter variants folded, words
 * split at everything that is neither letter nor digit. Codes keep a squeezed form beside their parts, so that both
 * `H-4417` and `h4417` find the same animal.
 */

const arabicFolds: readonly (readonly [RegExp, string])[] = [
  // Harakat, superscript alef and tatweel carry no meaning in a name search.
  [/[\u064b-\u065f\u0670\u0640]/g, ''],
  [/[\u0622\u0623\u0625\u0671]/g, '\u0627'],
  [/\u0649/g, '\u064a'],
  [/\u0629/g, '\u0647'],
]

/** Folds letters that people type either way; digits of both scripts become 0-9. */
export function foldText(text: string): string {
  let folded = text.normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '')
  for (const [pattern, replacement] of arabicFolds) folded = folded.replaceAll(pattern, replacement)
  return folded.replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660)).toLowerCase()
}

/** The words of a text in normal form. */
export function searchWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** What goes into the search index for a record: its words, and every code with and without its punctuation. */
export function searchBody(parts: readonly (string | null | undefined)[]): string {
  const words = new Set<string>()
  for (const part of parts) {
    if (part === null || part === undefined) continue
    for (const word of searchWords(part)) words.add(word)
    for (const chunk of part.split(/\s+/)) {
      const pieces = searchWords(chunk)
      if (pieces.length > 1) words.add(pieces.join(''))
    }
    // Long numbers printed in groups are typed without the blanks.
    const squeezed = searchWords(part).join('')
    if (/^\d{9,}$/.test(squeezed)) words.add(squeezed)
  }
  return [...words].join(' ')
}
