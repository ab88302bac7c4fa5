import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generatePedigree } from '../../../../../scripts/bench/generated-pedigree.ts'
import {
  pedigreeFromChoices,
  pedigreeOf,
  tabularRelationships,
} from '../../../../../tests/support/pedigree-reference.ts'
import { descendantsOf, indexProgeny } from './descendants.ts'
import { calculateInbreeding, inbreedingOf, inbreedingSteps } from './inbreeding.ts'
import { orderCheckedPedigree } from './pedigree-order.ts'

const anyPedigree = fc
  .array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 60 })
  .map((choices) => pedigreeFromChoices(choices))

const inbreedingByTable = (sire: Int32Array, dam: Int32Array): number[] =>
  tabularRelationships(sire, dam).map((row, animal) => row[animal]! - 1)

describe('F of matings worked by hand with Wright’s path formula', () => {
  test.each([
    ['unrelated parents', 'x = a x b', 0],
    ['one parent unknown', 'x = a x -', 0],
    ['half sibs', 's = a x b\nd = a x c\nx = s x d', 0.125],
    ['full sibs', 's = a x b\nd = a x b\nx = s x d', 0.25],
    ['sire and daughter', 'd = s x a\nx = s x d', 0.25],
    ['son and dam', 's = a x d\nx = s x d', 0.25],
    ['grandsire and granddaughter', 'e = s x a\nd = b x e\nx = s x d', 0.125],
    ['first cousins', 'p = a x b\nq = a x b\ns = p x c\nd = q x e\nx = s x d', 0.0625],
    ['double first cousins', 'p = a x b\nq = a x b\nr = c x e\nt = c x e\ns = p x r\nd = q x t\nx = s x d', 0.125],
    [
      'half sibs through an inbred sire (F 0.25)',
      'g = e x f\nh = e x f\na = g x h\ns = a x b\nd = a x c\nx = s x d',
      0.15625,
    ],
    ['full sibs twice in a row', 's = a x b\nd = a x b\nt = s x d\ne = s x d\nx = t x e', 0.375],
    ['selfing', 'x = a x a', 0.5],
    ['selfing of an inbred plant', 'b = a x a\nx = b x b', 0.75],
  ])('%s', (_name, lines, expected) => {
    const { pedigree, at } = pedigreeOf(lines)
    expect(calculateInbreeding(pedigree, orderCheckedPedigree(pedigree))![at('x')]).toBe(expected)
  })
})

describe('all animals', () => {
  test('F equals the diagonal of the tabular method in any pedigree', () => {
    fc.assert(
      fc.property(anyPedigree, (pedigree) => {
        const inbreeding = calculateInbreeding(pedigree, orderCheckedPedigree(pedigree))!
        for (const [animal, expected] of inbreedingByTable(pedigree.sire, pedigree.dam).entries()) {
          expect(inbreeding[animal]).toBeCloseTo(expected, 12)
        }
      }),
      { seed: 72, numRuns: 300 },
    )
  })

  test('F does not depend on which of the parents is called the sire', () => {
    const { sire, dam } = generatePedigree(3000, 5)
    const one = calculateInbreeding({ sire, dam }, orderCheckedPedigree({ sire, dam }))!
    const other = calculateInbreeding({ sire: dam, dam: sire }, orderCheckedPedigree({ sire: dam, dam: sire }))!
    for (const [animal, value] of one.entries()) expect(other[animal]).toBeCloseTo(value, 12)
  })

  test('reports progress that only grows, and ends with the value of every animal', () => {
    const pedigree = generatePedigree(100_000, 100)
    const fractions: number[] = []
    const order = orderCheckedPedigree(pedigree)
    const inbreeding = calculateInbreeding(pedigree, order, { onProgress: ({ fraction }) => fractions.push(fraction) })
    expect(fractions.length).toBeGreaterThan(2)
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
    expect(fractions.every((fraction) => fraction > 0 && fraction <= 1)).toBe(true)
    expect(inbreeding!.some(Number.isNaN)).toBe(false)
  })

  test('stops after the step in which it was cancelled', () => {
    const pedigree = generatePedigree(100_000, 100)
    let steps = 0
    const watch = { onProgress: () => steps++, isCancelled: () => steps === 2 }
    expect(calculateInbreeding(pedigree, orderCheckedPedigree(pedigree), watch)).toBeNull()
    expect(steps).toBe(2)
  })

  test('can be stepped by a worker that has other things to do in between', () => {
    const { pedigree, at } = pedigreeOf('s = a x b\nd = a x b\nx = s x d')
    const steps = inbreedingSteps(pedigree, orderCheckedPedigree(pedigree))
    let step = steps.next()
    while (step.done !== true) step = steps.next()
    expect(step.value[at('x')]).toBe(0.25)
  })
})

describe('some animals', () => {
  test('F of targets equals the tabular method when the others are known', () => {
    fc.assert(
      fc.property(anyPedigree, fc.nat(), fc.nat(), (pedigree, one, two) => {
        const expected = inbreedingByTable(pedigree.sire, pedigree.dam)
        const targets = [...new Set([one % expected.length, two % expected.length])]
        const known = Float64Array.from(expected)
        // A wrong value of a target must not be used, be it an ancestor of the other target or not.
        for (const target of targets) known[target] = 123
        const found = inbreedingOf(targets, pedigree, known)
        for (const [place, target] of targets.entries()) expect(found[place]).toBeCloseTo(expected[target]!, 12)
      }),
      { seed: 73, numRuns: 300 },
    )
  })

  test('calculates ancestors that are not known yet on the way', () => {
    const { pedigree, at } = pedigreeOf('s = a x b\nd = a x b\nt = s x d\ne = s x d\nx = t x e')
    const known = new Float64Array(pedigree.sire.length).fill(Number.NaN)
    expect([...inbreedingOf([at('x'), at('t')], pedigree, known)]).toEqual([0.375, 0.25])
  })

  test('takes an animal without two known parents for not inbred, whatever is said of it', () => {
    const { pedigree, at } = pedigreeOf('a = g x -\nd = a x c\nx = a x d')
    const known = new Float64Array(pedigree.sire.length)
    known[at('g')] = 0.5
    expect(inbreedingOf([at('x')], pedigree, known)[0]).toBe(0.25)
  })

  test('after a change of parents, recalculating the descendants brings everything up to date', () => {
    const pedigree = generatePedigree(5000, 9)
    const known = calculateInbreeding(pedigree, orderCheckedPedigree(pedigree))!
    const changed = 2000
    pedigree.sire[changed] = pedigree.sire[1999]!
    pedigree.dam[changed] = pedigree.dam[1999]!
    const targets = descendantsOf(indexProgeny(pedigree), [changed])
    expect(targets.length).toBeGreaterThan(1)
    const found = inbreedingOf(targets, pedigree, known)
    for (const [place, target] of targets.entries()) known[target] = found[place]!
    const fresh = calculateInbreeding(pedigree, orderCheckedPedigree(pedigree))!
    for (const [animal, value] of fresh.entries()) expect(known[animal]).toBeCloseTo(value, 12)
  })
})
