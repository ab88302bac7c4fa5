import { expect, test } from 'vitest'
import {
  badgeVerifier,
  digestOf,
  isSameSecret,
  newOneTimeCode,
  newRefreshToken,
  normalOneTimeCode,
} from './secret-text.ts'

test('a one-time code has twelve signs that cannot be mistaken for each other, in groups of four', () => {
  for (let time = 0; time < 200; time += 1) {
    expect(newOneTimeCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  }
})

test.each([
  ['as issued', '7K2M-X0QD-1RTW'],
  ['in lower case with blanks', ' 7k2m x0qd 1rtw '],
  ['with O for 0 and l for 1', '7K2M-XOQD-lRTW'],
  ['in one piece', '7K2MX0QD1RTW'],
  ['with Arabic digits', '٧K٢M-X٠QD-١RTW'],
])('a code typed %s is the code', (_name, typed) => {
  expect(normalOneTimeCode(typed)).toBe('7K2MX0QD1RTW')
})

test('a refresh token carries 256 bits', () => {
  expect(Buffer.from(newRefreshToken(), 'base64url')).toHaveLength(32)
})

test('the digest is SHA-256 (FIPS 180-2, B.1)', () => {
  expect(digestOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('a badge is looked up by an HMAC-SHA-256 (RFC 4231, test case 2)', () => {
  expect(badgeVerifier(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
})

test('secrets of different length are different, and equal ones the same', () => {
  expect([isSameSecret('abc', 'abcd'), isSameSecret('abc', 'abd'), isSameSecret('abc', 'abc')]).toEqual([
    false,
    false,
    true,
  ])
})
