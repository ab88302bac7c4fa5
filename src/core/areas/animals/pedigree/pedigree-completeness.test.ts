import { describe, expect, test } from 'vitest'
import { pedigreeOf } from '../../../../../tests/support/pedigree-reference.ts'
import { equivalentGenerations, pedigreeCompleteness } from './pedigree-completeness.ts'
import { orderCheckedPedigree } from './pedigree-order.ts'

const full = 'x = s x d\ns = ss x sd\nd = ds x dd'

describe('completeness worked by hand', () => {
  test('two full generations: 6 of 6 known, index 1', () => {
    const { pedigree, at } = pedigreeOf(full)
    expect(pedigreeCompleteness(pedigree, at('x'), 2)).toEqual({
      known: 6,
      possible: 6,
      byGeneration: [
        { generation: 1, known: 2, possible: 2 },
        { generation: 2, known: 4, possible: 4 },
      ],
      completenessIndex: 1,
      equivalentGenerations: 2,
      completeGenerations: 2,
      longestLine: 2,
    })
  })

  test('four full generations are 30 of 30 ancestors, also when one stands in several places', () => {
    const { pedigree, at } = pedigreeOf('x = a x b\na = c x d\nb = c x d\nc = e x f\nd = e x f\ne = g x h\nf = g x h')
    expect(pedigreeCompleteness(pedigree, at('x'), 4)).toMatchObject({ known: 30, possible: 30, completenessIndex: 1 })
  })

  test('a missing grandparent: sire side (1 + 1/2) / 2, dam side 1, harmonic mean 6/7', () => {
    const { pedigree, at } = pedigreeOf('x = s x d\ns = ss x -\nd = ds x dd')
    const found = pedigreeCompleteness(pedigree, at('x'), 2)
    expect(found).toMatchObject({ known: 5, equivalentGenerations: 1.75, completeGenerations: 1, longestLine: 2 })
    expect(found.completenessIndex).toBeCloseTo(6 / 7, 14)
  })

  test('an unknown dam makes the index 0, however long the sire’s line is', () => {
    const { pedigree, at } = pedigreeOf('x = s x -\ns = ss x sd\nss = a x b')
    expect(pedigreeCompleteness(pedigree, at('x'), 3)).toMatchObject({
      known: 5,
      possible: 14,
      completenessIndex: 0,
      // 1/2 + 2/4 + 2/8
      equivalentGenerations: 1.25,
      completeGenerations: 0,
      longestLine: 3,
    })
  })

  test('a founder knows nothing', () => {
    const { pedigree, at } = pedigreeOf('x')
    expect(pedigreeCompleteness(pedigree, at('x'), 1)).toEqual({
      known: 0,
      possible: 2,
      byGeneration: [{ generation: 1, known: 0, possible: 2 }],
      completenessIndex: 0,
      equivalentGenerations: 0,
      completeGenerations: 0,
      longestLine: 0,
    })
  })
})

test('gives the complete generation equivalents of all animals at once', () => {
  const { pedigree, ids } = pedigreeOf(full)
  const found = equivalentGenerations(pedigree, orderCheckedPedigree(pedigree))
  expect(Object.fromEntries(ids.map((id, position) => [id, found[position]]))).toMatchObject({ x: 2, s: 1, ss: 0 })
})
