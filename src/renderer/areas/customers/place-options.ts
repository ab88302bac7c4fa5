/** Countries and currencies as choices, named by the platform in the language of the page. */
import { countries } from '../../../core/areas/animals/identity/countries.ts'

interface Choice {
  readonly value: string
  readonly label: string
}

const made = new Map<string, readonly Choice[]>()

/** All countries of ISO 3166-1 by name. The value is the alpha-2 code. */
export function countryChoices(lang: string): readonly Choice[] {
  return choicesOf(
    `countries ${lang}`,
    lang,
    'region',
    () => countries.map((country) => country.alpha2),
    (name) => name,
  )
}

/** All currencies in use by code. The value is the ISO 4217 code. */
export function currencyChoices(lang: string): readonly Choice[] {
  return choicesOf(
    `currencies ${lang}`,
    lang,
    'currency',
    () => Intl.supportedValuesOf('currency'),
    (name, code) => `${code} - ${name}`,
  )
}

/** Name of a country by its alpha-2 code, or the code itself. */
export function countryName(lang: string, code: string): string {
  return countryChoices(lang).find((choice) => choice.value === code)?.label ?? code
}

function choicesOf(
  key: string,
  lang: string,
  type: 'region' | 'currency',
  codes: () => readonly string[],
  label: (name: string, code: string) => string,
): readonly Choice[] {
  const before = made.get(key)
  if (before !== undefined) return before
  const names = new Intl.DisplayNames([lang], { type })
  const choices = codes()
    .map((value) => ({ value, label: label(names.of(value) ?? value, value) }))
    .sort((one, other) => one.label.localeCompare(other.label, lang))
  made.set(key, choices)
  return choices
}
