/**
 * Codes that people read and scan: two letters for the type, a serial of five characters, one check character.
 *
 * The check is ISO 7064 Mod 37-2, the one ISBT 128 donation numbers use. It finds every single wrong character and every
 * swap of two neighbours; Mod 37,36 and Luhn miss some swaps. Its 37th check value is written `*`, which scanners and
 * keyboards treat badly, so serials that would need it are never issued. Serials use 32 characters without I, L, O and
 * U (easily taken for 1, 0 and V); the check character itself may be any letter or digit.
 */
import type { Refusal } from './refusal.ts'
import { refusal } from './refusal.ts'

const checkAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*'
const serialAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const serialLength = 5

/** Characters of a whole code: two type letters, five of serial, one check. Eight keep a DataMatrix at 14 x 14. */
export const codeLength = 8

/** How many serials one type prefix has (32^5), of which 36 in 37 are usable. */
export const serialCount = serialAlphabet.length ** serialLength

export interface ParsedCode {
  readonly prefix: string
  readonly serial: number
}

/**
 * Computes the ISO 7064 Mod 37-2 check character of a text of digits and capital letters: one of 0-9, A-Z or `*`.
 * Throws RangeError on any other character, or on an empty text.
 */
export function checkCharacter(text: string): string {
  if (!/^[0-9A-Z]+$/.test(text)) throw new RangeError('checkCharacter: only digits and capital letters have a check')
  // Pure system with radix 2 (ISO 7064, 7): the weighted sum of all characters, check included, is 1 modulo 37.
  return checkAlphabet.charAt((((1 - 2 * weightedSum(text)) % 37) + 37) % 37)
}

/** Appends the check character to a text of digits and capital letters. Throws RangeError as `checkCharacter` does. */
export function codeWithCheck(text: string): string {
  return text + checkCharacter(text)
}

/** Tells whether the last character is the right Mod 37-2 check of those before it. False for any other text. */
export function hasValidCheck(code: string): boolean {
  return /^[0-9A-Z]+[0-9A-Z*]$/.test(code) && weightedSum(code) === 1
}

/** Tells whether a serial may be issued under a prefix: in range, and its check character is not `*`. */
export function isUsableSerial(prefix: string, serial: number): boolean {
  return isSerial(serial) && checkCharacter(prefix + serialText(serial)) !== '*'
}

/** Finds the first usable serial at or after `from`, or null when the prefix is exhausted. */
export function nextUsableSerial(prefix: string, from: number): number | null {
  for (let serial = Math.max(0, from); serial < serialCount; serial += 1) {
    if (isUsableSerial(prefix, serial)) return serial
  }
  return null
}

/**
 * Writes a serial number as a code, for example ('AN', 1000) as `AN000Z8G`. Throws RangeError for a prefix that is not
 * two capital letters and for a serial that is not usable: take serials from `nextUsableSerial`.
 */
export function formatCode(prefix: string, serial: number): string {
  if (!/^[A-Z]{2}$/.test(prefix)) throw new RangeError('formatCode: a prefix is two capital letters')
  if (!isUsableSerial(prefix, serial)) throw new RangeError(`formatCode: serial ${serial} is not usable`)
  return codeWithCheck(prefix + serialText(serial))
}

/** Reads a code back into prefix and serial number, or null when it is not one of ours. Normalises first. */
export function parseCode(text: string): ParsedCode | null {
  const code = normaliseCode(text)
  if (refuseCode(code) !== null) return null
  let serial = 0
  for (const character of code.slice(2, codeLength - 1)) {
    serial = serial * serialAlphabet.length + serialAlphabet.indexOf(character)
  }
  return { prefix: code.slice(0, 2), serial }
}

/**
 * Brings a typed or scanned code into its one form: capitals, no spaces or hyphens, and in the serial the letters that
 * cannot occur there read as the digits they were meant to be (I and L as 1, O as 0).
 */
export function normaliseCode(text: string): string {
  const code = text.toUpperCase().replace(/[\s-]/g, '')
  if (code.length !== codeLength) return code
  const serial = code
    .slice(2, codeLength - 1)
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  return code.slice(0, 2) + serial + code.slice(codeLength - 1)
}

/** Tells why a text is not one of our codes, or null when it is. Normalises first. */
export function refuseCode(text: string): Refusal<'code_length' | 'code_characters' | 'code_check_wrong'> | null {
  const code = normaliseCode(text)
  if (code.length !== codeLength) return refusal('code_length', { length: code.length, expected: codeLength })
  if (!/^[A-Z]{2}[0-9A-HJKMNP-TV-Z]{5}[0-9A-Z]$/.test(code)) return refusal('code_characters', { text: code })
  if (!hasValidCheck(code)) return refusal('code_check_wrong', { text: code })
  return null
}

function isSerial(serial: number): boolean {
  return Number.isInteger(serial) && serial >= 0 && serial < serialCount
}

function serialText(serial: number): string {
  let text = ''
  let rest = serial
  for (let place = 0; place < serialLength; place += 1) {
    text = serialAlphabet.charAt(rest % serialAlphabet.length) + text
    rest = Math.floor(rest / serialAlphabet.length)
  }
  return text
}

function weightedSum(text: string): number {
  let sum = 0
  for (const character of text) sum = (2 * sum + checkAlphabet.indexOf(character)) % 37
  return sum
}
