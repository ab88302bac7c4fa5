/** Proposes which column of a file feeds which field, from the column's heading alone. A person confirms or changes it. */
import { searchWords } from '../../kernel/search-text.ts'
import type { ImportField } from './import-target.ts'

/** Field key to column index, 0 first. */
export type ImportMapping = Readonly<Record<string, number>>

/**
 * Matches headings with the fields' names and synonyms: first equal ones, then headings that contain a synonym of two
 * words or more ("sire id of the calf"). Each column feeds at most one field. Fields come in order of importance.
 */
export function proposeMapping(headings: readonly string[], fields: readonly ImportField[]): Record<string, number> {
  const mapping: Record<string, number> = {}
  const taken = new Set<number>()
  const keys = headings.map(headingKeys)
  const assign = (matches: (field: ImportField, heading: HeadingKeys) => boolean) => {
    for (const field of fields) {
      if (mapping[field.key] !== undefined) continue
      const column = keys.findIndex((heading, index) => !taken.has(index) && matches(field, heading))
      if (column === -1) continue
      mapping[field.key] = column
      taken.add(column)
    }
  }
  assign((field, heading) => spellingsOf(field).some((spelling) => spelling.squeezed === heading.squeezed))
  assign((field, heading) =>
    spellingsOf(field).some(
      (spelling) => spelling.words.length > 1 && ` ${heading.text} `.includes(` ${spelling.text} `),
    ),
  )
  return mapping
}

interface HeadingKeys {
  readonly words: readonly string[]
  readonly text: string
  readonly squeezed: string
}

const spellingCache = new WeakMap<ImportField, readonly HeadingKeys[]>()

function spellingsOf(field: ImportField): readonly HeadingKeys[] {
  const cached = spellingCache.get(field)
  if (cached !== undefined) return cached
  const spellings = [field.key, field.labels.en, field.labels.ar, ...field.synonyms].map(headingKeys)
  spellingCache.set(field, spellings)
  return spellings
}

const arabicArticle = '\u0627\u0644'

function headingKeys(heading: string): HeadingKeys {
  // birthDate and BirthDate are two words; the Arabic article is left out, because headings come with and without it.
  const spaced = heading.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  const words = searchWords(spaced).map((word) =>
    word.startsWith(arabicArticle) && word.length >= 4 ? word.slice(2) : word,
  )
  return { words, text: words.join(' '), squeezed: words.join('') }
}
