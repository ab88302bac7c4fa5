import type { PaletteAction } from './palette-entries.ts'

/**
 * Finds the actions for what is typed, best first: the label begins with it, a word begins with it, it stands somewhere,
 * or its letters come in this order. Accents and Arabic vowel signs do not matter. Everything for an empty text.
 */
export function bestActions(actions: readonly PaletteAction[], text: string): PaletteAction[] {
  const asked = plain(text)
  if (asked === '') return [...actions]
  return actions
    .map((action) => ({ action, rank: rankOf(plain(`${action.label} ${action.also ?? ''}`), asked) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({ action }) => action)
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

function rankOf(label: string, asked: string): number {
  if (label.startsWith(asked)) return 4
  if (label.split(/\s+/).some((word) => word.startsWith(asked))) return 3
  if (label.includes(asked)) return 2
  return asked.length > 1 && lettersInOrder(label, asked) ? 1 : 0
}

function lettersInOrder(label: string, asked: string): boolean {
  let at = -1
  return [...asked].every((letter) => {
    at = label.indexOf(letter, at + 1)
    return at !== -1
  })
}
