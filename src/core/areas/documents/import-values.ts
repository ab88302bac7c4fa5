/**
 * Reads the cells of record files: dates, numbers, words. Files come from many programs and both languages, so several
 * spellings are understood; but nothing is guessed. A date whose day and month could be exchanged is refused until a
 * person says which comes first, because a wrong birth date looks exactly like a right one.
 */
import type { CalendarDate } from '../../kernel/clock.ts'
import { type Refusal, refusal } from '../../kernel/refusal.ts'
import { foldText, searchWords } from '../../kernel/search-text.ts'

export type ReadResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

/** What must be known about a file to read its cells. */
export interface CellSettings {
  /** Which of day and month stands first in dates like 03/04/2021; null when the file has no such dates. */
  readonly dateOrder: 'dmy' | 'mdy' | null
  readonly decimal: 'point' | 'comma'
}

export interface ReadDate {
  /** First day of what is known: a year alone becomes its 1 January. */
  readonly date: CalendarDate
  readonly precision: 'day' | 'month' | 'year'
}

export function readValue<Value>(value: Value): ReadResult<Value> {
  return { ok: true, value }
}

export function refuseValue<Value>(code: string, data: Record<string, unknown> = {}): ReadResult<Value> {
  return { ok: false, refusal: refusal(code, data) }
}

const blanks = new Set([
  '',
  'na',
  'n/a',
  '#n/a',
  'nan',
  'null',
  'none',
  '.',
  '-',
  '--',
  '?',
  '*',
  '\u2014',
  '\u063a\u064a\u0631 \u0645\u062a\u0648\u0641\u0631',
])

/** Whether a cell means "nothing known" in files of statistics programs and spreadsheets. */
export function isBlankCell(text: string): boolean {
  const trimmed = text.trim()
  return trimmed === '' || (trimmed.length < 12 && blanks.has(foldText(trimmed)))
}

const earliestYear = 1850
const latestYear = 2200

/**
 * Reads a date: ISO, year first, day and month in the stated order, month names in English and Arabic, a month, or a
 * year. Refuses `import_date_ambiguous`, `import_date_short_year` or `import_date_invalid`.
 */
export function readDate(text: string, { dateOrder }: Pick<CellSettings, 'dateOrder'>): ReadResult<ReadDate> {
  const plain = foldText(text).trim()
  const year = /^(\d{4})$/.exec(plain)
  if (year !== null) return dateOf(year[1], '1', '1', 'year', text)
  const isoMonth = /^(\d{4})[-/.](\d{1,2})$/.exec(plain)
  if (isoMonth !== null) return dateOf(isoMonth[1], isoMonth[2], '1', 'month', text)
  const monthYear = /^(\d{1,2})[-/.](\d{4})$/.exec(plain)
  if (monthYear !== null) return dateOf(monthYear[2], monthYear[1], '1', 'month', text)
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (iso !== null) return dateOf(iso[1], iso[2], iso[3], 'day', text)
  const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: \d{1,2}:\d{2}.*)?$/.exec(plain)
  if (parts !== null) return readOrdered(parts, dateOrder, text)
  return readMonthName(plain, text)
}

function readOrdered(parts: RegExpExecArray, order: CellSettings['dateOrder'], text: string): ReadResult<ReadDate> {
  const [, first = '', second = '', year = ''] = parts
  if (year.length === 2) return refuseValue('import_date_short_year', { value: text })
  const mayBeDayFirst = Number(second) <= 12
  const mayBeMonthFirst = Number(first) <= 12
  if (order === null && mayBeDayFirst && mayBeMonthFirst && first !== second)
    return refuseValue('import_date_ambiguous', { value: text })
  const dayFirst = order === null ? mayBeDayFirst : order === 'dmy'
  return dayFirst ? dateOf(year, second, first, 'day', text) : dateOf(year, first, second, 'day', text)
}

// Folded spellings: English short forms, Gregorian months as written in the Gulf and Egypt, and in the Levant.
const monthWords: readonly (readonly string[])[] = [
  ['jan', 'january', 'يناير', 'كانون الثاني'],
  ['feb', 'february', 'فبراير', 'شباط'],
  ['mar', 'march', 'مارس', 'اذار'],
  ['apr', 'april', 'ابريل', 'نيسان'],
  ['may', 'مايو', 'ايار'],
  ['jun', 'june', 'يونيو', 'حزيران'],
  ['jul', 'july', 'يوليو', 'تموز'],
  ['aug', 'august', 'اغسطس', 'اب'],
  ['sep', 'sept', 'september', 'سبتمبر', 'ايلول'],
  ['oct', 'october', 'اكتوبر', 'تشرين الاول'],
  ['nov', 'november', 'نوفمبر', 'تشرين الثاني'],
  ['dec', 'december', 'ديسمبر', 'كانون الاول'],
]
const monthByWord = new Map(
  monthWords.flatMap((words, index) => words.map((word) => [foldText(word), String(index + 1)] as const)),
)

