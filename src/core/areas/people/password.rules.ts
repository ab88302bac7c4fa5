/**
 * What a password and a PIN must be. Length is what counts (NIST SP 800-63B, 5.1.1): no required signs, no expiry, but
 * nothing that stands in the lists everybody tries first.
 */
import { type Refusal, refusal } from '../../kernel/refusal.ts'
import { foldText } from '../../kernel/search-text.ts'

export const passwordMinLength = 10
/** Longer ones gain nothing and cost hashing time. */
export const passwordMaxLength = 200

/**
 * The worst passwords, without digits and signs at their ends: words that lead every public list of leaked passwords,
 * keyboard rows, and the words of this product and trade. Digits and signs behind such a word do not make it better.
 */
const worstStems: ReadonlySet<string> = new Set([
  'password',
  'passwordpassword',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'qwerty',
  'qwertyuiop',
  'qwertyuiopasdfghjkl',
  'qwertyqwerty',
  'asdfghjkl',
  'asdfghjklqwertyuiop',
  'zxcvbnm',
  'qazwsxedc',
  'qazwsxedcrfv',
  'q1w2e3r4t5',
  'q1w2e3r4t5y6',
  '1q2w3e4r5t',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  '1qazxsw23edc',
  'abcdefghij',
  'abcd1234',
  'abc123abc',
  'administrator',
  'admin',
  'adminadmin',
  'letmein',
  'letmeinplease',
  'welcome',
  'iloveyou',
  'sunshine',
  'princess',
  'football',
  'basketball',
  'manchester',
  'liverpool',
  'superman',
  'starwars',
  'changeme',
  'changemenow',
  'secret',
  'secretsecret',
  'laboratory',
  'reprotech',
  'embryo',
])

/** Fewer different signs than this is a pattern, not a password. */
const minDistinctSigns = 4

/**
 * The one form in which a password is judged and hashed: Unicode NFKC, so that the same word typed on another keyboard
 * is the same password (NIST SP 800-63B, 5.1.1.2).
 */
export function normalPassword(password: string): string {
  return password.normalize('NFKC')
}

/** Tells why a new password is refused, or null. `field` is the input it is shown beside. */
export function refusePassword(password: string, username: string, field = 'password'): Refusal | null {
  const text = normalPassword(password)
  const length = [...text].length
  if (length < passwordMinLength) return refusal('password_too_short', { min: passwordMinLength }, field)
  if (length > passwordMaxLength) return refusal('password_too_long', { max: passwordMaxLength }, field)
  const lower = text.toLowerCase()
  if (lower === username.toLowerCase()) return refusal('password_is_user_name', {}, field)
  if (new Set(lower).size < minDistinctSigns || isRun(lower)) return refusal('password_too_simple', {}, field)
  const stem = lower.replace(/^[^\p{L}]+(?=\p{L}{4})/u, '').replace(/[^\p{L}]+$/u, '')
  if (worstStems.has(lower) || worstStems.has(stem)) return refusal('password_too_common', {}, field)
  return null
}

/** Digits of a PIN, in whichever script they were typed. */
export function normalPin(pin: string): string {
  return foldText(pin.trim())
}

/** Tells why a new PIN is refused, or null: 4 to 8 digits, not one digit repeated, not a run like 1234 or 8765. */
export function refusePin(pin: string): Refusal | null {
  const digits = normalPin(pin)
  if (!/^\d{4,8}$/.test(digits)) return refusal('pin_form', { min: 4, max: 8 }, 'pin')
  if (new Set(digits).size === 1 || isRun(digits)) return refusal('pin_too_simple', {}, 'pin')
  return null
}

/** Whether each sign follows the one before by the same step of one up or down: 1234, 4321, 1234567890. */
function isRun(text: string): boolean {
  return isSteadyRun(text, 1) || isSteadyRun(text, -1)
}

function isSteadyRun(text: string, step: 1 | -1): boolean {
  for (let index = 1; index < text.length; index += 1) {
    const from = text.charCodeAt(index - 1)
    const to = text.charCodeAt(index)
    // On a keyboard the 0 stands behind the 9.
    const wraps = step === 1 ? from === 57 && to === 48 : from === 48 && to === 57
    if (to - from !== step && !wraps) return false
  }
  return true
}
