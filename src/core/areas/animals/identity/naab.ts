/**
 * NAAB uniform code on a US straw: stud or marketing number up to 3 digits, breed 2 letters, bull up to 5 digits.
 * Blanks and leading zeros may be left out (naab-css.org, uniform coding system), so 7JE12191 and 007JE12191 are one
 * code. One bull can have several: 007JE12191 conventional, 507JE12191 sexed.
 */
import { refusal } from '../../../kernel/refusal.ts'
import { genotypicSexLetter } from '../species/sex.ts'
import { compactText } from './clean-text.ts'
import type { IdentifierScheme } from './identifier-scheme.ts'
import { naabBreeds } from './naab-breeds.ts'

export interface NaabParts {
  readonly stud: number
  readonly breed: string
  readonly bull: number
}

const shape = /^0*([1-9]\d{0,2})([A-Z]{2})0*([1-9]\d{0,4})$/

export const naab: IdentifierScheme = {
  code: 'naab',
  species: ['bovine', 'buffalo'],
  scope: 'world',
  normalise: normaliseNaab,
  refuse(text, context = {}) {
    const value = normaliseNaab(text)
    const parts = parseNaab(value)
    if (parts === null) return refusal('naab_format', { text: value })
    if (context.allowUnlistedBreed !== true && !Object.hasOwn(naabBreeds, parts.breed)) {
      return refusal('naab_breed_unknown', { breed: parts.breed })
    }
    if (context.sex !== undefined && genotypicSexLetter(context.sex) === 'F') {
      return refusal('naab_not_a_sire', { sex: context.sex })
    }
    return null
  },
  print(value) {
    const parts = parseNaab(value)
    if (parts === null) return value
    return String(parts.stud).padStart(3, '0') + parts.breed + String(parts.bull).padStart(5, '0')
  },
  marks: () => [],
}

/** Takes a NAAB code apart, leading zeros present or not; null when the text is none. */
export function parseNaab(text: string): NaabParts | null {
  const parts = shape.exec(compactText(text))
  if (parts === null) return null
  const [, stud = '', breed = '', bull = ''] = parts
  return { stud: Number(stud), breed, bull: Number(bull) }
}

function normaliseNaab(text: string): string {
  const parts = parseNaab(text)
  return parts === null ? compactText(text) : `${parts.stud}${parts.breed}${parts.bull}`
}
