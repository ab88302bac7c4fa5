import { describe, expect, test } from 'vitest'
import { bracketPath, nextPlace, treeGeometry } from './tree-geometry.ts'

describe('tree geometry', () => {
  test('puts the animal in the last column and its parents one column before, so that time runs to the right', () => {
    const geometry = treeGeometry({ generations: 2, width: 500, density: 'default' })
    const animal = geometry.box({ column: 2, middle: 2, generation: 0 })
    const sire = geometry.box({ column: 1, middle: 1, generation: 1 })
    expect(sire.left + sire.width).toBeLessThan(animal.left)
    expect(animal.left + animal.width).toBe(geometry.width)
  })

  test('never makes columns narrower than a name needs, whatever the room', () => {
    expect(treeGeometry({ generations: 6, width: 300, density: 'default' }).columnWidth).toBe(124)
  })

  // By hand: 16 slots of 36 px.
  test('is as high as its oldest generation', () => {
    expect(treeGeometry({ generations: 4, width: 1000, density: 'dense' }).height).toBe(576)
  })

  test('joins boxes on one height by a straight line', () => {
    const box = { left: 0, top: 0, width: 100, height: 20 }
    expect(bracketPath(box, { ...box, left: 122 })).toBe('M100 10H122')
  })
})

describe('moving between places', () => {
  const filled = new Set([1, 2, 3, 4, 7])
  const cases: readonly [why: string, key: string, from: number, to: number | null][] = [
    ['left goes to the sire', 'ArrowLeft', 1, 2],
    ['left goes to the dam where the sire is not known', 'ArrowLeft', 3, 7],
    ['left stays where no parent is known', 'ArrowLeft', 4, null],
    ['right goes to the offspring', 'ArrowRight', 7, 3],
    ['right stays at the animal', 'ArrowRight', 1, null],
    ['down passes places not known', 'ArrowDown', 4, 7],
    ['up from the first of a generation stays', 'ArrowUp', 4, null],
    ['Home goes to the animal', 'Home', 7, 1],
  ]
  test.each(cases)('%s', (_why, key, from, to) => {
    expect(nextPlace(key, from, filled)).toBe(to)
  })
})
