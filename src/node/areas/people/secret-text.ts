/** Making and comparing secrets that are text: refresh tokens, one-time codes, badge numbers. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { foldText } from '../../../core/kernel/search-text.ts'

const refreshTokenBytes = 32

/** A refresh token: 256 random bits as base64url. */
export function newRefreshToken(): string {
  return randomBytes(refreshTokenBytes).toString('base64url')
}

/** SHA-256 in hex; for secrets with so many random bits that guessing is hopeless, which need no slow hash. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** What a badge is looked up by: HMAC-SHA-256 of its code under this node's key. Card numbers are short, so a plain
 * hash of them could be searched through. */
export function badgeVerifier(key: Uint8Array, code: string): string {
  return createHmac('sha256', key).update(foldText(code.trim())).digest('hex')
}

/** Compares two texts in a time that does not depend on where they differ. */
export function isSameSecret(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(left), digest(right))
}

/** Crockford's base 32: no I, L, O or U, so that a code read over the phone arrives. */
const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 12

/** A one-time code of 60 random bits in groups of four: `7K2M-X0QD-9RTW`. */
export function newOneTimeCode(): string {
  // 256 is a multiple of 32, so the remainder is not biased.
  const signs = [...randomBytes(codeLength)].map((byte) => codeAlphabet.charAt(byte % codeAlphabet.length)).join('')
  return signs.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** The code as it was issued, from what a person typed: any case, with or without hyphens, O for 0, I and L for 1. */
export function normalOneTimeCode(typed: string): string {
  return foldText(typed)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}