function readMonthName(plain: string, text: string): ReadResult<ReadDate> {
  const words = searchWords(plain)
  const month = monthByWord.get(words.filter((word) => !/^\d+$/.test(word)).join(' '))
  const numbers = words.filter((word) => /^\d+$/.test(word))
  const year = numbers.find((number) => number.length === 4)
  const rest = numbers.filter((number) => number !== year)
  if (month === undefined || numbers.length > 2) return refuseValue('import_date_invalid', { value: text })
  if (year === undefined)
    return refuseValue(numbers.length === 2 ? 'import_date_short_year' : 'import_date_invalid', { value: text })
  if (rest.length > 1) return refuseValue('import_date_invalid', { value: text })
  return rest[0] === undefined ? dateOf(year, month, '1', 'month', text) : dateOf(year, month, rest[0], 'day', text)
}

function dateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  precision: ReadDate['precision'],
  text: string,
): ReadResult<ReadDate> {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const date = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  const ms = Date.parse(`${date}T00:00:00Z`)
  const exists = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date)
  if (!exists || y < earliestYear || y > latestYear) return refuseValue('import_date_invalid', { value: text })
  return readValue({ date, precision })
}

/** Says which order a column of dates proves: a part above 12 can only be a day. Null when nothing or both are proved. */
export function proveDateOrder(texts: readonly string[]): 'dmy' | 'mdy' | null {
  let dayFirst = false
  let monthFirst = false
  for (const text of texts) {
    const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{4}/.exec(foldText(text).trim())
    if (parts === null) continue
    if (Number(parts[1]) > 12) dayFirst = true
    if (Number(parts[2]) > 12) monthFirst = true
  }
  if (dayFirst === monthFirst) return null
  return dayFirst ? 'dmy' : 'mdy'
}

/** Reads a number with the file's decimal sign and groups of three. Refuses `import_number_invalid`. */
export function readNumber(text: string, { decimal }: Pick<CellSettings, 'decimal'>): ReadResult<number> {
  const plain = foldText(text)
    .replaceAll(/[\s\u00a0\u202f\u200e\u200f\u061c\u066c']/g, '')
    .replace('\u2212', '-')
    .replace('\u066b', decimal === 'comma' ? ',' : '.')
  const [group, point] = decimal === 'comma' ? ['.', ','] : [',', '.']
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{3})+(\\${point}\\d+)?$`)
  const bare = new RegExp(`^[+-]?(\\d+(\\${point}\\d*)?|\\${point}\\d+)(e[+-]?\\d{1,3})?$`)
  if (!grouped.test(plain) && !bare.test(plain)) return refuseValue('import_number_invalid', { value: text })
  const number = Number(plain.replaceAll(group, '').replace(point, '.'))
  return Number.isFinite(number) ? readValue(number) : refuseValue('import_number_invalid', { value: text })
}

/** Spellings by what they mean. */
export type WordTable<Meaning extends string> = ReadonlyMap<string, Meaning>

/** Builds the table of spellings; they are compared without case, accents and Arabic letter variants. */
export function wordTable<Meaning extends string>(
  spellings: Readonly<Record<Meaning, readonly string[]>>,
): WordTable<Meaning> {
  const table = new Map<string, Meaning>()
  for (const [meaning, words] of Object.entries(spellings) as [Meaning, readonly string[]][]) {
    for (const word of [meaning, ...words]) table.set(wordKey(word), meaning)
  }
  return table
}

/** Reads one of the words of a table. Refuses `import_word_unknown` with the meanings it could have had. */
export function readWord<Meaning extends string>(text: string, table: WordTable<Meaning>): ReadResult<Meaning> {
  const meaning = table.get(wordKey(text))
  return meaning === undefined
    ? refuseValue('import_word_unknown', { value: text, allowed: [...new Set(table.values())] })
    : readValue(meaning)
}

const yesAndNo = wordTable({
  yes: ['y', 'true', 't', '1', 'x', '✓', 'نعم', 'صح', 'صحيح'],
  no: ['n', 'false', 'f', '0', 'لا', 'خطا'],
})

/** Reads yes or no. Refuses `import_word_unknown`. */
export function readYesNo(text: string): ReadResult<boolean> {
  const word = readWord(text, yesAndNo)
  return word.ok ? readValue(word.value === 'yes') : word
}

function wordKey(text: string): string {
  return searchWords(text).join(' ') || foldText(text).trim()
}
