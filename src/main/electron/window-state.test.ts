import { describe, expect, test } from 'vitest'
import { placeWindow } from './window-state.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const second = { x: 1920, y: 0, width: 1280, height: 984 }

function saved(x: number, y: number, width = 1200, height = 800, maximized = false): unknown {
  return { bounds: { x, y, width, height }, maximized }
}

describe('where the window opens', () => {
  const standard = { width: 1440, height: 900, maximized: false }
  const cases: { name: string; saved: unknown; screens?: (typeof screen)[]; expected: object }[] = [
    { name: 'the first time in the standard size, centred', saved: null, expected: standard },
    { name: 'in the standard size when the saved state is unreadable', saved: { bounds: 'x' }, expected: standard },
    {
      name: 'where it was',
      saved: saved(100, 50),
      expected: { x: 100, y: 50, width: 1200, height: 800, maximized: false },
    },
    {
      name: 'maximised, keeping the bounds it returns to',
      saved: saved(100, 50, 1200, 800, true),
      expected: { x: 100, y: 50, width: 1200, height: 800, maximized: true },
    },
    {
      name: 'on the second screen while it is there',
      saved: saved(2000, 20),
      screens: [screen, second],
      expected: { x: 2000, y: 20, width: 1200, height: 800, maximized: false },
    },
    {
      name: 'centred when the second screen was unplugged',
      saved: saved(2000, 20),
      expected: { width: 1200, height: 800, maximized: false },
    },
    {
      name: 'centred when its title bar would be above the screen',
      saved: saved(100, -30),
      expected: { width: 1200, height: 800, maximized: false },
    },
    {
      name: 'no larger than the screen',
      saved: saved(0, 0, 3840, 2160),
      expected: { x: 0, y: 0, width: 1920, height: 1040, maximized: false },
    },
    {
      name: 'no smaller than its smallest size',
      saved: saved(0, 0, 200, 100),
      expected: { x: 0, y: 0, width: 960, height: 640, maximized: false },
    },
  ]
  test.each(cases)('$name', (each) => {
    expect(placeWindow(each.saved, each.screens ?? [screen])).toEqual(each.expected)
  })
})
