import { describe, expect, test } from 'vitest'
import { isTypingPress, type KeyPress, keyName, pressesOf } from './key-name.ts'

function press(key: string, code: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers }
}

describe('naming a key press', () => {
  const cases: { title: string; given: KeyPress; name: string | null }[] = [
    { title: 'a letter', given: press('n', 'KeyN'), name: 'N' },
    { title: 'a letter with caps lock', given: press('N', 'KeyN'), name: 'N' },
    { title: 'a shifted letter, which is the same key', given: press('N', 'KeyN', { shiftKey: true }), name: 'N' },
    { title: 'a letter on an Arabic layout', given: press('ق', 'KeyR'), name: 'R' },
    { title: 'a command', given: press('k', 'KeyK', { ctrlKey: true }), name: 'Ctrl+K' },
    { title: 'a command on an Arabic layout', given: press('ن', 'KeyK', { ctrlKey: true }), name: 'Ctrl+K' },
    { title: 'the command key of a Mac', given: press('k', 'KeyK', { metaKey: true }), name: 'Ctrl+K' },
    { title: 'a shifted command', given: press('P', 'KeyP', { ctrlKey: true, shiftKey: true }), name: 'Ctrl+Shift+P' },
    { title: 'a question mark', given: press('?', 'Slash', { shiftKey: true }), name: '?' },
    { title: 'a function key', given: press('F6', 'F6'), name: 'F6' },
    { title: 'a shifted function key', given: press('F6', 'F6', { shiftKey: true }), name: 'Shift+F6' },
    { title: 'the space bar', given: press(' ', 'Space'), name: 'Space' },
    { title: 'an arrow', given: press('ArrowUp', 'ArrowUp', { shiftKey: true }), name: 'Shift+Up' },
    { title: 'nothing for a modifier alone', given: press('Control', 'ControlLeft', { ctrlKey: true }), name: null },
  ]
  test.each(cases)('$title', ({ given, name }) => expect(keyName(given)).toBe(name))
})

test('splits a chord into its presses', () => {
  expect(pressesOf('G A')).toEqual(['G', 'A'])
  expect(pressesOf('Ctrl+K')).toEqual(['Ctrl+K'])
})

test('knows which presses type into a field', () => {
  expect(['N', '?', 'Space', 'Ctrl+K', 'F9', 'Esc'].map(isTypingPress)).toEqual([true, true, true, false, false, false])
})
