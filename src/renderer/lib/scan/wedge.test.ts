import { describe, expect, test } from 'vitest'
import { characterAt, createWedge, type WedgeAnswer } from './wedge.ts'

/** Types `text` of letters and digits by key positions, with these gaps in ms. */
function type(text: string, gapMs: number | readonly number[], end: string | null = 'Enter'): WedgeAnswer[] {
  const wedge = createWedge()
  let at = 1000
  const codes = [
    ...[...text].map((sign) => (/\d/.test(sign) ? `Digit${sign}` : `Key${sign.toUpperCase()}`)),
    ...(end === null ? [] : [end]),
  ]
  return codes.map((code, index) => {
    if (index > 0) at += typeof gapMs === 'number' ? gapMs : (gapMs[index - 1] ?? 8)
    return wedge.press({ code, shiftKey: /[A-Z]/.test(text[index] ?? ''), timeStamp: at })
  })
}

describe('a keyboard-wedge scanner', () => {
  test('is recognised by its speed, and its text comes with the Enter', () => {
    expect(type('RT26000428', 8).at(-1)).toEqual({ kind: 'scan', text: 'RT26000428' })
  })

  test('is recognised although one key came late: 126 ms, as measured in devices-and-ux 1.2', () => {
    expect(type('RT26000428', [8, 8, 126, 8, 8, 8, 8, 8, 8, 8]).at(-1)).toEqual({ kind: 'scan', text: 'RT26000428' })
  })

  test('ends with Tab as well', () => {
    expect(type('12345678', 8, 'Tab').at(-1)).toEqual({ kind: 'scan', text: '12345678' })
  })

  test('keeps its keys from the page from the third on', () => {
    expect(type('1234', 8, null).map((answer) => answer.kind)).toEqual(['typed', 'typed', 'burst', 'burst'])
  })
})

describe('a person', () => {
  test.each([
    ['types a long PIN quickly', '47114711', 80],
    ['types a word', 'embryologist', 120],
  ])('who %s is left alone', (_case, text, gapMs) => {
    expect(new Set(type(text, gapMs).map((answer) => answer.kind))).toEqual(new Set(['typed']))
  })

  test('who rolls over four keys does not make a scan', () => {
    expect(type('4711', 10).at(-1)).toEqual({ kind: 'typed' })
  })
})

test('a pause begins a new text', () => {
  expect(type('9912345678', [8, 400, 8, 8, 8, 8, 8, 8, 8, 8]).at(-1)).toEqual({ kind: 'scan', text: '12345678' })
})

test.each([
  [{ code: 'KeyR', shiftKey: false }, 'r'],
  [{ code: 'KeyR', shiftKey: true }, 'R'],
  [{ code: 'Digit8', shiftKey: true }, '*'],
  [{ code: 'Numpad4', shiftKey: false }, '4'],
  [{ code: 'BracketRight', shiftKey: false }, ']'],
  [{ code: 'ShiftLeft', shiftKey: true }, null],
])('position %o is %s whatever the keyboard layout', (key, character) => {
  expect(characterAt(key)).toBe(character)
})
