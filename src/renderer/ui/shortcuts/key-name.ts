/** The parts of a keyboard event that name a key. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const namedKeys: Record<string, string> = {
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
  Delete: 'Del',
}

const modifierKeys = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead'])

/**
 * Names a key press the way shortcuts are written: `N`, `?`, `Ctrl+K`, `Shift+F6`, `Ctrl+Shift+P`, `Space`.
 * Letters are taken by position when the layout gives no Latin letter, so the keys work on an Arabic layout too.
 * Shift is named only with other modifiers and with keys that print nothing (`?` is not `Shift+/`).
 * Returns null for a modifier pressed alone.
 */
export function keyName(press: KeyPress): string | null {
  if (modifierKeys.has(press.key)) return null
  const base = baseName(press)
  const command = press.ctrlKey || press.metaKey
  const prints = base.length === 1
  const letter = /^[A-Z]$/.test(base)
  const showShift = press.shiftKey && (!prints || (command && letter) || (press.altKey && letter))
  return `${command ? 'Ctrl+' : ''}${press.altKey ? 'Alt+' : ''}${showShift ? 'Shift+' : ''}${base}`
}

function baseName({ key, code }: KeyPress): string {
  const named = namedKeys[key]
  if (named !== undefined) return named
  if (key.length > 1) return key
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  if (/^[\x21-\x7e]$/.test(key)) return key
  // A letter of another script: fall back to where the key sits on the keyboard.
  const position = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]
  if (position !== undefined) return position
  if (code === 'Slash') return '/'
  return key.toUpperCase()
}

/** Splits how a shortcut is written into the presses it takes: `G A` has two, `Ctrl+K` one. */
export function pressesOf(keys: string): string[] {
  return keys.split(' ').filter((press) => press !== '')
}

/** Tells whether a press types a character into a field, so that it must not act while one has the focus. */
export function isTypingPress(press: string): boolean {
  return press.length === 1 || press === 'Space' || press === 'Backspace' || press === 'Del' || press === 'Enter'
}

/** Tells whether a keyboard-wedge scanner may send a press: characters, Enter, Tab, and control characters as Ctrl. */
export function isScannerPress(press: string): boolean {
  return isTypingPress(press) || press === 'Tab' || press.startsWith('Ctrl+')
}
