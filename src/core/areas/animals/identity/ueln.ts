/**
 * Universal Equine Life Number, 15 characters: country 3 (ISO 3166 numeric), database of that country 3, number given
 * there 9 (ueln.net, rules of attribution). Example of that page: 250001 is the French database SIRE, its horse
 * 00155928M is 25000100155928M.
 */
import { refusal } from '../../../kernel/refusal.ts'
import { compactText } from './clean-text.ts'
import { countryByNumeric, isWithdrawnCountry } from './countries.ts'
import type { IdentifierScheme } from './identifier-scheme.ts'

const wholeLength = 15

export const ueln: IdentifierScheme = {
  code: 'ueln',
  species: ['equine'],
  scope: 'world',
  normalise: compactText,
  refuse(text) {
    const value = compactText(text)
    // Signs such as / are translated by the database that issued the number, each in its own way: never guessed here.
    if (!/^[0-9A-Z]*$/.test(value)) return refusal('ueln_characters', { text: value })
    // Short national numbers are filled with zeros between the parts, again by the issuing database.
    if (value.length !== wholeLength) return refusal('ueln_length', { length: value.length, expected: wholeLength })
    const country = value.slice(0, 3)
    if (countryByNumeric(country) === null && !isWithdrawnCountry(country)) {
      return refusal('ueln_country_unknown', { country })
    }
    return null
  },
  print(value) {
    return value.length === wholeLength ? `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}` : value
  },
  marks: (value) => (isWithdrawnCountry(value.slice(0, 3)) ? ['withdrawn_country'] : []),
}
