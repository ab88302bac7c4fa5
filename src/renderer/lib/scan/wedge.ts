/**
 * Tells a scanner that types like a keyboard from a person, by the speed of the burst: synthetic keys came with a median
 * gap of 7 ms but single gaps of up to 207 ms (devices-and-ux 1.2), so the median decides, not any one gap. The text is
 * rebuilt from key positions, because a scanner sends positions and an Arabic layout turns them into Arabic letters.
 */
export type WedgeKey = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'timeStamp'>

/** What a key is part of: nothing special, a burst that is still coming in, or the end of a scan. */
export type WedgeAnswer =
  | { readonly kind: 'typed' }
  | { readonly kind: 'burst' }
  | { readonly kind: 'scan'; readonly text: string }

const medianGapMs = 35
const mostGapMs = 250
const leastLength = 8
/** From this many keys on a burst is believed, and its keys kept from the page. */
const believedFrom = 3

const shifted: Record<string, string> = {
  '1': '!',
  '2': '@',
  '3': '#',
  '4': '$',
  '5': '%',
  '6': '^',
  '7': '&',
  '8': '*',
  '9': '(',
  '0': ')',
}
const signs: Record<string, readonly [string, string]> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Backquote: ['`', '~'],
  Space: [' ', ' '],
}

/** The character at a key position of the US layout; null for keys that type nothing. */
export function characterAt({ code, shiftKey }: Pick<WedgeKey, 'code' | 'shiftKey'>): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase()
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return shiftKey ? (shifted[digit] ?? digit) : digit
  return signs[code]?.[shiftKey ? 1 : 0] ?? null
}

/** Follows the keys of one page. Enter or Tab ends a scan. */
export function createWedge(): { press(key: WedgeKey): WedgeAnswer } {
  let text = ''
  let gaps: number[] = []
  let lastAt = Number.NEGATIVE_INFINITY

  function begin(): void {
    text = ''
    gaps = []
  }

  return {
    press(key) {
      const gap = key.timeStamp - lastAt
      if (gap > mostGapMs) begin()
      const ends = key.code === 'Enter' || key.code === 'NumpadEnter' || key.code === 'Tab'
      const character = ends ? null : characterAt(key)
      if (!ends && character === null) return { kind: 'typed' }
      lastAt = key.timeStamp
      if (text !== '') gaps.push(gap)
      const fast = gaps.length > 0 && median(gaps) <= medianGapMs
      if (ends) {
        const scanned = text
        begin()
        return fast && scanned.length >= leastLength ? { kind: 'scan', text: scanned } : { kind: 'typed' }
      }
      text += character
      return fast && text.length >= believedFrom ? { kind: 'burst' } : { kind: 'typed' }
    },
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY
}
