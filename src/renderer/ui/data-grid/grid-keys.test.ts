import { describe, expect, test } from 'vitest'
import type { KeyPress } from '../shortcuts/key-name.ts'
import { type GridAction, type GridPlace, gridAction } from './grid-keys.ts'

const place: GridPlace = { active: 10, total: 100, perPage: 20, firstInView: 4 }

function press(key: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers }
}

describe('keys of a grid', () => {
  const cases: { title: string; given: KeyPress; at?: Partial<GridPlace>; action: GridAction | null }[] = [
    { title: 'down moves one row', given: press('ArrowDown'), action: { kind: 'move', to: 11, extend: false } },
    { title: 'J moves one row', given: press('j'), action: { kind: 'move', to: 11, extend: false } },
    { title: 'K moves one row back', given: press('k'), action: { kind: 'move', to: 9, extend: false } },
    {
      title: 'shift and down extends',
      given: press('ArrowDown', { shiftKey: true }),
      action: { kind: 'move', to: 11, extend: true },
    },
    { title: 'page down moves a view', given: press('PageDown'), action: { kind: 'move', to: 30, extend: false } },
    { title: 'page up stops at the first row', given: press('PageUp'), action: { kind: 'move', to: 0, extend: false } },
    { title: 'end goes to the last row', given: press('End'), action: { kind: 'move', to: 99, extend: false } },
    { title: 'home goes to the first row', given: press('Home'), action: { kind: 'move', to: 0, extend: false } },
    {
      title: 'down at the last row stays',
      given: press('ArrowDown'),
      at: { active: 99 },
      action: { kind: 'move', to: 99, extend: false },
    },
    {
      title: 'the first key goes to the first row in view',
      given: press('ArrowDown'),
      at: { active: null },
      action: { kind: 'move', to: 4, extend: false },
    },
    { title: 'space selects', given: press(' '), action: { kind: 'toggle' } },
    { title: 'X selects', given: press('x'), action: { kind: 'toggle' } },
    { title: 'ctrl A selects all', given: press('a', { ctrlKey: true }), action: { kind: 'selectAll' } },
    { title: 'ctrl C copies', given: press('c', { ctrlKey: true }), action: { kind: 'copy' } },
    { title: 'escape clears', given: press('Escape'), action: { kind: 'clear' } },
    { title: 'enter opens the active row', given: press('Enter'), action: { kind: 'open' } },
    {
      title: 'enter without an active row is not the grid’s',
      given: press('Enter'),
      at: { active: null },
      action: null,
    },
    { title: 'other letters are left to the page', given: press('n'), action: null },
    { title: 'nothing moves in an empty grid', given: press('ArrowDown'), at: { total: 0 }, action: null },
  ]
  test.each(cases)('$title', ({ given, at, action }) => expect(gridAction(given, { ...place, ...at })).toEqual(action))
})
