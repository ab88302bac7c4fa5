import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkCharacter,
  codeWithCheck,
  formatCode,
  hasValidCheck,
  isUsableSerial,
  nextUsableSerial,
  normaliseCode,
  parseCode,
  refuseCode,
  serialCount,
} from './check-character.ts'

// A fixed seed: a failure must be reproducible on every machine.
const runs = { seed: 20_260_301, numRuns: 2000 }
const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const alphanumericText = fc
  .array(fc.constantFrom(...alphanumeric), { minLength: 1, maxLength: 14 })
  .map((list) => list.join(''))
const prefixes = fc
  .tuple(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), fc.constantFrom(...'ABCXYZ'))
  .map((two) => two.join(''))
const serials = fc.integer({ min: 0, max: serialCount - 1 })

describe('the Mod 37-2 check character', () => {
  test.each([
    // ISBT 128 Standard Technical Specification, donation identification number example.
    ['the ISBT 128 example', 'G123498654321', 'H'],
    // Computed with python-stdnum 1.18, stdnum.iso7064.mod_37_2.
    ['a single digit', '0', '1'],
    ['a single letter', 'A', 'I'],
    ['the text whose check is the 37th character', '1', '*'],
    ['the last letter', 'Z', '5'],
    ['another donation number', 'A999914123456', 'N'],
    ['a donation number whose check is a digit', 'W000003123456', '7'],
    ['a text of our own shape', 'AN7ZZZZ', '8'],
  ])('agrees with the reference for %s', (_name, text, check) => {
    expect(checkCharacter(text)).toBe(check)
    expect(codeWithCheck(text)).toBe(text + check)
    expect(hasValidCheck(text + check)).toBe(true)
  })

  test('finds every single wrong character', () => {
    fc.assert(
      fc.property(alphanumericText, fc.nat(), fc.constantFrom(...alphanumeric, '*'), (text, at, wrong) => {
        const code = codeWithCheck(text)
        const place = at % code.length
        fc.pre(code.charAt(place) !== wrong)
        expect(hasValidCheck(code.slice(0, place) + wrong + code.slice(place + 1))).toBe(false)
      }),
      runs,
    )
  })

  test('finds every swap of two neighbouring characters', () => {
    fc.assert(
      fc.property(alphanumericText, fc.nat(), (text, at) => {
        const code = codeWithCheck(text)
        const place = at % (code.length - 1)
        const [left, right] = [code.charAt(place), code.charAt(place + 1)]
        fc.pre(left !== right)
        expect(hasValidCheck(code.slice(0, place) + right + left + code.slice(place + 2))).toBe(false)
      }),
      runs,
    )
  })

  test.each([
    ['empty', ''],
    ['lower case', 'g123'],
    ['a star inside', '1*2'],
    ['a space', 'G12 34'],
  ])('has no value for a text that is %s', (_name, text) => {
    expect(() => checkCharacter(text)).toThrow(RangeError)
    expect(hasValidCheck(text)).toBe(false)
  })
})

describe('our own codes', () => {
  test.each([
    // Serial text by hand (base 32), check by python-stdnum 1.18 mod_37_2.
    ['AN', 0, 'AN00000O'],
    ['AN', 1, 'AN00001M'],
    ['AN', 31, 'AN0000ZS'],
    ['AN', 32, 'AN00010K'],
    ['AN', 1000, 'AN000Z8G'],
    ['AN', 123_456, 'AN03RJ0H'],
    ['AN', 33_554_431, 'ANZZZZZ0'],
  ])('writes serial %s %i as %s and reads it back', (prefix, serial, code) => {
    expect(formatCode(prefix, serial)).toBe(code)
    expect(parseCode(code)).toEqual({ prefix, serial })
  })

  test.each(['CV07K4YA', 'CV07K4XC', 'CV07K4WE', 'CV07K4VG', 'CV07K3HB', 'CV06T2D4'])(
    'accepts %s, a cryovial label drawn in the design mocks',
    (code) => expect(refuseCode(code)).toBeNull(),
  )

  test('never issues a serial whose check would be a star', () => {
    // By python-stdnum: the first serials under AN with the check `*` are 27, 58, 88, 118, 149 and 210.
    const skipped: number[] = []
    for (let serial = 0; serial <= 240; serial += 1) if (!isUsableSerial('AN', serial)) skipped.push(serial)
    expect(skipped).toEqual([27, 58, 88, 118, 149, 210])
    expect(nextUsableSerial('AN', 27)).toBe(28)
    expect(nextUsableSerial('AN', 26)).toBe(26)
    expect(() => formatCode('AN', 27)).toThrow(RangeError)
  })

  test('says when a prefix has no serial left', () => {
    expect(nextUsableSerial('AN', serialCount)).toBeNull()
    expect(nextUsableSerial('AN', serialCount - 1)).toBe(serialCount - 1)
    expect(isUsableSerial('AN', serialCount)).toBe(false)
    expect(isUsableSerial('AN', -1)).toBe(false)
    expect(isUsableSerial('AN', 1.5)).toBe(false)
  })

  test.each([
    ['lower case', 'an000z8g', 'AN000Z8G'],
    ['groups', 'AN 000Z8-G', 'AN000Z8G'],
    ['O and I typed for 0 and 1 in the serial', 'ANOOOOIM', 'AN00001M'],
    ['l typed for 1 in the serial', 'AN0000lM', 'AN00001M'],
    ['a check character that really is the letter O', 'AN00000O', 'AN00000O'],
  ])('reads %s', (_name, typed, code) => {
    expect(normaliseCode(typed)).toBe(code)
    expect(refuseCode(typed)).toBeNull()
  })

  test.each([
    ['too short', 'AN000Z8', 'code_length'],
    ['too long', 'AN000Z8GG', 'code_length'],
    ['empty', '', 'code_length'],
    ['a digit in the prefix', 'A1000Z8G', 'code_characters'],
    ['a U in the serial', 'AN00U00G', 'code_characters'],
    ['a star as check', 'AN0000V*', 'code_characters'],
    ['a wrong check', 'AN000Z8H', 'code_check_wrong'],
    ['two neighbours swapped', 'AN00Z08G', 'code_check_wrong'],
  ])('refuses a code that is %s', (_name, text, code) => {
    expect(refuseCode(text)?.code).toBe(code)
    expect(parseCode(text)).toBeNull()
  })

  test('refuses a prefix that is not two capital letters', () => {
    expect(() => formatCode('A', 1)).toThrow(RangeError)
    expect(() => formatCode('an', 1)).toThrow(RangeError)
  })

  test('every usable serial comes back from its code', () => {
    fc.assert(
      fc.property(prefixes, serials, (prefix, from) => {
        const serial = nextUsableSerial(prefix, from) ?? nextUsableSerial(prefix, 0)
        if (serial === null) throw new Error('a prefix with no usable serial')
        expect(parseCode(formatCode(prefix, serial))).toEqual({ prefix, serial })
      }),
      runs,
    )
  })

  test('normalising twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseCode(normaliseCode(text))).toBe(normaliseCode(text))
      }),
      runs,
    )
  })
})
