import { describe, expect, test } from 'vitest'
import { countries, countryByAlpha2, countryByAlpha3, countryByNumeric, isWithdrawnCountry } from './countries.ts'

describe('the ISO 3166-1 table', () => {
  test('holds the 249 entries of the standard, each code once and well formed', () => {
    expect(countries).toHaveLength(249)
    expect(new Set(countries.map((country) => country.alpha2)).size).toBe(249)
    expect(new Set(countries.map((country) => country.alpha3)).size).toBe(249)
    expect(new Set(countries.map((country) => country.numeric)).size).toBe(249)
    for (const { alpha2, alpha3, numeric } of countries) {
      expect(`${alpha2} ${alpha3} ${numeric}`).toMatch(/^[A-Z]{2} [A-Z]{3} \d{3}$/)
    }
  })

  // ISO 3166-1, published code list.
  test.each([
    ['SA', 'SAU', '682'],
    ['AE', 'ARE', '784'],
    ['EG', 'EGY', '818'],
    ['DE', 'DEU', '276'],
    ['FR', 'FRA', '250'],
    ['GB', 'GBR', '826'],
    ['US', 'USA', '840'],
    ['AF', 'AFG', '004'],
    ['ZW', 'ZWE', '716'],
  ])('finds %s as %s and %s', (alpha2, alpha3, numeric) => {
    const country = { alpha2, alpha3, numeric }
    expect(countryByAlpha2(alpha2)).toEqual(country)
    expect(countryByAlpha3(alpha3)).toEqual(country)
    expect(countryByNumeric(numeric)).toEqual(country)
  })

  test('knows no others, but remembers states that are gone', () => {
    expect(countryByAlpha2('UK')).toBeNull()
    expect(countryByAlpha3('YUG')).toBeNull()
    expect(countryByNumeric('000')).toBeNull()
    expect(isWithdrawnCountry('YUG')).toBe(true)
    expect(isWithdrawnCountry('278')).toBe(true)
    expect(isWithdrawnCountry('DEU')).toBe(false)
  })
})
