/**
 * When two customers may be the same one. Two steps, as in record linkage (Fellegi and Sunter 1969): *match keys* bring
 * together records that share one, through an index; the rules here then compare only those pairs.
 */
import { foldText, searchWords } from '../../kernel/search-text.ts'
import { jaroWinkler, trigramSimilarity } from './string-similarity.ts'
import type { DuplicateReason } from './tidying.model.ts'

/** What a customer is compared by. */
export interface Comparable {
  readonly name: string
  readonly nameArabic?: string | null
  readonly taxId?: string | null
  readonly email?: string | null
  readonly phone?: string | null
}

export const matchKeyKinds = ['tax', 'email', 'phone', 'name'] as const

export interface MatchKey {
  readonly kind: (typeof matchKeyKinds)[number]
  readonly value: string
}

/** Both must be reached: Jaro-Winkler alone is generous to names that only begin alike. */
const likeness = { jaroWinkler: 0.9, trigrams: 0.55 }

/** Words that say what a customer is, not which one: two farms are not alike because both are farms. */
const genericWords = new Set(
  [
    'al el the of and for est establishment co company ltd limited llc inc corp corporation group holding trading farm farms ranch stud stable stables mr mrs dr eng',
    'شركة مؤسسة مزرعة مزارع مجموعة مركز اسطبل اسطبلات مربط للتجارة المحدودة السيد الدكتور المهندس دكتور',
  ].flatMap((line) => searchWords(line)),
)

const arabicArticle = /^\u0627\u0644(?=.{2})/u

/** The words of a name that tell it from others, folded; all of them when nothing else is left. */
export function tellingWords(name: string): string[] {
  const words = searchWords(name)
  const telling = words.filter((word) => !genericWords.has(word))
  return (telling.length === 0 ? words : telling).map((word) => word.replace(arabicArticle, ''))
}

/** Letters and digits only, in lower case; null for what is too short to mean anything ("n/a", "-", "000"). */
export function normaliseTaxId(text: string | null | undefined): string | null {
  const squeezed = searchWords(text ?? '').join('')
  return squeezed.length < 5 || new Set(squeezed).size === 1 ? null : squeezed
}

export function normaliseEmail(text: string | null | undefined): string | null {
  const trimmed = (text ?? '').trim().toLowerCase()
  return trimmed.includes('@') ? trimmed : null
}

/** Digits that tell one subscriber from another: the last nine, so that +966 5..., 00966 5... and 05... are one number. */
export function normalisePhone(text: string | null | undefined): string | null {
  const digits = foldText(text ?? '').replaceAll(/\D/g, '')
  return digits.length < 7 || new Set(digits).size === 1 ? null : digits.slice(-9)
}

/** Keys under which the index finds candidates. Two customers worth comparing share at least one. */
export function matchKeys(customer: Comparable): MatchKey[] {
  const keys: MatchKey[] = []
  const add = (kind: MatchKey['kind'], value: string | null) => {
    if (value !== null && !keys.some((key) => key.kind === kind && key.value === value)) keys.push({ kind, value })
  }
  add('tax', normaliseTaxId(customer.taxId))
  add('email', normaliseEmail(customer.email))
  add('phone', normalisePhone(customer.phone))
  for (const name of [customer.name, customer.nameArabic]) {
    if (name === null || name === undefined) continue
    for (const value of nameKeys(name)) add('name', value)
  }
  return keys
}

/** Beginning, end, consonants and sorted words of a name: an error spoils some of these, hardly ever all. */
function nameKeys(name: string): string[] {
  const words = tellingWords(name)
  const squeezed = words.join('')
  if (squeezed === '') return []
  const skeleton = squeezed.replaceAll(/[aeiouy\u0627\u0648\u064a]/g, '').replaceAll(/(.)\1+/gu, '$1')
  const keys = [`b:${squeezed.slice(0, 5)}`, `e:${squeezed.slice(-5)}`, `w:${[...words].sort().join('').slice(0, 6)}`]
  if (skeleton.length >= 3) keys.push(`k:${skeleton.slice(0, 6)}`)
  return keys
}

/** How alike two names are, 0 to 1, whatever the order of their words; 0 when they differ in a number. */
export function nameSimilarity(left: string, right: string): number {
  const first = tellingWords(left)
  const second = tellingWords(right)
  if (numbersOf(first) !== numbersOf(second)) return 0
  const asWritten = similarity(first.join(''), second.join(''))
  return Math.max(asWritten, similarity([...first].sort().join(''), [...second].sort().join('')))
}

function similarity(left: string, right: string): number {
  const close = jaroWinkler(left, right)
  return close >= likeness.jaroWinkler && trigramSimilarity(left, right) >= likeness.trigrams ? close : 0
}

function numbersOf(words: readonly string[]): string {
  return words.filter((word) => /^\d+$/.test(word)).join(' ')
}

/** Why two customers may be the same one, strongest first; empty when nothing speaks for it. */
export function duplicateReasons(left: Comparable, right: Comparable): DuplicateReason[] {
  const reasons: DuplicateReason[] = []
  const same = (
    kind: DuplicateReason['kind'],
    normalise: (text: string | null | undefined) => string | null,
    field: 'taxId' | 'email' | 'phone',
  ) => {
    const value = normalise(left[field])
    if (value !== null && value === normalise(right[field])) reasons.push({ kind, score: 1 })
  }
  same('same_tax_id', normaliseTaxId, 'taxId')
  same('same_email', normaliseEmail, 'email')
  same('same_phone', normalisePhone, 'phone')
  const names = [left.name, left.nameArabic].flatMap((one) =>
    [right.name, right.nameArabic].map((other) => (one && other ? nameSimilarity(one, other) : 0)),
  )
  const score = Math.max(...names)
  if (score > 0) reasons.push({ kind: 'similar_name', score: Math.round(score * 1000) / 1000 })
  return reasons
}
