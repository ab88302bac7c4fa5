import { describe, expect, test } from 'vitest'
import { normalPassword, normalPin, refusePassword, refusePin } from './password.rules.ts'

describe('a password', () => {
  test.each([
    ['of nine signs', 'k7-heron-', 'password_too_short'],
    ['of nine emoji, which count once each', '🐎🐑🐐🐖🐫🐄🐂🐃🐏', 'password_too_short'],
    ['of two hundred and one signs', 'long-horns '.repeat(19).slice(0, 201), 'password_too_long'],
    ['that is the user name', 'Vet.Mona.Ali', 'password_is_user_name'],
    ['of one sign', 'aaaaaaaaaaaa', 'password_too_simple'],
    ['of three signs', 'abcabcabcabc', 'password_too_simple'],
    ['that counts up', '1234567890', 'password_too_simple'],
    ['that counts down', '9876543210', 'password_too_simple'],
    ['that runs through the alphabet', 'abcdefghijkl', 'password_too_simple'],
    ['that is the worst word with a year', 'Password2026!', 'password_too_common'],
    ['that is the worst word behind digits', '123password', 'password_too_common'],
    ['that is a keyboard row', 'qwertyuiop', 'password_too_common'],
    ['that is a keyboard zigzag', '1q2w3e4r5t', 'password_too_common'],
    ['that is the name of the role', 'Administrator1', 'password_too_common'],
  ])('%s is refused', (_name, password, code) => {
    expect(refusePassword(password, 'vet.mona.ali', 'newPassword')).toMatchObject({ code, field: 'newPassword' })
  })

  test.each([
    ['of ten signs', 'k7-heron-4'],
    ['of plain words', 'four quiet herons'],
    ['of Arabic words', 'نخيل الواحة تسعة'],
    ['of two hundred signs', 'long-horns '.repeat(19).slice(0, 200)],
    ['that only contains the user name', 'vet.mona.ali at the quay'],
  ])('%s is taken', (_name, password) => {
    expect(refusePassword(password, 'vet.mona.ali')).toBeNull()
  })

  test('is the same however the keyboard composes its letters (NIST SP 800-63B 5.1.1.2: NFKC)', () => {
    expect(normalPassword('Zoe\u0308 \u2460')).toBe(normalPassword('Zo\u00eb 1'))
  })
})

describe('a PIN', () => {
  test.each([
    ['of three digits', '407', 'pin_form'],
    ['of nine digits', '407188250', 'pin_form'],
    ['with a letter', '40a1', 'pin_form'],
    ['of one digit repeated', '1111', 'pin_too_simple'],
    ['that counts up', '1234', 'pin_too_simple'],
    ['that counts up over nine to zero', '67890', 'pin_too_simple'],
    ['that counts down', '87654321', 'pin_too_simple'],
    ['that counts up in Arabic digits', '١٢٣٤', 'pin_too_simple'],
  ])('%s is refused', (_name, pin, code) => {
    expect(refusePin(pin)).toMatchObject({ code, field: 'pin' })
  })

  test.each(['4071', '40718825', '1224', '٤٠٧١'])('%s is taken', (pin) => {
    expect(refusePin(pin)).toBeNull()
  })

  test('is the same in Arabic and Latin digits', () => {
    expect(normalPin(' ٤٠٧١ ')).toBe('4071')
  })
})
