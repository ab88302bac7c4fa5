import { describe, expect, test } from 'vitest'
import { burstGapMs, burstRestMs, chordMs, createShortcutMachine } from './shortcut-machine.ts'

const known = new Set(['N', 'G A', 'G S', 'Ctrl+K', 'F9', '?'])

/** Plays presses at given times, settling after each as the provider does, and collects what fired. */
function play(presses: [name: string, at: number][]): string[] {
  const machine = createShortcutMachine()
  const fired: (string | null)[] = []
  presses.forEach(([name, at], index) => {
    fired.push(machine.press(name, at, known))
    const settleAt = at + burstGapMs
    const next = presses[index + 1]
    if (next === undefined || next[1] > settleAt) fired.push(machine.settle(settleAt, known))
  })
  return fired.filter((keys) => keys !== null)
}

/** A code typed by a keyboard wedge, a key every `gapMs`. */
function scan(text: string, from: number, gapMs: number): [string, number][] {
  return [...text].map((letter, index) => [letter, from + index * gapMs])
}

describe('shortcuts', () => {
  const cases: { title: string; presses: [string, number][]; fired: string[] }[] = [
    { title: 'fires a single letter after the wait', presses: [['N', 0]], fired: ['N'] },
    { title: 'fires a command at once', presses: [['Ctrl+K', 0]], fired: ['Ctrl+K'] },
    { title: 'fires a function key', presses: [['F9', 0]], fired: ['F9'] },
    {
      title: 'fires a chord',
      presses: [
        ['G', 0],
        ['A', 300],
      ],
      fired: ['G A'],
    },
    {
      title: 'fires a chord typed in one roll of the fingers',
      presses: [
        ['G', 0],
        ['A', 30],
      ],
      fired: ['G A'],
    },
    {
      title: 'forgets a chord after its time',
      presses: [
        ['G', 0],
        ['A', chordMs + 1],
      ],
      fired: [],
    },
    {
      title: 'fires the second key alone when it is no chord',
      presses: [
        ['G', 0],
        ['N', 300],
      ],
      fired: ['N'],
    },
    {
      title: 'ignores unknown keys',
      presses: [
        ['Z', 0],
        ['N', 200],
      ],
      fired: ['N'],
    },
  ]
  test.each(cases)('$title', ({ presses, fired }) => expect(play(presses)).toEqual(fired))
})

describe('a scanner', () => {
  test.each([2, 10, 35])('typing a key every %i ms fires nothing', (gapMs) => {
    expect(play(scan('NGAN?GSN', 0, gapMs))).toEqual([])
  })

  test('that sends a control character in the middle fires no command', () => {
    expect(
      play([
        ['N', 0],
        ['N', 10],
        ['N', 20],
        ['Ctrl+K', 30],
        ['N', 40],
      ]),
    ).toEqual([])
  })

  test('that pauses 126 ms inside the code still fires nothing', () => {
    expect(play([...scan('NNNN', 0, 8), ...scan('NNNN', 24 + 126, 8)])).toEqual([])
  })

  test('is not seen in arrow keys, however fast', () => {
    const machine = createShortcutMachine()
    for (const at of [0, 10, 20, 30]) machine.press('Down', at, known)
    expect(machine.isBurst(30)).toBe(false)
  })

  test('leaves the keyboard open again after the rest', () => {
    expect(play([...scan('NNNN', 0, 8), ['N', 24 + burstRestMs + 1]])).toEqual(['N'])
  })

  test('is known as a burst while it types and shortly after', () => {
    const machine = createShortcutMachine()
    for (const [name, at] of scan('ABCD', 0, 10)) machine.press(name, at, known)
    expect([machine.isBurst(30), machine.isBurst(30 + burstRestMs)]).toEqual([true, false])
  })
})
