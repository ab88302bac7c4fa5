/**
 * Decides which key presses are shortcuts. A keyboard-wedge scanner types like a very fast person, so a press that
 * prints a character waits a moment: if more keys follow at once it was a scan, and nothing fires.
 */
import { isScannerPress, isTypingPress, pressesOf } from './key-name.ts'

/** A printing key waits this long for company. Scanners send a key every 10 to 35 ms, people rarely under 60. */
export const burstGapMs = 40
/** After a burst the keys stay shut until this long has passed: one gap of 126 ms was measured inside a scan. */
export const burstRestMs = 250
/** Time a person has for the second key of a chord. */
export const chordMs = 1200

export type ShortcutMachine = {
  /** Feeds one press with its time stamp (ms). Returns the keys to fire now, if they need no waiting. */
  press: (name: string, at: number, known: ReadonlySet<string>) => string | null
  /** Call `burstGapMs` after a press: returns the keys that were only waiting, or null. */
  settle: (at: number, known: ReadonlySet<string>) => string | null
  /** Tells whether a scanner seems to be typing at this moment (ms). */
  isBurst: (at: number) => boolean
  /** True while the first key of a chord has been given. */
  isInChord: (at: number) => boolean
}

/** Creates the machine that turns key presses into shortcuts such as `N`, `Ctrl+K` or `G A`. */
export function createShortcutMachine(): ShortcutMachine {
  let lastAt = Number.NEGATIVE_INFINITY
  let run = 0
  let waiting: string | null = null
  let chord: { first: string; at: number } | null = null
  let shutUntil = Number.NEGATIVE_INFINITY

  function isBurst(at: number): boolean {
    return at < shutUntil
  }

  function finish(name: string, at: number, known: ReadonlySet<string>): string | null {
    const started = chord !== null && at - chord.at <= chordMs ? chord.first : null
    chord = null
    if (started !== null && known.has(`${started} ${name}`)) return `${started} ${name}`
    if (startsChord(name, known)) {
      chord = { first: name, at }
      return null
    }
    return known.has(name) ? name : null
  }

  function press(name: string, at: number, known: ReadonlySet<string>): string | null {
    const gap = at - lastAt
    lastAt = at
    run = !isScannerPress(name) ? 0 : gap <= burstGapMs ? run + 1 : 1
    // Two keys that close together may be a person rolling over a chord; three are a scanner.
    if (run >= 3 || isBurst(at)) {
      shutUntil = at + burstRestMs
      waiting = null
      chord = null
      return null
    }
    if (!isTypingPress(name)) {
      waiting = null
      return finish(name, at, known)
    }
    if (waiting !== null) finish(waiting, at, known)
    waiting = name
    return null
  }

  function settle(at: number, known: ReadonlySet<string>): string | null {
    const name = waiting
    if (name === null || at - lastAt < burstGapMs) return null
    waiting = null
    return isBurst(at) ? null : finish(name, at, known)
  }

  return { press, settle, isBurst, isInChord: (at) => chord !== null && at - chord.at <= chordMs }
}

function startsChord(name: string, known: ReadonlySet<string>): boolean {
  for (const keys of known) {
    const presses = pressesOf(keys)
    if (presses.length > 1 && presses[0] === name) return true
  }
  return false
}
