/**
 * The form of an area's texts. `areas/<area>/<area>.en.ts` exports one object of this form, `<area>.ar.ts` the same with
 * the same keys; the compiler and a test compare them. Plurals are i18next's: `found_one`, `found_other` in English, all
 * six forms in Arabic.
 */
export type TextTree = { readonly [key: string]: string | TextTree }

/** Words of a record as history, audit trail and filters use them. */
export interface RecordWords {
  /** The record: "Customer". */
  readonly name: string
  readonly fields: Readonly<Record<string, string>>
  /** Words of choices, by field. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface AreaTexts {
  /** What the area's screens say: `useTranslation('<area>')`. */
  readonly texts: TextTree
  /** A sentence per error code: what is wrong and what to do next. Facts of the refusal are put in by name. */
  readonly errors?: Readonly<Record<string, string>>
  readonly records?: Readonly<Record<string, RecordWords>>
  /** What a command did, in the past: `'customers.create': 'Customer added'`. */
  readonly actions?: Readonly<Record<string, string>>
}

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

/** The keys of a plural in Arabic; a key that only happens to end so (`..._exceed_one`) stays as it is. */
type ArabicKeys<Key, Tree> = Key extends `${infer Base}_one`
  ? `${Base}_other` extends keyof Tree
    ? `${Base}_${PluralForm}`
    : Key
  : Key extends `${infer Base}_other`
    ? `${Base}_one` extends keyof Tree
      ? never
      : Key
    : Key

/** The keys a translation into Arabic must have, which has six plural forms where English has two. */
export type InArabic<Tree> = {
  readonly [Key in keyof Tree as ArabicKeys<Key, Tree>]: Tree[Key] extends string ? string : InArabic<Tree[Key]>
}
