/** Numbers whose form is the issuer's own affair: tattoos, herd books, everything else; and the laboratory's own code. */

import { normaliseCode, refuseCode } from '../../../kernel/check-character.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { cleanText, compactText } from './clean-text.ts'
import type { IdentifierScheme } from './identifier-scheme.ts'
import { noMarks } from './identifier-scheme.ts'

// A tattoo is read off an ear or a lip; longer texts are never inked and are a paste into the wrong field.
const mostTattooCharacters = 16

export const tattoo: IdentifierScheme = {
  code: 'tattoo',
  species: null,
  scope: 'issuer',
  normalise: cleanText,
  refuse(text) {
    const value = cleanText(text)
    if (value.length > mostTattooCharacters) {
      return refusal('tattoo_length', { length: value.length, max: mostTattooCharacters })
    }
    return /^[\p{L}\p{N} ./*-]+$/u.test(value) ? null : refusal('tattoo_characters', { text: value })
  },
  print: (value) => value,
  marks: noMarks,
}

export const herdBook: IdentifierScheme = {
  code: 'herd_book',
  species: null,
  scope: 'issuer',
  normalise: cleanText,
  refuse: (text) => refuseWords(cleanText(text), 'herd_book_characters'),
  print: (value) => value,
  marks: noMarks,
}

export const other: IdentifierScheme = {
  code: 'other',
  species: null,
  scope: 'issuer',
  normalise: cleanText,
  refuse: (text) => (cleanText(text) === '' ? refusal('other_empty') : null),
  print: (value) => value,
  marks: noMarks,
}

/** The laboratory's own code with check character; see kernel/check-character.ts. */
export const own: IdentifierScheme = {
  code: 'own',
  species: null,
  scope: 'world',
  normalise: (text) => normaliseCode(compactText(text)),
  refuse: (text) => refuseCode(compactText(text)),
  // Labels and screens show it in one piece.
  print: (value) => value,
  marks: noMarks,
}

function refuseWords(value: string, code: string): Refusal | null {
  return /^[\p{L}\p{M}\p{N} .,/()#&+*'-]+$/u.test(value) ? null : refusal(code, { text: value })
}
