import { describe, expect, test } from 'vitest'
import { buildAncestorTree, type TreeAnimal } from './ancestor-tree.ts'
import { layOutTree } from './tree-layout.ts'

const records = new Map<string, TreeAnimal>()
const record = (id: string, sire: string | null, dam: string | null): void => {
  records.set(id, { id, sire, dam })
}
record('x', 's', 'd')
record('s', 'a', 'sd')
record('d', 'ds', 'dd')
record('dd', 'a', null)
record('ds', null, 'b')
record('sd', null, 'b')
record('a', 'g', null)
record('b', null, null)
const lookup = (id: string): TreeAnimal | null => records.get(id) ?? null

describe('tree of ancestors', () => {
  test('numbers ancestors 2n and 2n + 1, keeps the name of a parent without record, leaves the rest empty', () => {
    const tree = buildAncestorTree('x', 3, lookup)
    expect(tree.slots.map((slot) => slot?.id ?? null)).toEqual([
      ...[null, 'x', 's', 'd', 'a', 'sd', 'ds', 'dd'],
      ...['g', null, null, 'b', null, 'b', 'a', null],
    ])
    expect(tree.slots[8]).toEqual({ id: 'g', animal: null })
  })

  test('ends where the pedigree has a loop', () => {
    const tree = buildAncestorTree('o', 4, (id) => ({ id, sire: 'o', dam: null }))
    expect(tree.slots.filter((slot) => slot !== null)).toHaveLength(5)
  })
})

describe('layout', () => {
  const layout = layOutTree(buildAncestorTree('x', 3, lookup), new Map([['b', 0.03125]]))
  const node = (number: number) => layout.nodes[number - 1]

  test('has a place for every slot: 15 in three generations, 127 in six', () => {
    expect(layout).toMatchObject({ columns: 4, rows: 8 })
    expect(layout.nodes).toHaveLength(15)
    expect(layOutTree(buildAncestorTree('x', 6, lookup)).nodes).toHaveLength(127)
  })

  test('puts the oldest generation in column 0 and an offspring half way between its parents', () => {
    expect(node(1)).toMatchObject({ column: 3, middle: 4, side: 'animal', role: 'animal', offspring: null })
    expect(node(2)).toMatchObject({ column: 2, middle: 2, side: 'sire', role: 'sire', offspring: 1 })
    expect(node(3)).toMatchObject({ column: 2, middle: 6, side: 'dam', role: 'dam', offspring: 1 })
    expect(node(8)).toMatchObject({ column: 0, middle: 0.5, side: 'sire', role: 'sire', offspring: 4 })
    expect(node(15)).toMatchObject({ column: 0, middle: 7.5, side: 'dam', role: 'dam', offspring: 7 })
    for (const { number, middle } of layout.nodes.filter(({ column }) => column > 0)) {
      expect(middle).toBe((node(2 * number)!.middle + node(2 * number + 1)!.middle) / 2)
    }
  })

  test('tells a parent that is not recorded from a place that has no offspring', () => {
    const tree = layOutTree(buildAncestorTree('b', 3, lookup))
    expect(tree.nodes.map(({ state }) => state)).toEqual([
      'known',
      'unknown',
      'unknown',
      ...new Array<string>(12).fill('empty'),
    ])
  })

  test('letters the common ancestors by contribution and marks their paths down to the parents', () => {
    expect(layout.marks).toEqual([
      {
        letter: 'A',
        id: 'b',
        contribution: 0.03125,
        sireNumbers: [11],
        damNumbers: [13],
        pathNumbers: [2, 3, 5, 6, 11, 13],
      },
      { letter: 'B', id: 'a', contribution: 0, sireNumbers: [4], damNumbers: [14], pathNumbers: [2, 3, 4, 7, 14] },
    ])
    expect([4, 14, 11, 13, 5].map((number) => node(number)?.letter)).toEqual(['B', 'B', 'A', 'A', null])
  })

  test('letters the nearest first when no contributions are given', () => {
    const { marks } = layOutTree(buildAncestorTree('x', 3, lookup))
    expect(marks.map(({ letter, id }) => `${letter} ${id}`)).toEqual(['A a', 'B b'])
  })

  test('goes on with AA after Z', () => {
    // Full sibs mated for five generations: every ancestor beyond the parents stands on both sides.
    const many = (id: string): TreeAnimal => ({ id, sire: `${id}s`.slice(-6), dam: `${id}d`.slice(-6) })
    const twins = (id: string): TreeAnimal => (id === 'x' ? { id, sire: 'p', dam: 'q' } : many(id.replace('q', 'p')))
    const { marks } = layOutTree(buildAncestorTree('x', 6, twins))
    expect(marks.length).toBeGreaterThan(27)
    expect([marks[25]?.letter, marks[26]?.letter, marks[27]?.letter]).toEqual(['Z', 'AA', 'AB'])
  })
})
