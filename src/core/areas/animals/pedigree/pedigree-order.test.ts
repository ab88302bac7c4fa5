import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pedigreeFromChoices, pedigreeOf } from '../../../../../tests/support/pedigree-reference.ts'
import { orderPedigree } from './pedigree-order.ts'

describe('order', () => {
  test('puts parents before offspring by generation, however the rows came', () => {
    const { pedigree, ids, at } = pedigreeOf(`
      calf = bull x cow
      bull = old_bull x -
      cow
      old_bull
    `)
    const result = orderPedigree(pedigree)
    expect(result.ok && [...result.order.parentsFirst].map((position) => ids[position])).toEqual([
      'cow',
      'old_bull',
      'bull',
      'calf',
    ])
    expect(result.ok && ['cow', 'old_bull', 'bull', 'calf'].map((id) => result.order.generation[at(id)])).toEqual([
      0, 0, 1, 2,
    ])
    expect(result.ok && result.order.generations).toBe(3)
  })

  test('takes an empty pedigree', () => {
    const result = orderPedigree({ sire: new Int32Array(0), dam: new Int32Array(0) })
    expect(result).toMatchObject({ ok: true, order: { generations: 0 } })
  })

  test('finds an order of any pedigree without loops, shuffled', () => {
    const choice = fc.tuple(fc.nat(1000), fc.nat(1000))
    fc.assert(
      fc.property(fc.array(choice, { minLength: 1, maxLength: 40 }), fc.infiniteStream(fc.nat()), (choices, random) => {
        const { sire, dam } = pedigreeFromChoices(choices)
        const newPlace = [...sire.keys()].map((place) => ({ place, key: random.next().value }))
        newPlace.sort((a, b) => a.key - b.key)
        const placeOf = new Map(newPlace.map(({ place }, index) => [place, index]))
        const shuffled = (parents: Int32Array): Int32Array =>
          Int32Array.from(newPlace, ({ place }) => (parents[place]! < 0 ? -1 : placeOf.get(parents[place]!)!))
        const pedigree = { sire: shuffled(sire), dam: shuffled(dam) }
        const result = orderPedigree(pedigree)
        if (!result.ok) throw new Error('named a loop where there is none')
        const standsAt = new Map([...result.order.parentsFirst].map((animal, index) => [animal, index]))
        expect(standsAt.size).toBe(sire.length)
        for (const animal of sire.keys()) {
          for (const parent of [pedigree.sire[animal]!, pedigree.dam[animal]!]) {
            if (parent >= 0) expect(standsAt.get(parent)!).toBeLessThan(standsAt.get(animal)!)
          }
        }
      }),
      { seed: 71, numRuns: 200 },
    )
  })

  test('walks a line of a million generations without recursion', () => {
    const count = 1_000_000
    // Offspring before parents: animal i is the offspring of i + 1, the worst case for a walk up.
    const sire = Int32Array.from({ length: count }, (_none, animal) => (animal + 1 < count ? animal + 1 : -1))
    const result = orderPedigree({ sire, dam: new Int32Array(count).fill(-1) })
    expect(result).toMatchObject({ ok: true, order: { generations: count } })
  })
})

describe('loops', () => {
  const loopsOf = (lines: string): string[][] => {
    const { pedigree, ids } = pedigreeOf(lines)
    const result = orderPedigree(pedigree)
    return result.ok ? [] : result.loops.map((loop) => loop.map((position) => ids[position]!))
  }

  test.each([
    ['an animal that is its own sire', 'a = a x b', [['a']]],
    ['an animal that is its own sire and dam', 'a = a x a', [['a']]],
    ['two that are each other’s sire', 'a = b x -\nb = a x -', [['a', 'b']]],
    [
      'a loop through sires and dams, each the offspring of the next',
      'a = b x -\nb = - x c\nc = a x -',
      [['a', 'b', 'c']],
    ],
    [
      'two loops apart, and nothing of the animals around them',
      'x = a x c\na = b x -\nb = a x founder\nc = - x d\nd = c x -',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'two loops that share an animal',
      'a = b x c\nb = a x -\nc = - x a',
      [
        ['a', 'b'],
        ['a', 'c'],
      ],
    ],
    ['the shorter way round when there are two', 'a = b x c\nb = c x -\nc = a x -', [['a', 'c']]],
  ])('names %s', (_name, lines, expected) => {
    expect(loopsOf(lines)).toEqual(expected)
  })

  test('names a loop of a million animals', () => {
    const count = 1_000_000
    const sire = Int32Array.from({ length: count }, (_none, animal) => (animal + 1) % count)
    const result = orderPedigree({ sire, dam: new Int32Array(count).fill(-1) })
    expect(!result.ok && result.loops[0]?.length).toBe(count)
  })

  test('says that it has not named all when there are too many', () => {
    const sire = Int32Array.from({ length: 10 }, (_none, animal) => animal)
    const dam = new Int32Array(10).fill(-1)
    expect(orderPedigree({ sire, dam }, 3)).toEqual({ ok: false, loops: [[0], [1], [2]], complete: false })
  })
})
