import { describe, expect, test } from 'vitest'
import { detectScheme } from './detect-scheme.ts'
import type { IdentifierContext, IdentifierSchemeCode } from './identifier-scheme.ts'

type Case = readonly [typed: string, context: IdentifierContext, first: readonly IdentifierSchemeCode[]]

describe('guessing the scheme of a scanned number', () => {
  test.each<Case>([
    ['AN000Z8G', {}, ['own']],
    ['HOLUSAM000000A12345', {}, ['interbull']],
    ['007JE12191', {}, ['naab']],
    ['UK 123450 600001', {}, ['uk_ear_tag', 'eu_ear_tag']],
    ['NL 6802 5082 9', {}, ['eu_ear_tag']],
    ['840003123456789', {}, ['usa_ain', 'iso11784', 'microchip']],
    ['982000123456789', {}, ['iso11784', 'microchip']],
    ['982000123456789', { species: 'equine' }, ['microchip', 'iso11784']],
    ['276000312312345', { species: 'bovine' }, ['iso11784', 'microchip']],
    ['25000100155928M', {}, ['ueln']],
    ['276020001234567', { species: 'equine' }, ['ueln', 'microchip', 'iso11784']],
    // 414001234567 needs more than 38 bits: no transponder holds it.
    ['372414001234567', { species: 'equine' }, ['ueln', 'tattoo', 'herd_book', 'other']],
    ['QABC1234XBC2345', {}, ['au_nlis']],
    ['OH1234-0567', { species: 'ovine' }, ['scrapie_flock']],
    ['064082123', {}, ['microchip']],
    ['AB 12', {}, ['tattoo']],
  ])('"%s" of %o begins with %j', (typed, context, first) => {
    expect(detectScheme(typed, context).slice(0, first.length)).toEqual(first)
  })

  test('offers free text last and nothing for nothing', () => {
    expect(detectScheme('the brown one')).toEqual(['tattoo', 'herd_book', 'other'])
    expect(detectScheme('  ')).toEqual([])
  })

  test('never offers a scheme of another species', () => {
    expect(detectScheme('007JE12191', { species: 'equine' })).not.toContain('naab')
    expect(detectScheme('25000100155928M', { species: 'bovine' })).not.toContain('ueln')
  })

  test('never offers an international number of the other sex', () => {
    expect(detectScheme('HOLUSAM000000A12345', { sex: 'female' })).not.toContain('interbull')
  })
})
