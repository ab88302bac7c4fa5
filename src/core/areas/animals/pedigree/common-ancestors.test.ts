import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  pedigreeFromChoices,
  pedigreeOf,
  tabularRelationships,
} from '../../../../../tests/support/pedigree-reference.ts'
import { commonAncestorsOf, findCommonAncestors } from './common-ancestors.ts'

const describeAncestors = (lines: string, animal = 'x') => {
  const { pedigree, ids, at } = pedigreeOf(lines)
  const report = commonAncestorsOf(pedigree, at(animal))
  return report.ancestors.map((ancestor) => ({
    id: ids[ancestor.animal],
    contribution: ancestor.contribution,
    sire: ancestor.sireGenerations,
    dam: ancestor.damGenerations,
  }))
}

describe('contributions worked by hand with Wright’s path formula', () => {
  test('half sibs: the common sire, two back on both sides', () => {
    expect(describeAncestors('s = a x b\nd = a x c\nx = s x d')).toEqual([
      { id: 'a', contribution: 0.125, sire: [2], dam: [2] },
    ])
  })

  test('full sibs: both grandparents alike', () => {
    expect(describeAncestors('s = a x b\nd = a x b\nx = s x d')).toEqual([
      { id: 'a', contribution: 0.125, sire: [2], dam: [2] },
      { id: 'b', contribution: 0.125, sire: [2], dam: [2] },
    ])
  })

  test('sire and daughter: the sire is the common ancestor, himself on one side', () => {
    expect(describeAncestors('d = s x a\nx = s x d')).toEqual([{ id: 's', contribution: 0.25, sire: [1], dam: [2] }])
  })

  test('first cousins: two great-grandparents with 1/32 each', () => {
    expect(describeAncestors('p = a x b\nq = a x b\ns = p x c\nd = q x e\nx = s x d')).toEqual([
      { id: 'a', contribution: 0.03125, sire: [3], dam: [3] },
      { id: 'b', contribution: 0.03125, sire: [3], dam: [3] },
    ])
  })

  test('an inbred common ancestor counts by 1 + its own F', () => {
    const found = describeAncestors('g = e x f\nh = e x f\na = g x h\ns = a x b\nd = a x c\nx = s x d')
    expect(found).toEqual([{ id: 'a', contribution: 0.15625, sire: [2], dam: [2] }])
  })

  test('ancestors of a common ancestor do not count when every path to them passes it', () => {
    expect(describeAncestors('a = g x h\ns = a x b\nd = a x c\nx = s x d').map(({ id }) => id)).toEqual(['a'])
  })

  test('an ancestor reached past another common ancestor counts only by the paths that avoid it', () => {
    // g is sire of a, the common sire, and also of b, the sire's dam: only s-b-g against d-a-g is free: (1/2)^5.
    expect(describeAncestors('a = g x h\nb = g x i\ns = a x b\nd = a x c\nx = s x d')).toEqual([
      { id: 'a', contribution: 0.125, sire: [2], dam: [2] },
      { id: 'g', contribution: 0.03125, sire: [3], dam: [3] },
    ])
  })

  test('Roan Gauntlet (Wright 1922): 14.06 % through Champion of England and Lord Raglan', () => {
    const found = describeAncestors(
      `
      Duchess_of_Gloster_9th = Lord_Raglan x -
      Grand_Duke_of_Gloster = Champion_of_England x Duchess_of_Gloster_9th
      Mimulus = Champion_of_England x -
      Royal_Duke_of_Gloster = Grand_Duke_of_Gloster x Mimulus
      Carmine = Lord_Raglan x -
      Princess_Royal = Champion_of_England x Carmine
      Roan_Gauntlet = Royal_Duke_of_Gloster x Princess_Royal
      `,
      'Roan_Gauntlet',
    )
    expect(found).toEqual([
      { id: 'Champion_of_England', contribution: 0.125, sire: [3], dam: [2] },
      { id: 'Lord_Raglan', contribution: 0.015625, sire: [4], dam: [3] },
    ])
  })

  test('selfing: the plant itself', () => {
    expect(describeAncestors('x = a x a')).toEqual([{ id: 'a', contribution: 0.5, sire: [1], dam: [1] }])
  })
})

test('a mating is described before there is an offspring', () => {
  const { pedigree, ids, at } = pedigreeOf('s = a x b\nd = a x c')
  const report = findCommonAncestors(pedigree, at('s'), at('d'))
  expect(report).toMatchObject({ inbreeding: 0.125, accounted: 0.125, complete: true })
  expect(report.ancestors.map(({ animal }) => ids[animal])).toEqual(['a'])
})

test('an animal with an unknown parent has no common ancestors and F 0', () => {
  const { pedigree, at } = pedigreeOf('x = a x -')
  expect(commonAncestorsOf(pedigree, at('x'))).toMatchObject({ inbreeding: 0, ancestors: [], complete: true })
})

test('contributions add up to F of the tabular method in any pedigree', () => {
  const choices = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(choices, (numbers) => {
      const pedigree = pedigreeFromChoices(numbers)
      for (const [animal, row] of tabularRelationships(pedigree.sire, pedigree.dam).entries()) {
        const report = commonAncestorsOf(pedigree, animal)
        expect(report.complete).toBe(true)
        expect(report.accounted).toBeCloseTo(row[animal]! - 1, 12)
      }
    }),
    { seed: 75, numRuns: 100 },
  )
})

describe('limits', () => {
  const cousins = 'p = a x b\nq = a x b\ns = p x c\nd = q x e\nx = s x d'

  test('says that it is not complete when older ancestors were left out, and still gives the whole F', () => {
    const { pedigree, at } = pedigreeOf(cousins)
    expect(commonAncestorsOf(pedigree, at('x'), { maximumGenerations: 2 })).toEqual({
      inbreeding: 0.0625,
      accounted: 0,
      complete: false,
      generations: 2,
      ancestors: [],
    })
  })

  test('adds generations only while there are not too many ancestors', () => {
    const { pedigree, at } = pedigreeOf(cousins)
    // 2 parents and 4 grandparents fit into 7, the 2 founders above them do not.
    const report = commonAncestorsOf(pedigree, at('x'), { maximumAncestors: 7 })
    expect(report).toMatchObject({ complete: false, generations: 2 })
  })

  test('is complete when the limit is not reached', () => {
    const { pedigree, at } = pedigreeOf(cousins)
    const report = commonAncestorsOf(pedigree, at('x'), { maximumGenerations: 3, maximumAncestors: 8 })
    expect(report).toMatchObject({ accounted: 0.0625, complete: true, generations: 3 })
  })

  test('explains F of 60 generations of full-sib mating, where paths are more than can be listed', () => {
    // F(t) = (1 + 2 F(t-1) + F(t-2)) / 4, Wright 1921, with F = 0 in the first two generations.
    const generations = 60
    const sire = new Int32Array(2 * generations + 2).fill(-1)
    const dam = new Int32Array(2 * generations + 2).fill(-1)
    const expected = [0, 0]
    for (let generation = 1; generation <= generations; generation++) {
      sire.fill(2 * generation - 2, 2 * generation, 2 * generation + 2)
      dam.fill(2 * generation - 1, 2 * generation, 2 * generation + 2)
      if (generation > 1) expected.push((1 + 2 * expected[generation - 1]! + expected[generation - 2]!) / 4)
    }
    const report = commonAncestorsOf({ sire, dam }, 2 * generations)
    expect(report.complete).toBe(true)
    expect(report.inbreeding).toBeCloseTo(expected[generations]!, 12)
    expect(report.accounted).toBeCloseTo(expected[generations]!, 9)
  })
})
